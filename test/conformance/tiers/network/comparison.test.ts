import { Cluster, edge } from './cluster';
import { judge, oneByOne } from './comparison';
import { openPod, Role } from './place';

const [web, api] = ['web', 'api'].map(owner => ({ ...openPod(Role.WORKLOAD, owner, 'shop', {}), guarded: true }));
const cluster = new Cluster([web, api], [edge('web', 'api', 80)]);
const flows = cluster.flows([web, api], [web, api], [80]);

test('it holds if the policies let through what is declared and no more', () => {
  expect(judge([{ cluster, flows }], [[true, false]], 2)).toEqual({ seen: '2 policies, 2 connections, 1 of them let through, 0 differences', holds: true });
});

test.each([
  ['declared, but refused', [false, false], 'web in shop -> api in shop TCP 80 is declared, but refused'],
  ['open, but not declared', [true, true], 'api in shop -> web in shop TCP 80 is let through, but not declared'],
])('%s: it fails, and shows the first', (_, answers, first) => {
  const { seen, holds } = judge([{ cluster, flows }], [answers], 2);
  expect(holds).toBe(false);
  expect(seen.endsWith(`1 differences; first: ${first}`)).toBe(true);
});

test('nothing looked at proves nothing', () => {
  expect(judge([{ cluster, flows: [] }], [[]], 2).holds).toBe(false);
  expect(judge([{ cluster, flows }], [[true, false]], 0).holds).toBe(false);
});

test('each guarded workload is looked at by itself, in a cluster where nothing else is guarded', () => {
  const alone = oneByOne(cluster, lone => lone.flows(lone.places, lone.places, [81]));
  expect(alone.map(({ only }) => only)).toEqual(['web', 'api']);
  expect(alone[0].cluster.guarded).toEqual(['web']);
  expect(judge([alone[0]], [[false, false]], 1).holds).toBe(true);
});
