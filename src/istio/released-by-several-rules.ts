import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { capped } from '../private/capped';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { hostPortsOf } from '../traffic/host-ports';
import { SharedHost, sharedHostsOf } from '../traffic/shared-host';
import { callersAgree } from './traffic-policy';

/** BST679 */
export const releasedBySeveralRules = ourCheck<ITopologyCheck>({
  code: 'BST679',
  title: 'released-by-several-rules',
  severity: Severity.ERROR,
  rationale: 'Argo Rollouts writes the label that tells the versions of a release apart into one DestinationRule. In any other the subsets of both select all pods, so that who is ruled by it gets '
    + 'versions at random. Source: https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/#subset-level-traffic-splitting',
  fix: 'let all callers say the same of connections, and put what the workload answers behind one Kubernetes Service',

  check({ graph }) {
    if (graph.workloads.every(({ release }) => release === undefined)) return [];
    return releasedIn(graph).flatMap(([workload, hosts]) => [...severalHosts(workload, hosts), ...hosts.flatMap(differing)]);
  },
});

function releasedIn(graph: TopologyGraph): [IWorkload, SharedHost[]][] {
  const released = sharedHostsOf(graph, 'cluster.local').filter(({ members: [{ service }] }) => service.locator.workload?.release);
  return [...grouped(released, ({ members: [{ service }] }) => service.locator.workload!)];
}

function severalHosts(workload: IWorkload, hosts: readonly SharedHost[]): Problem[] {
  if (hosts.length < 2) return [];
  const names = hosts.map(({ members: [{ service }] }) => service.locator.primary.service!).sort(byCodePoint);
  return [Problem.of(workload, `its versions are told apart behind ${hosts.length} Kubernetes Services, ${capped(names)}, by a rule for each`,
    'give the providers one `service`, at ports of their own')];
}

/** Callers that differ have rules of their own. */
function differing(host: SharedHost): Problem[] {
  const ports = hostPortsOf(host).filter(({ callers }) => !callersAgree(callers));
  return ports.map(({ service, callers }) => Problem.of(
    service,
    `${capped(callers.map(({ source }) => source.name).sort(byCodePoint))} do not all say the same of circuitBreaker, connectionPool and connectTimeout, so that each has a rule of its own for ${service.locator.workload!.name}`,
    'let all callers say the same of connections',
  ));
}
