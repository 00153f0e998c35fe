import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { TakenRequests } from '../model/taken-requests';
import { TopologyGraph } from '../model/topology-graph';
import { quote } from '../private/topology-error';
import { connectionsAt, ExposedHost, exposedHostsOf } from '../traffic/exposed-host';
import { exposedRequestsOf } from '../traffic/exposed-routes';

/** Rules about what is exposed ask for no name in the cluster. */
const DOMAIN = 'cluster.local';

/** BST650 */
export const exposedTwice = ourCheck<ITopologyCheck>({
  code: 'BST650',
  title: 'exposed-twice',
  severity: Severity.ERROR,
  rationale: 'Of what a gateway exposes at one host, the first that takes a request has it: another service that is to have the same requests, or the connections of one port, is never reached. '
    + 'Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService (http, tls, tcp)',
  fix: 'say with `matches`, `hosts` or `port` which requests each of the two takes',

  check: ({ graph }) => exposedHosts(graph).flatMap(exposed => [...requestsTwice(exposed), ...connectionsTwice(exposed)]),
});

function exposedHosts(graph: TopologyGraph): ExposedHost[] {
  return graph._exposures.all.length === 0 ? [] : exposedHostsOf(graph, DOMAIN);
}

function requestsTwice(exposed: ExposedHost): Problem[] {
  const taken = new TakenRequests();
  const requests = exposedRequestsOf(exposed).flatMap(({ exposure, conditions }) => conditions.map(asked => ({ exposure, asked })));
  return requests.flatMap(({ exposure, asked }, position) => {
    const by = taken.by(asked);
    taken.add(asked, position);
    if (by === undefined || requests[by].exposure === exposure) return [];
    return [Problem.of(exposure, `all of its requests to host ${quote(exposed.host)} are taken by ${quote(requests[by].exposure.name)}`)];
  });
}

function connectionsTwice(exposed: ExposedHost): Problem[] {
  const first = new Map<string, string>();
  return connectionsAt(exposed).flatMap(({ to, port, isByName }) => {
    const key = JSON.stringify([isByName, port]);
    const other = first.get(key);
    first.set(key, other ?? to.service.name);
    if (other === undefined) return [];
    const where = [...isByName ? [`host ${quote(exposed.host)}`] : [], ...port === undefined ? [] : [`port ${port}`]].join(' at ');
    return [Problem.of(to.service, `${quote(other)} has the connections to ${where} of ${exposed.gateway.name}, where this one is exposed too`)];
  });
}
