import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { IGateway } from '../model/gateway-interface';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { labelsKey } from '../private/label-sets';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';
import { ExposedHost, exposedHostsOf } from '../traffic/exposed-host';

/** BST653 */
export const gatewayHostOfTwo = ourCheck<IAppCheck>({
  code: 'BST653',
  title: 'gateway-host-of-two',
  severity: Severity.ERROR,
  rationale: 'At one gateway, what two topologies expose at one host is merged in no order that is promised, and of two Gateways of the same pods one host and port is taken by one of them '
    + '(IST0145, KIA0301). Source: https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services',
  fix: 'expose what is at one host in one topology, whose services may be another\'s by an inCluster provider',

  check({ graphs }) {
    const first = new Map<string, TopologyGraph>();
    const exposing = graphs.filter(({ _exposures: { all } }) => all.length > 0).sort((a, b) => byCodePoint(a._path, b._path));
    return exposing.flatMap(graph => exposedHostsOf(graph, 'cluster.local').flatMap(exposed => {
      const key = JSON.stringify([pointOf(exposed.gateway), exposed.host]);
      const other = first.get(key) ?? graph;
      first.set(key, other);
      return other === graph ? [] : [problemOf(exposed, other)];
    }));
  },
});

/** Equal for gateways that are the same pods, or the same object. */
function pointOf({ existingGateway, namespace, selector }: IGateway): string {
  return existingGateway ?? JSON.stringify([namespace, labelsKey(selector)]);
}

function problemOf({ gateway, host }: ExposedHost, { _path: other }: TopologyGraph): Problem {
  return Problem.of(gateway, `host ${quote(host)} is exposed here, and by topology ${quote(other)} at the same gateway`);
}
