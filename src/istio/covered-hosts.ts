import { Address } from '../model/address';
import { BackingService } from '../model/backing-service';
import { TopologyGraph } from '../model/topology-graph';
import { isWildcard } from '../private/host';
import { byCodePoint } from '../private/names';
import { SharedPlace } from './shared-places';

interface Use {
  readonly service: BackingService;
  readonly namespace: string;
  readonly address: Address;
}

/** Services outside that have a host for which "*." of another one stands, on a port of both, as one consumer namespace sees them. */
export function coveredHosts(graphs: readonly TopologyGraph[]): SharedPlace[] {
  const uses = graphs.flatMap(usesIn).sort((a, b) => byCodePoint(a.service.path, b.service.path));
  const wildcards = new Map<string, BackingService>();
  for (const { service, namespace, address: { host, port } } of uses) {
    const key = keyOf(namespace, port, host.slice(1));
    if (isWildcard(host) && !wildcards.has(key)) wildcards.set(key, service);
  }
  return uses.flatMap(({ service, namespace, address: { host, port } }) => endsOf(host).flatMap(end => {
    const other = wildcards.get(keyOf(namespace, port, end));
    return other === undefined || other === service ? [] : [{ service, other, namespace, place: host }];
  }));
}

function usesIn(graph: TopologyGraph): Use[] {
  return graph.services.flatMap(service => graph.consumerNamespacesOf(service).flatMap(namespace =>
    service.locator.dialled.map(address => ({ service, namespace, address }))));
}

function keyOf(namespace: string, port: number, end: string): string {
  return `${namespace} ${port} ${end}`;
}

/** What a host may end in that "*" stands before: `.b.c.d` and `.c.d` of `a.b.c.d`, `.c.d` of `*.b.c.d`; no wildcard is of `.d` alone. */
function endsOf(host: string): string[] {
  const labels = host.replace(/^\*\./, '').split('.');
  return labels.slice(2).map((_, position) => `.${labels.slice(position + 1).join('.')}`);
}
