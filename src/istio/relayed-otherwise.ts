import { ITopologyCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { Relay } from '../model/relay';
import { TopologyGraph } from '../model/topology-graph';
import { grouped } from '../private/grouped';
import { callersAgree } from './traffic-policy';

/** BST655 */
export const relayedOtherwise = ourCheck<ITopologyCheck>({
  code: 'BST655',
  title: 'relayed-otherwise',
  severity: Severity.ERROR,
  rationale: 'Callers of what a gateway relays share its Service with those of all else that it relays, and one rule of a namespace says how they connect there: limits, breakers and times to connect that '
    + 'differ by caller would be dropped. Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#DestinationRule (workloadSelector)',
  fix: 'say the same of connections in all calls from one namespace, or nothing; timeouts and retries may differ',

  check: ({ graph }) => graph._relays.all.flatMap(relay => (
    [...callersByNamespace(relay, graph)].filter(([, callers]) => !callersAgree(callers)).map(([namespace, callers]) => {
      const names = callers.map(({ source }) => source.name).join(', ');
      return Problem.of(relay, `its callers in namespace ${namespace} say different things of their connections: ${names}`);
    }))),
});

function callersByNamespace({ service }: Relay, graph: TopologyGraph): Map<string, Dependency[]> {
  return grouped(graph.dependenciesOn(service).filter(call => !graph._relays.carries(call)), ({ source }) => source.namespace);
}
