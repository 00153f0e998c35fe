import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { capped } from '../private/capped';

/** BST215 */
export const deadBreaker = ourCheck<ITopologyCheck>({
  code: 'BST215',
  title: 'dead-breaker',
  severity: Severity.ERROR,
  rationale: 'Envoy ejects an endpoint only while 100 * (ejected + 1) / endpoints stays within maxEjectionPercent, so the breaker of a service '
    + 'with few pods may never open. Source: Envoy 1.28, https://github.com/envoyproxy/envoy/pull/27909',
  fix: 'raise maxEjectionPercent to at least 100 / replicas, or run more replicas',

  /**
   * Hosts are counted over all versions, because endpoints are ejected for the host, not for a subset. Where their number is unknown, that is said once for
   * all callers.
   */
  check({ graph }) {
    return graph.services.flatMap(service => {
      const calls = graph.dependenciesOn(service).filter(call => percentOf(call) < 100);
      const replicas = service.locator.workload?.replicas;
      if (calls.length === 0) return [];
      return replicas ? calls.flatMap(call => judge(call, replicas)) : [notEvaluated(service, calls)];
    });
  },
});

function percentOf({ policy }: Dependency): number {
  return policy.circuitBreaker?.maxEjectionPercent ?? Infinity;
}

function judge(call: Dependency, replicas: number): Problem[] {
  const percent = percentOf(call);
  if (replicas * percent >= 100) return [];
  return [Problem.of(
    call,
    `no endpoint of ${call.service.name} is ever ejected: ${replicas} replicas × maxEjectionPercent ${percent} % = ${replicas * percent / 100} < 1`,
    `set maxEjectionPercent to at least ${Math.ceil(100 / replicas)}, or run at least ${Math.ceil(100 / percent)} replicas`,
  )];
}

function notEvaluated(service: BackingService, calls: readonly Dependency[]): Problem {
  const { workload } = service.locator;
  const why = workload?.replicas === 0 ? `${workload.name} has 0 replicas` : `how many endpoints ${service.name} has is unknown`;
  return Problem.unknown(
    service,
    `${why}, and maxEjectionPercent of ${capped(calls.map(call => `${call.source.name} (${percentOf(call)} %)`))} may be less than one endpoint`,
    'tell the number of replicas, or set maxEjectionPercent to 100',
  );
}
