import { Manifest } from '../harness/manifests';
import { Caller } from './asked';
import { Cluster, KnownHost, selects } from './cluster';

/** The proxy that stands before Services and sees requests. */
export interface Waypoint {
  readonly name: string;
  readonly namespace: string;
}

const GATEWAYS = /^gateway\.networking\.k8s\.io\//;
const SERVED: ReadonlySet<string> = new Set(['service', 'all']);

/**
 * The waypoint by which callers of the mesh come to a Service, or gateways of Istio's if the Service says so. It is named by the Service, else by its namespace; one that is
 * not there, that does not listen, that serves pods alone or other namespaces is none. What is for a headless Service goes to a pod by its address, before which a
 * Service's waypoint does not stand.
 * Sources: https://istio.io/latest/docs/ambient/usage/waypoint/; https://istio.io/latest/docs/reference/config/labels/ (use-waypoint, use-waypoint-namespace,
 * waypoint-for, ingress-use-waypoint); istio 1.31, pilot/pkg/serviceregistry/ambient (fetchWaypointForService)
 */
export function waypointOf(cluster: Cluster, { service, namespace }: KnownHost, caller: Caller): Waypoint | undefined {
  if (caller.principal === undefined || service === undefined || service.isHeadless) return undefined;
  const ofNamespace = labelsOf(cluster, namespace);
  if (caller.isGateway && (service.labels['istio.io/ingress-use-waypoint'] ?? ofNamespace['istio.io/ingress-use-waypoint']) !== 'true') return undefined;
  const labels = service.labels['istio.io/use-waypoint'] === undefined ? ofNamespace : service.labels;
  const name = labels['istio.io/use-waypoint'] ?? 'none';
  const found = { name, namespace: labels['istio.io/use-waypoint-namespace'] ?? namespace };
  return name !== 'none' && cluster.ofKind('Gateway').some(gateway => is(gateway, found) && serves(gateway, namespace, cluster)) ? found : undefined;
}

/** How it appears to pods: by an identity of its own, that of the ServiceAccount which Istio names as the Gateway, in the trust domain of the caller. */
export function asCaller({ name, namespace }: Waypoint, { principal }: Caller): Caller {
  const [trustDomain] = principal!.split('/');
  return { namespace, labels: { 'gateway.networking.k8s.io/gateway-name': name }, principal: `${trustDomain}/ns/${namespace}/sa/${name}` };
}

function is({ apiVersion, metadata, spec }: Manifest, { name, namespace }: Waypoint): boolean {
  return GATEWAYS.test(apiVersion) && metadata.name === name && metadata.namespace === namespace && spec.gatewayClassName === 'istio-waypoint';
}

function serves({ metadata: { namespace, labels = {} }, spec }: Manifest, of: string, cluster: Cluster): boolean {
  if (!SERVED.has(labels['istio.io/waypoint-for'] ?? 'service')) return false;
  return (spec.listeners as Record<string, any>[]).some(({ port, protocol, allowedRoutes }) => {
    if (port !== 15_008 || protocol !== 'HBONE') return false;
    const { from = 'Same', selector } = allowedRoutes?.namespaces ?? {};
    if (from === 'Selector') return selects(selector.matchLabels, { 'kubernetes.io/metadata.name': of, ...labelsOf(cluster, of) });
    return from === 'All' || namespace === of;
  });
}

function labelsOf(cluster: Cluster, namespace: string): Readonly<Record<string, string>> {
  return cluster.ofKind('Namespace').find(({ metadata }) => metadata.name === namespace)?.metadata.labels ?? {};
}
