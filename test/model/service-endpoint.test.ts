import { EndpointOrigin, WorkloadPortOptions } from '../../src';
import { workloadEndpoint } from '../../src/model/service-endpoint';
import { expectRefusal, newTopology, newWorkload } from '../support/declare';

const all: Required<WorkloadPortOptions> = { port: 8080, targetPort: 9090, headless: true };

test('a workload serves under the id of the service, in its own namespace', () => {
  const shop = newTopology();
  const users = newWorkload(shop, 'users', { namespace: 'people' });
  expect(workloadEndpoint(shop, 'user-service', users, { ...all, port: all.port ?? 80 })).toEqual({
    origin: EndpointOrigin.WORKLOAD, host: 'user-service.people.svc', serviceName: 'user-service', namespace: 'people', workload: users, podLabels: { app: 'users' }, ...all,
  });
});

test('ports are the usual one unless told', () => {
  const shop = newTopology();
  const users = newWorkload(shop, 'users');
  expect(workloadEndpoint(shop, 's', users, { port: 80 })).toMatchObject({ port: 80, targetPort: 80, headless: false });
  expect(workloadEndpoint(shop, 's', users, { port: 81 })).toMatchObject({ port: 81, targetPort: 81 });
  expect(workloadEndpoint(shop, 's', users, { port: 80, targetPort: 8080 })).toMatchObject({ port: 80, targetPort: 8080 });
});

test.each([{ port: 0 }, { targetPort: 65536 }])('BST007: refuses %j', options => {
  const shop = newTopology();
  expectRefusal(() => workloadEndpoint(shop, 's', newWorkload(shop, 'users'), { port: 80, ...options }), 'BST007', 'chart/shop/s', '1..65535', 'give the port');
});

test('BST801: refuses an id that cannot name a Service', () => {
  const shop = newTopology();
  expectRefusal(() => workloadEndpoint(shop, 'User Service', newWorkload(shop, 'users'), { port: 80 }), 'BST801', 'chart/shop/User Service', 'RFC 1035 label');
});

test('BST003: refuses a workload of another topology', () => {
  const elsewhere = newWorkload(newTopology('other', 'other'), 'users');
  expectRefusal(() => workloadEndpoint(newTopology(), 's', elsewhere, { port: 80 }), 'BST003', 'chart/shop/s', '"chart/other/workloads/users" belongs to another topology', 'endpoint provider');
});
