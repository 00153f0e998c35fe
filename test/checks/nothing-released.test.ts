import {
  GatewayListener, HttpProvider, HttpRoute, HttpService, Pods, Postgres, PostgresProvider, SecretStore, Workload,
} from '../../src';
import { newGateway } from '../support/gateway';
import { newRollout } from '../support/rollout';
import { Declaration } from '../support/topology';

const FIX = 'let a service in front of the workload say no routes, or end them with one to both versions, all of it for the stable one';
const ANY = [HttpRoute.toAnyVersion()];

function found(declare: (goods: Workload, declared: Declaration) => void): string[] {
  const declared = new Declaration();
  declare(new Workload(declared.topology, 'goods', { pods: Pods.rollout(newRollout(declared.chart, 'goods')) }), declared);
  return declared.found('BST217');
}

const api = (goods: Workload, { topology }: Declaration, routes?: HttpRoute[]) => new HttpService(topology, 'goods-api', { provider: HttpProvider.workload(goods), routes });

test('BST217 finds a release that nothing leads to', () => expect(found(() => undefined)).toEqual([`error goods: no service is in front of its pods; ${FIX}`]));

test('and one of which no route has both versions', () => {
  expect(found((goods, declared) => { api(goods, declared, ANY); })).toEqual([`error goods: no route of "goods-api" leads to both versions; ${FIX}`]);
  expect(found((goods, { topology }) => { new Postgres(topology, 'db', { provider: PostgresProvider.workload(goods, { database: 'db', credentials: SecretStore.cluster('vault').secret('db') }) }); })).toHaveLength(1);
});

test('BST217 accepts a service that says no routes, and routes of a gateway alone', () => {
  expect(found((goods, declared) => { api(goods, declared); })).toEqual([]);
  expect(found((goods, declared) => {
    const routes = [HttpRoute.split({ stable: 100, canary: 0 })];
    newGateway(declared.topology, { listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] }).exposes(api(goods, declared, ANY), { routes });
  })).toEqual([]);
});

test('and what nothing releases', () => {
  const declared = new Declaration();
  declared.workload('goods');
  expect(declared.found('BST217')).toEqual([]);
});
