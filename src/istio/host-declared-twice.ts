import { BackingService } from '../model/backing-service';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { distinct } from '../private/distinct';
import { coveredHosts } from './covered-hosts';
import { ruledTwice } from './ruled-twice';
import { SharedPlace, sharedPlaces } from './shared-places';

/** BST602 */
export const hostDeclaredTwice = ourCheck<IAppCheck>({
  code: 'BST602',
  title: 'host-declared-twice',
  severity: Severity.ERROR,
  rationale: 'Two VirtualServices or DestinationRules for one host in one namespace are not merged: the older one wins and nothing reports it '
    + '(IST0109, KIA1106, KIA0201). Several ServiceEntries for one host get different addresses (istio/istio#55776). A host that "*." of another service stands '
    + 'for, on one port, is that service\'s to its clients and not its to a mesh.',
  fix: 'declare the host once, as one service with the ports and the contract of both',
  check: ({ graphs }) => [...sharedPlaces(graphs, hostsOf), ...coveredHosts(graphs), ...ruledTwice(graphs)].map(declaredAgain),
});

/** Brokers and replicas have hosts of their own besides the first. A Service that is made for a workload has one declaration; one that was there may have two. */
function hostsOf({ locator }: BackingService): string[] {
  return locator.declaresServices ? [] : distinct(locator.dialled.map(({ host }) => host));
}

function declaredAgain({ service, other, namespace, place }: SharedPlace): Problem {
  return Problem.of(service, `host ${place} is declared here and as ${other.path}, and namespace ${namespace} uses both`, 'declare it once');
}
