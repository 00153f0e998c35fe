/** A port that nobody uses, so that its routes are few. */
const PORT = 15999;

/** The routes that a sentinel is seen in. */
export const SENTINEL_ROUTES = `config_dump?resource=dynamic_route_configs&name_regex=%5E(http%5C.)%3F${PORT}$`;

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

/** The same for gateways, whose routes are those of VirtualServices that are bound to them: one listener of all gateways, and what is bound to it. */
export function sentinelsOfGateways(number: number) {
  const object = (kind: string, spec: object) => ({ apiVersion: 'networking.istio.io/v1', kind, metadata: { name: 'sentinel', namespace: 'istio-system' }, spec });
  return [
    object('Gateway', { servers: [{ port: { number: PORT, name: 'http-sentinel', protocol: 'HTTP' }, hosts: ['*'] }] }),
    object('VirtualService', { hosts: [sentinelHost(number)], gateways: ['istio-system/sentinel'], http: [{ directResponse: { status: 204 } }] }),
  ];
}

export function sentinelHost(number: number): string {
  return `s${number}.sentinel.example.com`;
}
