import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { PodVersion } from '../model/pods';
import { Problem } from '../model/problem';
import { distinct } from '../private/distinct';
import { quote } from '../private/topology-error';

/** BST807 */
export const portNotListenedOn = ourCheck<ITopologyCheck>({
  code: 'BST807',
  title: 'port-not-listened-on',
  severity: Severity.ERROR,
  rationale: 'A Service hands what it gets to its target port. Where nothing listens there, every connection is refused, and nothing else says so. '
    + 'Ports that containers declare are no more than a statement, and a container may listen on others; one that declares ports and not this one says '
    + 'two things. Source: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container (ports)',
  fix: 'give the port that the containers listen on as targetPort',

  check: ({ graph }) => graph.services.flatMap(service => (service.locator.workload?.versions ?? []).flatMap(version => judge(service, version))),
});

function judge(service: BackingService, { name, ports = [] }: PodVersion): Problem[] {
  if (ports.length === 0) return [];
  const closed = distinct(service.locator.addresses.map(({ targetPort }) => targetPort)).filter(port => !ports.includes(port)).sort((a, b) => a - b);
  if (closed.length === 0) return [];
  const pods = `the pods of ${quote(service.locator.workload!.name)}${name === undefined ? '' : ` in version ${quote(name)}`}`;
  return [Problem.of(
    service,
    `sends to port ${closed.join(', ')}, but ${pods} declare ${ports.join(', ')}`,
    `set targetPort to ${ports.length === 1 ? ports[0] : 'one of these'}, or declare port ${closed.join(', ')} on the container that listens on it`,
  )];
}
