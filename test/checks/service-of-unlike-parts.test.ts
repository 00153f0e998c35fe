import { GrpcProvider } from '../../src/backing-services/grpc-provider';
import { GrpcService } from '../../src/backing-services/grpc-service';
import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { WorkloadPortOptions } from '../../src/backing-services/port-options';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { Declaration } from '../support/topology';

/** What is found of HTTP services `s0`, `s1`, ... of one workload, each at port 80 of the Service `front` unless told. */
function found(...options: WorkloadPortOptions[]): string[] {
  const declared = new Declaration();
  const workload = declared.workload('server');
  options.forEach((own, i) => new HttpService(declared.topology, `s${i}`, { provider: HttpProvider.workload(workload, { service: 'front', port: 80, ...own }) }));
  return declared.found('BST638').map(text => text.replace(/;.*/, ''));
}

test.each<[string, WorkloadPortOptions, string[]]>([
  ['accepts ports of their own', { port: 81 }, []],
  ['accepts Services of their own', { service: 'other' }, []],
  ['finds one port of two targets', { targetPort: 81 }, ['error s1: port 80 of the Service "front" leads to http on port 81 here, and to http on port 80 for test/shop/s0']],
  ['finds requests to one port', {}, ['error s1: port 80 of the Service "front" answers requests for test/shop/s0 too, and the routes of one would hold for both']],
  ['finds a Service that is headless for one', { port: 81, headless: true }, ['error s1: the Service "front" is headless for one and not for the other: test/shop/s0']],
  ['finds a Service that is made and there', { service: undefined, existingService: 'front', port: 81 },
    ['error s1: the Service "front" is made for one and there already for the other: test/shop/s0']],
])('BST638 %s', (_, options, expected) => expect(found({}, options)).toEqual(expected));

test('BST638 leaves a Service that was there to the mesh that rules it', () => {
  const there = { service: undefined, existingService: 'chart' };
  expect(found(there, there)).toEqual([]);
});

test('BST638 finds two workloads at one Service, once for each', () => {
  const declared = new Declaration();
  for (const name of ['a', 'b']) new GrpcService(declared.topology, `${name}-api`, { provider: GrpcProvider.workload(declared.workload(name), { service: 'front' }) });
  expect(declared.found('BST638')).toEqual([
    'error b-api: the Service "front" is that of test/shop/a-api too, which a provides and not b; name another Service for one of them, by its option service',
  ]);
});

test('BST638 accepts the same name in two namespaces, and two databases at one port', () => {
  const declared = new Declaration();
  const [here, there] = [declared.workload('a'), declared.workload('b', { namespace: 'other' })];
  for (const [id, workload] of [['x', here], ['y', here], ['z', there]] as const) {
    new TcpService(declared.topology, id, { provider: TcpProvider.workload(workload, { service: 'db', port: 5432 }) });
  }
  expect(declared.found('BST638')).toEqual([]);
});
