import { HttpMatch, HttpProvider, HttpRoute, HttpService, Pods, Postgres, PostgresProvider, SecretStore, TcpProvider, TcpService, Workload } from '../../src';
import { isShifted } from '../../src/model/released-routes';
import { expectRefusal } from '../support/declare';
import { newGateway } from '../support/gateway';
import { newRollout } from '../support/rollout';
import { Declaration } from '../support/topology';

let declared: Declaration;
let goods: Workload;
beforeEach(() => {
  declared = new Declaration();
  goods = new Workload(declared.topology, 'goods', { pods: Pods.rollout(newRollout(declared.chart, 'goods')) });
});
const api = (routes?: HttpRoute[]) => new HttpService(declared.topology, 'goods-api', { provider: HttpProvider.workload(goods), routes });
const PREVIEW = HttpMatch.header('x-preview', 'yes');

test('what says no routes sends all to the stable version; a store does not route', () => {
  const bytes = new TcpService(declared.topology, 'bytes', { provider: TcpProvider.workload(goods, { port: 7000 }) });
  const store = new Postgres(declared.topology, 'db', { provider: PostgresProvider.workload(goods, { database: 'db', credentials: SecretStore.cluster('vault').secret('db') }) });
  const said = [api(), bytes, store].map(({ routes }) => routes.map(({ weights }) => weights));
  expect(said).toEqual([[{ canary: 0, stable: 100 }], [{ canary: 0, stable: 100 }], []]);
});

test('BST008: weights of both versions are those before the release begins, in each route', () => {
  expectRefusal(() => api([HttpRoute.split({ stable: 95, canary: 5 })]), 'BST008', 'test/shop/goods-api', 'route 1 has weights {"canary":5,"stable":95}', 'begins with none for "canary"');
  const steps = { stable: 'stable', canary: 'canary', steps: [5, 100], step: 1 };
  expectRefusal(() => api([HttpRoute.when(PREVIEW).canary(steps), HttpRoute.split({ stable: 100 })]), 'BST008', 'test/shop/goods-api', 'route 1');
});

test('BST008: those of a gateway are no others', () => {
  const door = newGateway(declared.topology);
  expectRefusal(() => door.exposes(api(), { routes: [HttpRoute.split({ stable: 50, canary: 50 })] }), 'BST008', 'test/shop/workloads/door exposes goods-api', 'route 1');
});

test('one version alone is not shifted, and may be said', () => {
  const { routes } = api([HttpRoute.when(PREVIEW).to('canary'), HttpRoute.split({ stable: 100 })]);
  expect(routes.map(route => isShifted(route, goods.release!))).toEqual([false, false]);
});
