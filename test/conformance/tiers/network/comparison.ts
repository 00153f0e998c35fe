import { Observation } from '../../harness/row';
import { Cluster, Flow } from './cluster';
import { evaluate } from './evaluation';
import { NetworkWorld } from './network-world';

/** Connections of one cluster. */
export interface Question {
  readonly cluster: Cluster;
  readonly flows: readonly Flow[];
  /** The only workload whose policy is looked at. @default - all policies are */
  readonly only?: string;
}

/**
 * The same of each guarded workload's policy by itself. Together they could hide each other's faults: what one end opens too wide, the
 * other end keeps shut.
 */
export function oneByOne(cluster: Cluster, flowsOf: (alone: Cluster, owner: string) => Flow[]): Question[] {
  return cluster.guarded.map(owner => {
    const alone = cluster.guardingOnly(owner);
    return { cluster: alone, flows: flowsOf(alone, owner), only: owner };
  });
}

/** Holds what the policies let through against what is declared, connection by connection. */
export async function compare(world: NetworkWorld, questions: readonly Question[]): Promise<Observation> {
  const problems = questions.map(({ cluster: { places }, flows, only }) => ({
    places, flows, policies: only === undefined ? world.policiesIn(places.flatMap(({ pod }) => pod?.namespace ?? [])) : [world.policyOf(only)],
  }));
  const answers = await evaluate(problems);
  return judge(questions, answers, new Set(problems.flatMap(({ policies }) => policies)).size);
}

/** What was seen, with the first difference. Nothing looked at is no proof of anything. */
export function judge(questions: readonly Question[], answers: readonly boolean[][], policies: number): Observation {
  const judged = questions.flatMap(({ cluster, flows, only }, question) => flows.map((flow, nth) => (
    { flow, only, expected: cluster.expects(flow), allowed: answers[question][nth] })));
  const different = judged.filter(({ expected, allowed }) => expected !== allowed);
  const open = judged.filter(({ allowed }) => allowed).length;
  return {
    seen: `${policies} policies, ${judged.length} connections, ${open} of them let through, ${different.length} differences`
      + different.slice(0, 1).map(({ flow, only, allowed }) => (
        `; first: ${only === undefined ? '' : `the policy of ${only} by itself: `}${textOf(flow)} is ${allowed ? 'let through, but not declared' : 'declared, but refused'}`)).join(''),
    holds: different.length === 0 && judged.length > 0 && policies > 0,
  };
}

function textOf({ from, to, port, transport }: Flow): string {
  return `${from.name} -> ${to.name} ${transport} ${port}`;
}
