import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { ANY_HOST, isWithin } from '../model/listener-host';
import { Problem } from '../model/problem';
import { grouped } from '../private/grouped';
import { quote } from '../private/topology-error';
import { BoundRoute } from './bound-route';
import { RoutesRead } from './bound-routes';

/** BST666 */
export const hostOfTwoKinds = (read: RoutesRead): ITopologyCheck => ourCheck<ITopologyCheck>({
  code: 'BST666',
  title: 'host-of-two-kinds',
  severity: Severity.ERROR,
  rationale: 'At one listener a host is for HTTPRoutes or for GRPCRoutes: of two kinds an implementation accepts one, and says so in the status of the other alone. '
    + 'Source: https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute (hostnames)',
  fix: 'expose services of gRPC at a host of their own, or at another port',

  check: ({ graph }) => {
    const requests = read(graph).filter(({ to }) => to.service.showsRequests);
    const at = requests.flatMap(bound => bound.parentRefs.map(parent => ({ bound, parent, namespace: parent.namespace ?? bound.namespace })));
    const listeners = grouped(at, ({ parent, namespace }) => JSON.stringify([namespace, parent]));
    const problems = [...listeners.values()].flatMap(group => problemsOf(group.map(({ bound }) => bound)));
    return [...grouped(problems, ({ subject, description }) => `${subject.path} ${description}`).values()].map(([first]) => first);
  },
});

/** Each that shares a host with one of another kind before it. */
function problemsOf(atOneListener: readonly BoundRoute[]): Problem[] {
  return atOneListener.flatMap((bound, position) => {
    const other = atOneListener.slice(0, position).find(before => before.kind !== bound.kind && hostIn(before, bound) !== undefined);
    if (other === undefined) return [];
    const host = quote(hostIn(other, bound)!);
    return [Problem.of(bound.subject, `host ${host} is for its ${bound.kind} and for the ${other.kind} of ${quote(other.subject.name)}`)];
  });
}

/** The narrower of two hosts of which one stands for the other. */
function hostIn({ hostnames: before = [ANY_HOST] }: BoundRoute, { hostnames: hosts = [ANY_HOST] }: BoundRoute): string | undefined {
  return hosts.find(host => before.some(wider => isWithin(host, wider))) ?? before.find(host => hosts.some(wider => isWithin(host, wider)));
}
