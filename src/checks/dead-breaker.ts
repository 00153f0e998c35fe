import { ITopologyCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';

/** BST215 */
export const deadBreaker = ourCheck<ITopologyCheck>({
  code: 'BST215',
  title: 'dead-breaker',
  severity: Severity.ERROR,
  rationale: 'Envoy ejects an endpoint only while 100 * (ejected + 1) / endpoints stays within maxEjectionPercent, so the breaker of a service '
    + 'with few pods may never open. Source: Envoy 1.28, https://github.com/envoyproxy/envoy/pull/27909',
  fix: 'raise maxEjectionPercent to at least 100 / replicas, or run more replicas',

  /** Hosts are counted over all versions, because endpoints are ejected for the host, not for a subset. */
  check({ graph }) {
    return graph.dependencies.flatMap(judge);
  },
});

function judge(dependency: Dependency): Problem[] {
  const percent = dependency.policy.circuitBreaker?.maxEjectionPercent ?? 100;
  const workload = dependency.service.locator.workload;
  const replicas = workload?.replicas;
  if (percent === 100) return [];
  if (!replicas) return [notEvaluated(dependency, replicas === 0 ? `${workload!.name} has 0 replicas` : `how many endpoints ${dependency.service.name} has is unknown`)];
  if (replicas * percent >= 100) return [];
  return [Problem.of(
    dependency,
    `no endpoint of ${dependency.service.name} is ever ejected: ${replicas} replicas × maxEjectionPercent ${percent} % = ${replicas * percent / 100} < 1`,
    `set maxEjectionPercent to at least ${Math.ceil(100 / replicas)}, or run at least ${Math.ceil(100 / percent)} replicas`,
  )];
}

function notEvaluated(dependency: Dependency, why: string): Problem {
  return Problem.unknown(
    dependency,
    `${why}, and maxEjectionPercent ${dependency.policy.circuitBreaker!.maxEjectionPercent} % may be less than one endpoint`,
    'tell the number of replicas, or set maxEjectionPercent to 100',
  );
}
