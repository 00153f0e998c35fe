import { Finding, ITopologyCheck, Severity } from '../model/check';
import { EndpointOrigin } from '../model/service-endpoint';
import { SharedPlace, sharedPlaces } from './shared-places';

/** BST602 */
export const hostDeclaredTwice: ITopologyCheck = {
  code: 'BST602',
  title: 'host-declared-twice',
  severity: Severity.ERROR,
  rationale: 'Two VirtualServices or DestinationRules for one host in one namespace are not merged: the older one wins and nothing reports it '
    + '(IST0109, KIA1106, KIA0201). Several ServiceEntries for one host get different addresses (istio/istio#55776).',
  fix: 'declare the host once, as one service with the ports and the contract of both',
  check: ({ graph }) => sharedPlaces(graph, ({ endpoint }) =>
    endpoint.origin === EndpointOrigin.WORKLOAD ? undefined : endpoint.host).map(twice),
};

function twice({ service, other, namespace }: SharedPlace): Finding {
  return {
    code: 'BST602',
    severity: Severity.ERROR,
    path: service.node.path,
    problem: `host ${service.endpoint.host} is declared here and as ${other.node.path}, and namespace ${namespace} uses both`,
    fix: 'declare it once',
  };
}
