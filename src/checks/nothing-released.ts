import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { isShifted } from '../model/released-routes';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { listed } from '../private/topology-error';

/** BST217 */
export const nothingReleased = ourCheck<ITopologyCheck>({
  code: 'BST217',
  title: 'nothing-released',
  severity: Severity.ERROR,
  rationale: 'Who releases a workload moves the weights of routes that lead to both of its versions. Where there is none, no step of the release has an effect: requests reach the new version as soon as '
    + 'a pod of it runs. Source: https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/',
  fix: 'let a service in front of the workload say no routes, or end them with one to both versions, all of it for the stable one',

  check: ({ graph }) => graph.workloads.filter(({ release }) => release !== undefined).flatMap(workload => {
    const services = graph.servicesOf(workload);
    if (services.some(({ routes }) => routes.some(route => isShifted(route, workload.release!))) || isShiftedAtGateway(workload, graph)) return [];
    return [Problem.of(workload, services.length === 0 ? 'no service is in front of its pods' : `no route of ${listed(services.map(({ name }) => name))} leads to both versions`)];
  }),
});

function isShiftedAtGateway(workload: IWorkload, graph: TopologyGraph): boolean {
  const exposed = graph._exposures.all.filter(({ service }) => service.locator.workload === workload);
  return exposed.some(({ said: { routes = [] } }) => routes.some(route => isShifted(route, workload.release!)));
}
