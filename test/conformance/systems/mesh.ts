import { readFileSync } from 'node:fs';
import { eventually } from '../harness/eventually';
import { Manifest, Manifests } from '../harness/manifests';
import { Listener } from '../pod-program/orders';
import { podElsewhere } from '../stand-ins/deployment-pods';
import { endpointSliceOf, PlacedPod } from '../stand-ins/endpoint-slices';
import { isBehindWaypoint, waypointOf } from '../stand-ins/ztunnel';
import { experimentalGatewayApiCrds } from '../toolbox/crds';
import { ISTIO } from '../toolbox/istio';
import { Applicable, Applied } from './applied';
import { ConnectionPolicy, Istiod } from './istiod';
import { KubeApiserver } from './kube-apiserver';
import { ObjectReference, ServedObject } from './kubernetes-client';
import { resolveExternalHosts, resolveHeadless, resolveServices } from './mesh-names';
import { MeshPod, PlannedPod, startPod, startProxyOf } from './mesh-pods';
import { MeshSettling } from './mesh-settling';
import { CONTROL_PLANE, Network } from './network';
import { OUTSIDE, startOutside } from './outside';
import { Pod } from './pod';
import { GATEWAY_NAME } from './sentinel';
import { ProxyKind, shareWithProxies } from './sidecar';
import { AMBIENT, PLAIN_WAYPOINTS } from './waypoint';

/** What lives in a mesh. */
export interface MeshPlan {
  /** The pods; the first manifests that are applied decide. */
  readonly pods: (manifests: Manifests) => readonly PlannedPod[];
  /** Third parties. @default - none */
  readonly outside?: readonly Listener[];
  /** What is in the cluster before anything else, such as Secrets of certificates. @default - nothing */
  readonly standing?: readonly StandingObject[];
}

type StandingObject = ObjectReference & { readonly [field: string]: unknown };

/** A real mesh without a cluster: API server, istiod, and pods that are network namespaces with real sidecars. */
export class Mesh {
  public static async start(plan: MeshPlan): Promise<Mesh> {
    const network = await Network.open();
    const server = await KubeApiserver.start(CONTROL_PLANE);
    await server.client.applyObject(namespaceObject('istio-system'));
    await server.client.applyCrds(readFileSync(ISTIO.path('files/crd-all.gen.yaml'), 'utf8'));
    for (const file of experimentalGatewayApiCrds()) await server.client.applyCrds(readFileSync(file, 'utf8'));
    for (const object of plan.standing ?? []) {
      if (object.metadata.namespace !== undefined) await server.client.applyObject(namespaceObject(object.metadata.namespace));
      await server.client.applyObject(object);
    }
    await shareWithProxies();
    const [istiod, outside] = await Promise.all([Istiod.start(server, AMBIENT), startOutside(plan.outside ?? [], network, server.client)]);
    await server.client.applyObject(PLAIN_WAYPOINTS);
    return new Mesh(plan, network, server, istiod, outside);
  }

  private pods: readonly MeshPod[] = [];
  private readonly manifests: Applied;
  private readonly endpoints: Applied;
  private settling: MeshSettling;
  private refusalsBefore = 0;

  private constructor(
    private readonly plan: MeshPlan, private readonly network: Network, private readonly server: KubeApiserver, private readonly istiod: Istiod,
    /** Third parties, and the collector of spans. */
    public readonly outside: Pod,
  ) {
    this.manifests = new Applied(server.client);
    this.endpoints = new Applied(server.client);
    this.settling = new MeshSettling(server.client, istiod);
  }

  /**
   * Puts manifests on the mesh in place of those that were there, and returns when every sidecar works by them. Of the manifests it takes
   * what a mesh reads: workloads, accounts, Services and Istio's own kinds. The pods are started with the first manifests and stay.
   */
  public async apply(manifests: Manifests): Promise<void> {
    this.refusalsBefore = this.istiod.refusals.length;
    await this.makeNamespaces(manifests);
    const documents = manifests.objects.map((object, i) => ({ object, text: manifests.documents[i].text })).filter(({ object }) => isRead(object));
    const { served, gone } = await this.manifests.become(documents);
    await resolveServices(served.filter(({ kind }) => kind === 'Service'));
    await resolveExternalHosts(manifests, OUTSIDE);
    if (this.pods.length === 0) {
      this.pods = await this.startPods(manifests);
      const managed = (kind: ProxyKind) => this.ofKind(kind).map(({ manifest }) => manifest.metadata).filter(({ labels }) => GATEWAY_NAME in labels);
      this.settling = new MeshSettling(this.server.client, this.istiod, managed('router'), managed('waypoint').map(waypoint => ({ ...waypoint, takesFrom: namespaceFor(waypoint, manifests) })));
    }
    await resolveHeadless(manifests.ofKind('Service'), this.pods);
    const inCluster = this.pods.filter(({ machine }) => machine === undefined);
    await this.endpoints.become(manifests.ofKind('Service').map(service => applicable(endpointSliceOf(service, inCluster))));
    await this.settling.statuses(served.filter(isOfGatewayApi));
    await this.settling.after(served.filter(isIstios), gone.filter(isIstios), this.proxies);
    const known = manifests.ofKind('Service').filter(service => service.spec.clusterIP !== 'None' && !isBehindWaypoint(service));
    const placed = [...inCluster, ...manifests.ofKind('WorkloadEntry').map(machineOf)];
    await this.settling.endpoints(endpointsOf(known, placed), this.unscoped(manifests.ofKind('Sidecar')));
    await Promise.all(this.ofKind('waypoint').map(waypoint => (
      this.settling.endpoints(endpointsOf(manifests.ofKind('Service').filter(service => isReachedThrough(waypoint, service)), placed), [waypoint.pod]))));
  }

