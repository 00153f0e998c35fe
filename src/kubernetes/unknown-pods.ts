import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { API_SERVER_IS_REACHED, isApiServer } from '../private/api-server';
import { distinct } from '../private/distinct';

/** BST523 */
export const unknownPods: ITopologyCheck = ourCheck<ITopologyCheck>({
  code: 'BST523',
  title: 'unknown-pods',
  severity: Severity.ERROR,
  rationale: 'A network policy acts behind the translation of a Service, on pods and their ports. To a service whose pods no label tells it can open '
    + 'nothing, or every pod of the namespace; this library opens nothing, so that declared calls fail. '
    + 'Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  fix: 'give podLabels, and targetPort where the pods listen on another port than that of the Service, to the service\'s inCluster provider, or leave the network policies out; '
    + 'the API server has no pods that labels tell: let who calls it reach its addresses by reaches()',

  check: ({ graph }) => graph.services.filter(service => isOutOfReach(service, graph)).map(service => Problem.of(
    service,
    `no label tells the pods behind ${service.name} in namespace ${service.locator.namespace}, so no network policy lets its consumers through to them`,
    adviceFor(service),
  )),
});

function adviceFor(service: BackingService): string {
  if (service.locator.dialled.some(({ host }) => isApiServer(host))) return API_SERVER_IS_REACHED;
  return `give podLabels to its inCluster provider: labels that its pods have and no others of that namespace${orPort(service)}`;
}

/** A policy opens the port of the pods, which is taken for the Service's unless it is said. */
function orPort({ locator: { dialled } }: BackingService): string {
  const unsaid = distinct(dialled.filter(({ port, targetPort }) => port === targetPort).map(({ port }) => port));
  return unsaid.length === 0 ? '' : `; and targetPort, if they listen on another port than ${unsaid.join(', ')}`;
}

function isOutOfReach(service: BackingService, graph: TopologyGraph): boolean {
  const { isExternal, podLabels } = service.locator;
  return !isExternal && podLabels === undefined && graph.dependenciesOn(service).some(({ source }) => source.guarded);
}
