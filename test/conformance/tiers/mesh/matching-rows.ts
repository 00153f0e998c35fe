import { mutate, Mutation } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Load } from '../../pod-program/orders';
import { MeshWorld } from './world';

type Asks = Omit<Load, 'url' | 'count'>;

const CALLS = 5;

/** Requests that a condition tells apart: which go to v2 by it, and which are others, and go to v1. */
function row(behaviour: string, next: Asks & { readonly pod?: string }, others: Asks, brokenBy: Mutation): Row<MeshWorld> {
  return {
    behaviour,
    async observe(world) {
      const [toNext, toOthers] = [await versions(world, next.pod ?? 'front', next), await versions(world, 'front', others)];
      return { seen: `${toNext.join(' and ')}; others ${toOthers.join(' and ')}`, holds: toNext.join() === 'pages-v2' && toOthers.join() === 'pages-v1' };
    },
    brokenBy,
  };
}

async function versions(world: MeshWorld, pod: string, { path, method, headers }: Asks): Promise<string[]> {
  const { answeredBy } = await world.send(pod, 'detours/matched', { count: CALLS, path, method, headers });
  return Object.keys(answeredBy);
}

const MATCHED = { kind: 'VirtualService', name: 'matched', namespace: 'detours' };

const broken = (says: string, route: number, change: (match: any) => void) => (
  mutate(MATCHED, says, ({ spec }) => change(spec.http[route].match[0])));

/** By what requests can be told apart. */
export const MATCHING_ROWS: readonly Row<MeshWorld>[] = [
  row('HttpMatch.all(uri prefix, method): both have to hold', { path: '/next/books' }, { path: '/next/books', method: 'POST' },
    broken('every method', 0, match => { delete match.method; })),
  row('HttpMatch.query: one parameter of the query, wherever it stands', { path: '/?a=b&preview=yes' }, { path: '/?preview=no' },
    broken('another parameter', 1, match => { match.queryParams = { trial: match.queryParams.preview }; })),
  row('HttpMatch.headerMatching with an expression: the whole value has to be one', { headers: { 'x-build': '1234' } }, { headers: { 'x-build': '1234-rc' } },
    broken('whatever comes behind', 2, match => { match.headers['x-build'].regex += '.*'; })),
  row('HttpMatch.withoutHeader: whoever sends that header is another', { headers: { 'x-ring': 'early' } }, { headers: { 'x-ring': 'early', 'x-calm': 'yes' } },
    broken('with it or without', 3, match => { delete match.withoutHeaders; })),
  row('HttpMatch.headerMatching with StringMatch.ANY: it has to be there, whatever it is', { headers: { 'x-debug': 'ü' } }, { path: '/?debugger=1' },
    broken('one value', 4, match => { match.headers['x-debug'] = { exact: 'yes' }; })),
  row('HttpMatch.query with StringMatch.ANY: it has to be there, whatever it is', { path: '/?debug=' }, { headers: { 'x-debugger': 'yes' } },
    mutate(MATCHED, 'one value', ({ spec }) => { spec.http[4].match[1].queryParams.debug = { exact: 'yes' }; })),
  row('HttpMatch.fromWorkload: requests of that workload, and of no other', { pod: 'guest' }, {},
    broken('of whomever', 5, match => { match.sourceLabels = { app: 'front' }; })),
];
