import { isDeepStrictEqual } from 'node:util';
import { withExposedCalls } from '../../fixtures/wild/plan-gateways';
import { surroundingsOf } from '../../fixtures/wild/surroundings';
import { WildOutcome } from '../../fixtures/wild/wild-apps';
import { Manifest } from '../../harness/manifests';
import { Answer } from '../../lookup/answer';
import { Asked } from '../../lookup/asked';
import { Cluster } from '../../lookup/cluster';
import { lookUp } from '../../lookup/look-up';
import { Expectation, expectationOf, Facet } from './expectation';
import { Question, questionsOf } from './requests';

/** One request, what must become of it and what becomes of it. */
export interface Compared {
  readonly question: Question;
  readonly expected: Expectation;
  readonly answer: Answer;
}

/** Every request to a program's services, held against its declaration; only a mesh answers them. */
export function compared({ plan }: WildOutcome, objects: readonly Manifest[]): Compared[] {
  const { services, pods, waypoints } = surroundingsOf(plan);
  return plan.topologies.filter(({ mesh }) => mesh !== undefined).map(withExposedCalls).flatMap(topology => {
    const { clusterDomain = 'cluster.local', controlPlaneNamespace, rootNamespace = controlPlaneNamespace, ambient } = topology.mesh!;
    const cluster = new Cluster([...objects, ...services, ...waypoints], pods, clusterDomain, { rootNamespace, isAmbient: ambient !== undefined });
    return questionsOf(plan, topology, cluster).map(question => ({ question, expected: expectationOf(question.request),
      answer: canonical(lookUp(cluster, question.asked)) }));
  });
}

/** Whether the declaration says something of it. */
export function isSaid({ expected }: Compared, facet: Facet): boolean {
  return facet === 'outcome' ? expected.outcome !== undefined : facet in expected && !(facet === 'shares' && expected.shares === undefined);
}

/** Whether they differ. */
export function differs({ expected, answer }: Compared, facet: Facet): boolean {
  return !isDeepStrictEqual(plain(expected[facet]), plain(held(answer, facet)));
}

/** What differs, so that one can declare it again. */
export function textOf({ question: { asked, request }, expected, answer }: Compared, facet: Facet): string {
  return `${request.topology.id}, ${request.asking.workload?.id ?? 'somebody'} to ${request.service.id}: ${shown(asked)}: declared ${JSON.stringify(expected[facet])}, found ${JSON.stringify(answer[facet])} (${answer.outcome})`;
}

function shown({ host, port, method = '', path = '', headers = {}, caller }: Asked): string {
  return `${method} ${host}:${port}${path} ${JSON.stringify(headers)} from ${caller.principal ?? caller.namespace}`;
}

/** What Istio does anyway is not said. */
function canonical(answer: Answer): Answer {
  const { connecting } = answer;
  return connecting?.balancing === 'LEAST_REQUEST' ? { ...answer, connecting: { ...connecting, balancing: undefined } } : answer;
}

/** Who is refused is refused: by the host that is not known, by a route or by a guard. What a route answers by itself is an answer. */
function held(answer: Answer, facet: Facet): unknown {
  return facet === 'outcome' && !/answered|^status (?!403$)/.test(answer.outcome) ? 'refused' : answer[facet];
}

/** Without what is undefined. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