  /** What sidecars have refused since the manifests were applied. */
  public refusals(): string[] {
    return this.istiod.refusals.slice(this.refusalsBefore);
  }

  /** The pods that run. */
  public get running(): readonly MeshPod[] {
    return this.pods;
  }

  /** What ztunnel would be told of who may connect to a pod. */
  public async toldToZtunnel({ manifest: { metadata } }: MeshPod): Promise<ConnectionPolicy[]> {
    return this.istiod.tellsZtunnel(metadata);
  }

  /** The waypoint that a Service is reached through, by pods of ambient. */
  public waypointOf(service: Manifest): MeshPod | undefined {
    return this.ofKind('waypoint').find(waypoint => isReachedThrough(waypoint, service));
  }

  /** The address by which proxies without sidecars know the host of a ServiceEntry, which istiod gives it. Source: https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/ */
  public async virtualAddressOf(entry: Manifest): Promise<string> {
    return eventually(`${entry.metadata.name} has an address`, async () => {
      const now = await this.server.client.get({ ...entry, metadata: { name: entry.metadata.name, namespace: entry.metadata.namespace } });
      return (now?.status?.addresses as { readonly value: string }[] | undefined)?.map(({ value }) => value).find(value => !value.includes(':'));
    });
  }

  public async stop(): Promise<void> {
    await Promise.all([...this.pods.map(({ pod }) => pod), this.outside, this.istiod, this.server].map(system => system.stop()));
    await this.network.close();
  }

  private get proxies(): MeshPod[] {
    return this.pods.filter(hasEnvoy);
  }

  private ofKind(kind: ProxyKind): MeshPod[] {
    return this.pods.filter(({ proxy }) => proxy === kind);
  }

  /** The proxies that know the whole mesh: those that no Sidecar tells what to know. */
  private unscoped(scopes: readonly Manifest[]): Pod[] {
    const isScoped = ({ manifest: { metadata } }: MeshPod) => scopes.some(({ metadata: { namespace }, spec }) => (
      namespace === metadata.namespace && selects(spec.workloadSelector.labels, metadata.labels)));
    return this.pods.filter(pod => hasEnvoy(pod) && pod.proxy !== 'waypoint' && !isScoped(pod)).map(({ pod }) => pod);
  }

  private async makeNamespaces(manifests: Manifests): Promise<void> {
    const planned = this.plan.pods(manifests).map(({ manifest }) => manifest);
    const names = new Set([...manifests.objects, ...planned].flatMap(({ metadata }) => metadata.namespace ?? []));
    await Promise.all([...names].map(name => this.server.client.applyObject(namespaceObject(name))));
  }

  private async startPods(manifests: Manifests): Promise<MeshPod[]> {
    const { network, server: { client }, istiod } = this;
    const pods = await Promise.all(this.plan.pods(manifests).map((planned, i) => startPod(planned, planned.machine?.at ?? `10.77.1.${10 + i}`, manifests, network, client)));
    await Promise.all(pods.filter(({ proxy }) => proxy !== undefined).map(pod => startProxyOf(pod, client, istiod)));
    return pods;
  }
}

function endpointsOf(services: readonly Manifest[], placed: readonly PlacedPod[]): string[] {
  return services.flatMap(service => {
    const { ports, endpoints } = endpointSliceOf(service, placed);
    return endpoints.flatMap(({ addresses }) => ports.map(({ port }) => `${addresses[0]}:${port}`));
  });
}

/** A machine, which istiod finds behind Services as it finds pods. Source: https://istio.io/latest/docs/ops/deployment/vm-architecture/#service-association */
function machineOf({ metadata: { name, namespace }, spec: { address, labels, serviceAccount } }: Manifest): PlacedPod {
  return { manifest: podElsewhere(name, namespace!, labels, serviceAccount), address };
}

function hasEnvoy({ proxy }: PlannedPod): boolean {
  return proxy !== undefined && proxy !== 'ztunnel';
}

/** The namespace that a waypoint takes Services and hosts from. */
function namespaceFor({ namespace, labels }: MeshPod['manifest']['metadata'], manifests: Manifests): string {
  const { spec } = manifests.ofKind('Gateway').find(({ apiVersion, metadata }) => (
    apiVersion.startsWith('gateway.networking.k8s.io/') && metadata.namespace === namespace && metadata.name === labels[GATEWAY_NAME]))!;
  return spec.listeners[0].allowedRoutes?.namespaces.selector.matchLabels['kubernetes.io/metadata.name'] ?? namespace;
}

function isReachedThrough({ manifest: { metadata } }: MeshPod, service: Manifest): boolean {
  const waypoint = waypointOf(service);
  return waypoint?.namespace === metadata.namespace && waypoint.name === metadata.labels[GATEWAY_NAME];
}

function selects(selector: Record<string, string>, labels: Record<string, string>): boolean {
  return Object.entries(selector).every(([label, value]) => labels[label] === value);
}

function namespaceObject(name: string) {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

function isIstios({ apiVersion }: ObjectReference | ServedObject): boolean {
  return /(^|\.)istio\.io\//.test(apiVersion);
}

function isOfGatewayApi({ apiVersion }: ObjectReference | ServedObject): boolean {
  return apiVersion.startsWith('gateway.networking.k8s.io/');
}

function isRead(object: Manifest): boolean {
  return isIstios(object) || isOfGatewayApi(object) || ['Deployment', 'Service', 'ServiceAccount'].includes(object.kind);
}

function applicable(object: ObjectReference): Applicable {
  return { object, text: JSON.stringify(object) };
}
