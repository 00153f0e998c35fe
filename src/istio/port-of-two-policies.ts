import { ITopologyCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { grouped } from '../private/grouped';
import { HostPort, hostPortsOf } from '../traffic/host-ports';
import { SharedHost, sharedHostsOf } from '../traffic/shared-host';
import { trafficPolicyOf } from './traffic-policy';

/** BST637 */
export const portOfTwoPolicies = ourCheck<ITopologyCheck>({
  code: 'BST637',
  title: 'port-of-two-policies',
  severity: Severity.ERROR,
  rationale: 'A sidecar knows connections by host and port: two databases of one server are one to it, with one connect timeout, one breaker and one pool for each caller. Of '
    + 'two that a workload declares, one would silently win. Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-PortTrafficPolicy',
  fix: 'say the same connectTimeout, circuitBreaker and connectionPool of both dependencies',
  check: ({ graph }) => sharedHostsOf(graph, 'cluster.local').filter(({ members }) => members.length > 1)
    .flatMap(host => hostPortsOf(host).flatMap(port => problemsAt(port, host))),
});

function problemsAt(port: HostPort, host: SharedHost): Problem[] {
  return [...grouped(port.callers, ({ source }) => source).values()].flatMap(([first, ...others]) => {
    const said = saidOf(port, first);
    const differing = others.find(other => saidOf(port, other) !== said);
    return differing ? [problemOf(differing, first, host)] : [];
  });
}

function saidOf({ service, host }: HostPort, { policy }: Dependency): string {
  return JSON.stringify(trafficPolicyOf(service, host, policy) ?? {});
}

function problemOf(dependency: Dependency, other: Dependency, { host }: SharedHost): Problem {
  const { port } = dependency.service.locator.primary;
  return Problem.of(
    dependency,
    `the connections to port ${port} of ${host} are ruled in one way here and in another by ${other.path}, and a sidecar tells the two apart by nothing`,
    `say the same connectTimeout, circuitBreaker and connectionPool of ${dependency.service.name} and ${other.service.name}, or take them out`,
  );
}
