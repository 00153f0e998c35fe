import { CallGraph } from '../model/call-graph';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';

const LONGEST_PATH = 32;

/** BST305 */
export const syncCycle = ourCheck<ITopologyCheck>({
  code: 'BST305',
  title: 'sync-cycle',
  severity: Severity.ERROR,
  rationale: 'Workloads that wait for each other fail together, can exhaust each other\'s threads in a deadlock, and cannot be started in any '
    + 'order. A stream is opened beside the requests and anew when it breaks, and nobody waits for what was sent and forgotten, so neither closes a '
    + 'circle. Source: https://sre.google/sre-book/addressing-cascading-failures/ (intra-layer communication)',
  fix: 'replace one call of the cycle by a message, or move what both need into a third service',

  /**
   * One finding for each group of workloads that wait for each other; a warning if each of its cycles can be done without. A cycle of
   * required calls is a cycle, so without cycles nothing more is asked.
   */
  check({ graph }) {
    const all = CallGraph.of(graph).cycles();
    const required = all.length === 0 ? [] : CallGraph.of(graph, true).cycles();
    return [
      ...required.map(cycle => problemOf(cycle)),
      ...all.filter(cycle => hops(cycle).some(([from, to]) => !requires(graph, from, to))).map(cycle => problemOf(cycle, ', with an optional call among them').asWarning()),
    ];
  },
});

function hops(cycle: IWorkload[]): [IWorkload, IWorkload][] {
  return cycle.map((workload, position) => [workload, cycle[(position + 1) % cycle.length]]);
}

function requires(graph: TopologyGraph, from: IWorkload, to: IWorkload): boolean {
  return graph.dependenciesOf(from).some(({ isSynchronous, isRequired, service }) => isSynchronous && isRequired && service.locator.workload === to);
}

function problemOf(cycle: IWorkload[], remark = ''): Problem {
  const names = [...cycle.slice(0, LONGEST_PATH), ...cycle.length > LONGEST_PATH ? [{ name: '…' }] : [], cycle[0]].map(({ name }) => name);
  const who = cycle.length === 1 ? 'a workload waits for itself' : `${cycle.length} workloads wait for each other`;
  return Problem.of(cycle[0], `${who}: ${names.join(' → ')}${remark}`);
}
