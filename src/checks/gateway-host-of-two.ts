import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { IGateway, isGateway } from '../model/gateway-interface';
import { GatewayListener } from '../model/gateway-listener';
import { sharesPort } from '../model/gateway-rules';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { labelsKey } from '../private/label-sets';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';
import { exposedHostsOf } from '../traffic/exposed-host';

/** BST653 */
export const gatewayHostOfTwo = ourCheck<IAppCheck>({
  code: 'BST653',
  title: 'gateway-host-of-two',
  severity: Severity.ERROR,
  rationale: 'At one gateway, what two topologies expose at one host is merged in no order that is promised, and of two Gateways of the same pods one host and port, or one port of two protocols, is taken by one of them '
    + '(IST0145, KIA0301). Source: https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services',
  fix: 'expose what is at one host in one topology, whose services may be another\'s by an inCluster provider; listen for two protocols at two ports',

  check: ({ graphs }) => {
    const sorted = [...graphs].sort((a, b) => byCodePoint(a._path, b._path));
    return [...hostsOfTwo(sorted), ...portsOfTwo(sorted)];
  },
});

function hostsOfTwo(graphs: readonly TopologyGraph[]): Problem[] {
  const first = new Map<string, TopologyGraph>();
  return graphs.filter(({ _exposures: { all } }) => all.length > 0).flatMap(graph => exposedHostsOf(graph, 'cluster.local').flatMap(({ gateway, host }) => {
    const other = firstAt(first, JSON.stringify([pointOf(gateway), host]), graph);
    return other === graph ? [] : [Problem.of(gateway, `host ${quote(host)} is exposed here, and by topology ${quote(other._path)} at the same gateway`)];
  }));
}

function portsOfTwo(graphs: readonly TopologyGraph[]): Problem[] {
  const first = new Map<string, { readonly graph: TopologyGraph; readonly listener: GatewayListener }>();
  return graphs.flatMap(graph => graph.workloads.filter(isGateway).flatMap(gateway => gateway.listeners.flatMap(listener => {
    const other = firstAt(first, JSON.stringify([pointOf(gateway), listener.port]), { graph, listener });
    return sharesPort(listener, other.listener) ? [] : [Problem.of(
      gateway, `at port ${listener.port} it takes ${listener.protocol}, and topology ${quote(other.graph._path)} lets the same gateway take ${other.listener.protocol} there`)];
  })));
}

function firstAt<Held>(first: Map<string, Held>, key: string, held: Held): Held {
  const before = first.get(key);
  if (before === undefined) first.set(key, held);
  return before ?? held;
}

/** Equal for gateways that are the same pods, or the same object. */
function pointOf({ existingGateway, gatewayClassName, configNamespace, name, namespace, selector }: IGateway): string {
  const made = gatewayClassName === undefined ? JSON.stringify([namespace, labelsKey(selector)]) : `${configNamespace}/${name}`;
  return existingGateway ?? made;
}
