import { GatewayListener } from '../model/gateway-listener';
import { TopologyGraph } from '../model/topology-graph';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { ExposedService, exposedHostsOf, listenersAt } from './exposed-host';

/** An exposure at those of its hosts that clients reach at the same listeners. @internal */
export interface ExposedTogether extends ExposedService {
  /** Names that clients ask for, sorted; `*` for any. */
  readonly hosts: readonly string[];
  /** Where clients reach them; none of a Gateway that is there. */
  readonly listeners: readonly GatewayListener[];
  /** Whether these are all hosts of the exposure. */
  readonly isWhole: boolean;
}

/** What the gateways of a topology expose, by exposure. */
export function exposedTogetherOf(graph: TopologyGraph, clusterDomain: string): ExposedTogether[] {
  const each = exposedHostsOf(graph, clusterDomain).flatMap(({ host, exposed }) => (
    exposed.map(service => ({ service, host, listeners: listenersAt(service.exposure, host) }))));
  return [...grouped(each, ({ service }) => service.exposure.path).values()].flatMap(ofOne => {
    const groups = [...grouped(ofOne, ({ listeners }) => JSON.stringify(listeners.map(({ port, hosts }) => [port, hosts]))).values()];
    return groups.map(group => ({
      ...group[0].service, hosts: group.map(({ host }) => host).sort(byCodePoint), listeners: group[0].listeners, isWhole: groups.length === 1,
    }));
  });
}
