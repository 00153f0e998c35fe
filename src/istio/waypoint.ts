import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { emitAbout, gatewayItself } from './policy-target';

const GATEWAY_API = 'gateway.networking.k8s.io';

/** The GatewayClass of waypoints. */
export const WAYPOINT_CLASS = 'istio-waypoint';

interface WaypointListener {
  readonly name: 'mesh';
  readonly port: number;
  readonly protocol: 'HBONE';
  readonly allowedRoutes?: { readonly namespaces: { readonly from: 'Selector'; readonly selector: { readonly matchLabels: Record<string, string> } } };
}

interface WaypointSpec {
  readonly gatewayClassName: typeof WAYPOINT_CLASS;
  readonly listeners: readonly WaypointListener[];
}

/** At which proxies without sidecars take connections, for whomever they are. Source: https://istio.io/latest/docs/ambient/architecture/hbone/ */
export const TUNNEL_PORT = 15008;
/** From where the kubelet's probes seem to come. Source: https://istio.io/latest/docs/ambient/usage/networkpolicy/; istio, cni/pkg/iptables */
export const PROBES_FROM: readonly string[] = ['169.254.7.127/32', 'fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128'];

/** Labels of Services whose requests a waypoint is to take, those that come through gateways of Istio's too. Source: https://istio.io/latest/docs/ambient/usage/waypoint/ */
export function enrolling(waypoint: string): Record<string, string> {
  return { 'istio.io/use-waypoint': waypoint, 'istio.io/ingress-use-waypoint': 'true' };
}

/** Labels of the pods of a waypoint, which Istio makes. Source: https://gateway-api.sigs.k8s.io/geps/gep-1762/#resource-naming-and-labels */
export function waypointPods(waypoint: string): Record<string, string> {
  return { [`${GATEWAY_API}/gateway-name`]: waypoint };
}

/**
 * The waypoint of a namespace, its own unless another one is said. It lets in nobody whom no policy of a Service lets in, so that a Service which somebody else labels for it opens no way to our pods.
 * Source: https://istio.io/latest/docs/ambient/usage/waypoint/
 */
export function emitWaypoint(scope: Construct, name: string, namespace: string, of = namespace): void {
  emit<WaypointSpec>(scope, {
    apiVersion: `${GATEWAY_API}/v1`, kind: 'Gateway', name, namespace, labels: { 'istio.io/waypoint-for': 'service' },
    spec: { gatewayClassName: WAYPOINT_CLASS, listeners: [{ name: 'mesh', port: TUNNEL_PORT, protocol: 'HBONE', allowedRoutes: of === namespace ? undefined : onlyFrom(of) }] },
  });
  emitAbout<{ readonly action: 'ALLOW' }>(scope, gatewayItself(name), { apiVersion: 'security.istio.io/v1', kind: 'AuthorizationPolicy', name, namespace, spec: { action: 'ALLOW' } });
}

/** Every namespace is labelled with its name. Source: https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name */
function onlyFrom(namespace: string): WaypointListener['allowedRoutes'] {
  return { namespaces: { from: 'Selector', selector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } } };
}
