import { CircuitBreaker, HttpProvider, HttpService, Pods, Workload } from '../../src';
import { MeshDeclaration } from '../support/mesh';
import { newRollout } from '../support/rollout';

const released = (declared: MeshDeclaration) => new Workload(declared.topology, 'goods', { pods: Pods.rollout(newRollout(declared.chart, 'goods')) });
const api = (declared: MeshDeclaration, goods: Workload, id: string, service?: string, port = 80) => (
  new HttpService(declared.topology, id, { provider: HttpProvider.workload(goods, { service, port, targetPort: 8080 }) }));
const BREAKING = { circuitBreaker: CircuitBreaker.consecutiveErrors(5) };

function found(declare: (declared: MeshDeclaration) => void): string[] {
  const declared = new MeshDeclaration();
  declare(declared);
  declared.read();
  return declared.found('BST679');
}

test('BST679 finds callers that differ, as each has a rule of its own', () => expect(found(declared => {
  const goods = api(declared, released(declared), 'goods-api');
  declared.caller('web', goods, BREAKING);
  declared.caller('batch', goods);
})).toEqual([
  'error goods-api: batch, web do not all say the same of circuitBreaker, connectionPool and connectTimeout, so that each has a rule of its own for goods; let all callers say the same of connections',
]));

test('and versions behind several Services', () => expect(found(declared => {
  const goods = released(declared);
  ['goods-api', 'goods-admin'].forEach(id => api(declared, goods, id));
})).toEqual([
  'error goods: its versions are told apart behind 2 Kubernetes Services, goods-admin, goods-api, by a rule for each; give the providers one `service`, at ports of their own',
]));

test('BST679 accepts callers that say the same, several ports of one Service, and whatever is said of what nothing releases', () => {
  expect(found(declared => {
    const goods = released(declared);
    const [first] = [80, 81].map(port => api(declared, goods, `goods-${port}`, 'goods', port));
    ['web', 'batch'].forEach(name => declared.caller(name, first, BREAKING));
  })).toEqual([]);
  expect(found(declared => {
    const users = declared.users({}, ['v1', 'v2']);
    declared.caller('web', users, BREAKING);
    declared.caller('batch', users);
  })).toEqual([]);
});
