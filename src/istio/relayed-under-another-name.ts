import { ITopologyCheck, ourCheck } from '../model/check';
import { Exposure } from '../model/exposure';
import { Severity } from '../model/finding';
import { HttpRoute } from '../model/http-route';
import { HttpRouteOptions } from '../model/http-route-options';
import { Problem } from '../model/problem';
import { Relay } from '../model/relay';
import { TopologyGraph } from '../model/topology-graph';
import { listed, quote } from '../private/topology-error';
import { connectionsAt, exposedHostsOf } from '../traffic/exposed-host';
import { relayedAddressesOf } from '../traffic/relayed-host';

/** Rules about gateways ask for no name in the cluster. */
const DOMAIN = 'cluster.local';

/** BST656 */
export const relayedUnderAnotherName = ourCheck<ITopologyCheck>({
  code: 'BST656',
  title: 'relayed-under-another-name',
  severity: Severity.ERROR,
  rationale: 'An egress gateway tells what it relays apart by the name of the host, in TLS and in requests. What comes under another name is turned away, 404 or a connection that is reset; and what '
    + 'clients ask of it under a name that it relays at that port goes to the listener for sidecars. '
    + 'Source: https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/',
  fix: 'leave the host of requests as it is where a gateway relays them, and let clients ask for the name of the third party',

  check: ({ graph }) => graph._relays.all.length === 0 ? [] : [...renamedByRoutes(graph), ...renamedByExposures(graph), ...exposedOtherwise(graph)],
});

function renamedByRoutes(graph: TopologyGraph): Problem[] {
  return graph._relays.all.filter(({ service }) => service.routes.some(isRenaming)).map(({ service, gateway }) => (
    Problem.of(service, `its routes give requests another host, and ${gateway.name} relays them by their host`)));
}

function renamedByExposures(graph: TopologyGraph): Problem[] {
  return graph._exposures.all.flatMap(exposure => {
    const { gateway, service, said: { routes = [], options } } = exposure;
    const relay = graph._relays.to(service);
    if (relay === undefined || relay.gateway === gateway || !routes.some(isRenaming) && !renames(options)) return [];
    return [Problem.of(exposure, `it gives requests another host, and ${relay.gateway.name} relays them by their host`)];
  });
}

function isRenaming({ options }: HttpRoute): boolean {
  return renames(options);
}

function renames({ rewrite, requestHeaders }: HttpRouteOptions): boolean {
  return rewrite?.authority !== undefined || [...Object.keys(requestHeaders?.set ?? {}), ...Object.keys(requestHeaders?.add ?? {})].includes('host');
}

/** What gateways expose of a third party that another one relays, by the client's own TLS; and what the relaying one itself exposes under the name of a third party. */
function exposedOtherwise(graph: TopologyGraph): Problem[] {
  return exposedHostsOf(graph, DOMAIN).flatMap(exposed => {
    const { gateway, host, listeners } = exposed;
    const taken = graph._relays.of(gateway).filter(relay => hostsOf(relay).includes(host) && listeners.some(({ port }) => port === relay.said.port));
    const passed = connectionsAt(exposed).flatMap(({ to: { service }, isByName }) => {
      const relay = graph._relays.to(service);
      return relay === undefined || relay.gateway === gateway || isByName && hostsOf(relay).includes(host) ? [] : [{ service, relay }];
    });
    return [
      ...taken.map(relay => Problem.of(gateway, `at port ${relay.said.port} it exposes something to clients that ask for ${quote(host)}, and there it takes what it relays to that host`)),
      ...passed.map(({ service, relay }) => Problem.of(
        exposureOf(exposed.exposed.map(({ exposure }) => exposure), relay), `clients of ${gateway.name} ask for ${quote(host)}, and ${relay.gateway.name} knows ${service.name} as ${listed(hostsOf(relay))}`)),
    ];
  });
}

function exposureOf(exposures: readonly Exposure[], { service }: Relay): Exposure {
  return exposures.find(exposure => exposure.service === service)!;
}

function hostsOf({ service }: Relay): string[] {
  return relayedAddressesOf(service).map(({ host }) => host);
}
