import { amplificationText, amplified } from '../model/amplification';
import { Arrival, CallGraph } from '../model/call-graph';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { conditionsOf } from '../model/retry-conditions';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { tries } from '../model/worst-case';

const MANY = 4;
const TOO_MANY = 16;
const LONGEST_PATH = 32;

/** BST112 */
export const retryAmplification = ourCheck<ITopologyCheck>({
  code: 'BST112',
  title: 'retry-amplification',
  severity: Severity.ERROR,
  rationale: 'Tries multiply from layer to layer: with three layers of four tries, one request becomes 64 of the service that fails, just '
    + 'when it fails. Retry in one layer only. Nobody in front learns that a stream, or what was sent and forgotten, has failed, so that only its own '
    + 'tries count. Source: https://sre.google/sre-book/addressing-cascading-failures/',
  fix: 'keep the retry on one call of the path, or repeat only on conditions that are safe (connect-failure, refused-stream)',

  /**
   * One finding for each call whose heaviest path crosses the bound, unless a later call multiplies it further: then only the
   * later one is reported, with the whole path.
   */
  check({ graph }) {
    const repeated = graph.dependencies.filter(call => factor(call) > 1);
    if (repeated.length === 0) return [];
    const arrivals = CallGraph.of(graph).heaviest(factor);
    const product = (call: Dependency) => call.isSynchronous ? amplified(arrivals.get(call.source)!.weight, factor(call)) : factor(call);
    const ahead = heaviestAhead(graph, repeated.filter(({ isSynchronous }) => isSynchronous), product);
    const isLast = (call: Dependency) => !call.isSynchronous || product(call) >= (ahead.get(call.service.locator.workload!) ?? 0);
    return repeated
      .filter(call => product(call) > MANY && isLast(call))
      .map(call => {
        const requests = amplificationText(product(call));
        const problem = Problem.of(call, `one request can become ${requests} of ${call.service.name}: `
          + `${pathTo(call, arrivals)} = ${requests} > ${product(call) > TOO_MANY ? TOO_MANY : MANY}`);
        return product(call) > TOO_MANY ? problem : problem.asWarning();
      });
  },
});

/** How many requests one request can become: only a request that the service may have processed is work done twice. */
function factor(call: Dependency): number {
  return conditionsOf(call).some(condition => !condition.safe) ? tries(call.policy) : 1;
}

/** For each workload, the greatest product of the repeated calls that it, or a workload behind it, makes. */
function heaviestAhead(graph: TopologyGraph, repeated: Dependency[], product: (call: Dependency) => number): Map<IWorkload, number> {
  const ahead = new Map<IWorkload, number>();
  for (const call of [...repeated].sort((a, b) => product(b) - product(a))) {
    const behind = [call.source];
    for (let workload = behind.pop(); workload; workload = behind.pop()) {
      if (ahead.has(workload)) continue;
      ahead.set(workload, product(call));
      for (const service of graph.servicesOf(workload)) {
        for (const caller of graph.dependenciesOn(service)) if (caller.isSynchronous) behind.push(caller.source);
      }
    }
  }
  return ahead;
}

/** `web → orders ×3 → payments ×3`; its beginning is cut where it is very long. */
function pathTo(call: Dependency, arrivals: Map<IWorkload, Arrival>): string {
  const calls: Dependency[] = [];
  let via: Dependency | undefined = call;
  for (; via && calls.length < LONGEST_PATH; via = via.isSynchronous ? arrivals.get(via.source)!.via : undefined) calls.unshift(via);
  const steps = calls.map(step => factor(step) > 1 ? `${step.service.name} ×${factor(step)}` : step.service.name);
  return [via ? '…' : calls[0].source.name, ...steps].join(' → ');
}
