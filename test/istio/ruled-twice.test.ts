import { HttpProvider, HttpService, IstioMesh, Postgres, PostgresProvider, Topology } from '../../src';
import { CallOptions } from '../../src/model/dependency-options';
import { newWorkload } from '../support/declare';
import { Declaration, ms } from '../support/topology';

/** What is found where `users-api` of one topology, called from `front`, is another team's to a second one, called from a namespace. */
function found(namespace: string, options: CallOptions, service = 'users-api'): string[] {
  const declared = new Declaration();
  const users = declared.api(declared.workload('users'));
  newWorkload(declared.topology, 'web', { namespace: 'front' }).calls(users);
  const other = new Topology(declared.chart, 'other');
  const twin = new HttpService(other, 'twin', { provider: HttpProvider.inCluster({ service, namespace: 'shop', podLabels: { app: 'users' } }) });
  newWorkload(other, 'batch', { namespace }).calls(twin, options);
  for (const topology of [declared.topology, other]) new IstioMesh(declared.chart, `mesh-${topology.node.id}`, { topology });
  return [...declared.topology.findings, ...other.findings].filter(({ code }) => code === 'BST602').map(({ path, problem }) => `${path}: ${problem}`);
}

const twice = (namespace: string) =>
  [`test/other/twin: host users-api.shop.svc is declared here and as test/shop/users-api, and namespace ${namespace} uses both`];

test.each<[string, Parameters<typeof found>, string[]]>([
  ['finds rules of another topology where our own rules live', ['shop', { connectTimeout: ms(1) }], twice('shop')],
  ['accepts them where our consumers live, whose rules come first', ['front', { timeout: ms(1) }], []],
  ['accepts them in any other namespace', ['back', { timeout: ms(1) }], []],
  ['accepts another topology that says nothing of its traffic, as BST003 advises', ['front', {}], []],
  ['accepts rules about another Service', ['front', { timeout: ms(1) }, 'users'], []],
])('%s', (_, given, expected) => expect(found(...given)).toEqual(expected));

test('finds a Service of ours that an operator makes too', () => {
  const declared = new Declaration();
  const web = declared.workload('web');
  web.calls(new HttpService(declared.topology, 'orders-rw', { provider: HttpProvider.workload(declared.workload('impostor')) }));
  web.uses(new Postgres(declared.topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders' }) }));
  new IstioMesh(declared.chart, 'mesh', { topology: declared.topology });
  expect(declared.findings('BST602').map(({ path, problem }) => `${path}: ${problem}`)).toEqual([
    'db: host orders-rw.shop.svc is declared here and as test/shop/orders-rw, and namespace shop uses both']);
});
