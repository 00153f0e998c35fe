import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { grouped } from '../private/grouped';
import { quote } from '../private/topology-error';
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
    const at = requests.flatMap(together => together.hosts.flatMap(host => parentRefsOf(together).map(parent => ({
      together, host, key: JSON.stringify([together.exposure.gateway.path, host, parent]), kind: kindOfRoute(together),
    }))));
    const told = new Set<string>();
    return [...grouped(at, ({ key }) => key).values()].flatMap(group => {
      const other = group.find(({ kind }) => kind !== group[0].kind);
      if (other === undefined || told.has(other.host)) return [];
      told.add(other.host);
      const first = group[0].together.exposure;
      return [Problem.of(other.together.exposure, `host ${quote(other.host)} is for its ${other.kind} and for the ${group[0].kind} of ${quote(first.name)}`)];
    });
  },
});
