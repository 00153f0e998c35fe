import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { beginsAtOwnService } from '../model/own-service';
import { Problem } from '../model/problem';
import { WorkloadStanding } from '../model/workload-standing';
import { quote } from '../private/topology-error';

/** BST675 */
export const accountOfWaypoint = (waypoint: string): ITopologyCheck => ourCheck<ITopologyCheck>({
  code: 'BST675',
  title: 'account-of-waypoint',
  severity: Severity.ERROR,
  rationale: 'Pods behind a waypoint let it in by its identity, and whatever it sends: it has asked who calls, and for what. Pods that run as its account have that identity, and come to all of them unasked. '
    + 'Source: https://istio.io/latest/docs/ambient/usage/l4-policy/#targeting-policies',
  fix: 'run the pods as an account of their own, or give the waypoint another name',

  check({ graph }) {
    const namespaces = new Set(graph.services.filter(beginsAtOwnService).map(({ locator }) => locator.namespace));
    const sharing = graph.workloads.filter(({ standing, serviceAccountName, namespace }) => (
      standing !== WorkloadStanding.GATEWAY && serviceAccountName === waypoint && namespaces.has(namespace)));
    return sharing.map(workload => Problem.of(workload, `its pods run as ${quote(waypoint)}, the account of the waypoint in ${workload.namespace}`));
  },
});
