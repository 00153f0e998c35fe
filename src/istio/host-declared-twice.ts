import { BackingService } from '../model/backing-service';
import { Finding, ITopologyCheck, Severity } from '../model/check';
import { EndpointOrigin } from '../model/service-endpoint';

/** BST602 */
export const hostDeclaredTwice: ITopologyCheck = {
  code: 'BST602',
  title: 'host-declared-twice',
  severity: Severity.ERROR,
  rationale: 'Two VirtualServices or DestinationRules for one host in one namespace are not merged: the older one wins and nothing reports it '
    + '(IST0109, KIA1106, KIA0201). Several ServiceEntries for one host get different addresses (istio/istio#55776).',
  fix: 'declare the host once, as one service with the ports and the contract of both',
  check: ({ graph }) => {
    const seen = new Map<string, BackingService>();
    const findings: Finding[] = [];
    for (const service of graph.services) {
      if (service.endpoint.origin === EndpointOrigin.WORKLOAD) continue;
      for (const namespace of graph.consumerNamespacesOf(service)) {
        const place = `${namespace} ${service.endpoint.host}`;
        const other = seen.get(place);
        if (other) findings.push(twice(service, other, namespace));
        seen.set(place, other ?? service);
      }
    }
    return findings;
  },
};

function twice(service: BackingService, other: BackingService, namespace: string): Finding {
  return {
    code: 'BST602',
    severity: Severity.ERROR,
    path: service.node.path,
    problem: `host ${service.endpoint.host} is declared here and as ${other.node.path}, and namespace ${namespace} uses both`,
    fix: 'declare it once',
  };
}
