import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { coveredHosts } from './covered-hosts';
import { declaredTwice, hostClashes } from './host-clashes';
import { ruledTwice } from './ruled-twice';
import { SharedPlace } from './shared-places';

/** BST602 */
export const hostDeclaredTwice = ourCheck<IAppCheck>({
  code: 'BST602',
  title: 'host-declared-twice',
  severity: Severity.ERROR,
  rationale: 'Two VirtualServices or DestinationRules for one host in one namespace are not merged: the older one wins and nothing reports it '
    + '(IST0109, KIA1106, KIA0201). Several ServiceEntries for one host get different addresses (istio/istio#55776). Services of one topology and owner share them, '
    + 'at ports of their own, or at one port where a mesh passes connections on alike; requests to one port it tells apart by no base path and no contract. All of them lead to the same endpoints, of which a host has one list. A host that "*." of another '
    + 'service stands for, on one port, is that service\'s to its clients and not its to a mesh.',
  fix: 'declare the host once, as one service with the ports and the contract of both, or give each service a port of its own; in place of a wildcard that stands for a '
    + 'host of another service, name the hosts',
  check: ({ graphs }) => [
    ...hostClashes(graphs),
    ...coveredHosts(graphs).map(coveredBy),
    ...ruledTwice(graphs).map(({ place: host, other, ...use }) => declaredTwice({ ...use, host }, other)),
  ],
});

/** A mesh gives the host to the service that names it, whoever asks; so the other one has to say which it means. */
function coveredBy({ service, other, namespace, place }: SharedPlace): Problem {
  return Problem.of(
    service,
    `host ${place} is declared here and, by a wildcard, as ${other.path}, and namespace ${namespace} uses both`,
    `name the hosts that ${other.name} is reached at in place of the wildcard, or declare the two as one service`,
  );
}
