/** Source: https://gateway-api.sigs.k8s.io/reference/spec/#gatewayinfrastructure */
export const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';

/** A port that nobody uses, so that its routes are few. */
const PORT = 15999;

/** The routes that a sentinel is seen in. */
export const SENTINEL_ROUTES = `config_dump?resource=dynamic_route_configs&name_regex=%5E(http%5C.)%3F${PORT}$`;

/** Where a waypoint has it: in the listener of all its Services, which holds their routes. */
export const SENTINEL_LISTENER = 'config_dump?resource=dynamic_listeners&name_regex=%5Emain_internal$';

/**
 * A ServiceEntry with a number in its host. istiod sends routes last, after clusters, endpoints and listeners, so a sidecar that knows the
 * newest number has been sent everything that was applied before. Source: Istio, pilot/pkg/xds/ads.go, PushOrder
 */
export function sentinel(number: number) {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name: 'sentinel', namespace: 'istio-system' },
    spec: {
      hosts: [sentinelHost(number)],
      ports: [{ number: PORT, name: 'http', protocol: 'HTTP' }],
      resolution: 'STATIC',
      endpoints: [{ address: '10.77.255.254' }],
    },
  };
}

/** Proxies of a Gateway of the Gateway API, which take none of Istio's of another namespace. Source: istio, PILOT_ENABLE_STRICT_GATEWAY_MERGING */
export interface ManagedProxies {
  readonly namespace: string;
  readonly labels: Record<string, string>;
}

/** A waypoint, which takes what is in one namespace. */
export interface ManagedWaypoint extends ManagedProxies {
  readonly takesFrom: string;
}

/** The same for gateways, whose routes are those of VirtualServices that are bound to them: one listener of all gateways, one of each that is managed, and what is bound to them. */
export function sentinelsOfGateways(number: number, managed: readonly ManagedProxies[]) {
  return [...listener(number, 'istio-system'), ...managed.flatMap(({ namespace, labels }) => listener(number, namespace, labels))];
}

/** The same for a waypoint, which knows nothing but what is reached through it. Of that it is sent the listener last. */
export function sentinelOfWaypoint(number: number, { namespace, labels, takesFrom }: ManagedWaypoint) {
  const name = labels[GATEWAY_NAME];
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name: `sentinel-of-${name}`, namespace: takesFrom, labels: { 'istio.io/use-waypoint': name, 'istio.io/use-waypoint-namespace': namespace } },
    spec: { ...sentinel(number).spec, hosts: [`${namespace}.${sentinelHost(number)}`], addresses: ['10.77.255.253'], exportTo: takesFrom === namespace ? ['.'] : ['.', namespace] },
  };
}

function listener(number: number, namespace: string, selector?: Record<string, string>) {
  const object = (kind: string, spec: object) => ({ apiVersion: 'networking.istio.io/v1', kind, metadata: { name: 'sentinel', namespace }, spec });
  return [
    object('Gateway', { selector, servers: [{ port: { number: PORT, name: 'http-sentinel', protocol: 'HTTP' }, hosts: ['*'] }] }),
    object('VirtualService', { hosts: [sentinelHost(number)], gateways: [`${namespace}/sentinel`], http: [{ directResponse: { status: 204 } }] }),
  ];
}

export function sentinelHost(number: number): string {
  return `s${number}.sentinel.example.com`;
}
