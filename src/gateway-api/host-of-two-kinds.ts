import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { isWithin } from '../model/listener-host';
import { Problem } from '../model/problem';
import { grouped } from '../private/grouped';
import { quote } from '../private/topology-error';
import { ExposedTogether } from '../traffic/exposed-together';
import { exposedHere } from './exposed-here';
import { kindOfRoute } from './kind-of-route';
import { parentRefsOf } from './parent-refs';

/** BST666 */
export const hostOfTwoKinds = ourCheck<ITopologyCheck>({
  code: 'BST666',
  title: 'host-of-two-kinds',
  severity: Severity.ERROR,
  rationale: 'At one listener a host is for HTTPRoutes or for GRPCRoutes: of two kinds an implementation accepts one, and says so in the status of the other alone. '
    + 'Source: https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute (hostnames)',
  fix: 'expose services of gRPC at a host of their own, or at another port',

  check: ({ graph }) => {
    const requests = exposedHere(graph).filter(({ exposure }) => exposure.service.showsRequests);
    const at = requests.flatMap(together => parentRefsOf(together).map(parent => (
      { together, key: JSON.stringify([together.exposure.gateway.path, parent]) })));
    const problems = [...grouped(at, ({ key }) => key).values()].flatMap(group => problemsOf(group.map(({ together }) => together)));
    return [...grouped(problems, ({ subject, description }) => `${subject.path} ${description}`).values()].map(([first]) => first);
  },
});

/** Each that shares a host with one of another kind before it. */
function problemsOf(atOneListener: readonly ExposedTogether[]): Problem[] {
  return atOneListener.flatMap((together, position) => {
    const [kind, { exposure }] = [kindOfRoute(together), together];
    const other = atOneListener.slice(0, position).find(before => kindOfRoute(before) !== kind && hostIn(before, together) !== undefined);
    if (other === undefined) return [];
    return [Problem.of(exposure, `host ${quote(hostIn(other, together)!)} is for its ${kind} and for the ${kindOfRoute(other)} of ${quote(other.exposure.name)}`)];
  });
}

/** The narrower of two hosts of which one stands for the other. */
function hostIn({ hosts: before }: ExposedTogether, { hosts }: ExposedTogether): string | undefined {
  return hosts.find(host => before.some(wider => isWithin(host, wider))) ?? before.find(host => hosts.some(wider => isWithin(host, wider)));
}
