import { Redis } from '../../src/backing-services/redis';
import { RedisProvider } from '../../src/backing-services/redis-provider';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { AddressRole, ExternalAddressProps } from '../../src/model/address';
import { BackingService, ServiceShape } from '../../src/model/backing-service';
import { Locator } from '../../src/model/locator';
import { Provision } from '../../src/model/provision';
import { Tls } from '../../src/model/tls';
import { Topology } from '../../src/topology';
import { vault } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

class OwnService extends BackingService {
  constructor(topology: Topology, id: string, addresses: ExternalAddressProps[]) {
    super(topology, id, { bindingType: 'own', shape: ServiceShape.DATABASE, provision: new Provision({ locator: Locator.external({ addresses }) }) });
  }

  public bind(): [] {
    return [];
  }
}

/** What BST609 finds where services are used from namespaces: `[name, port, ...namespaces]`. */
function found(services: [string, number, ...string[]][], dnsCapture?: boolean): string[] {
  const declared = new MeshDeclaration({ dnsCapture });
  for (const [name, port, ...namespaces] of services) use(declared, declared.ldap(name, port), namespaces);
  declared.read();
  return declared.found('BST609');
}

function use(declared: MeshDeclaration, service: TcpService, namespaces: string[]): void {
  namespaces.forEach((namespace, position) => declared.workload(`${service.name}-${position}`, { namespace }).uses(service));
}

const clash = (name: string, other: string, namespace = 'shop', port = 389) => `error ${name}: ${name}.example.com and ${other}.example.com (test/shop/${other}) `
  + `are TCP on port ${port} outside of the cluster, and namespace ${namespace} uses both; `
  + 'switch on DNS capture in the mesh and tell Mesh.istio so with its option dnsCapture, or use different ports';

describe('BST609 tcp-entry-clash', () => {
  test('finds two services on one port in one namespace, although different workloads use them', () =>
    expect(found([['a', 389, 'shop'], ['b', 389, 'shop']])).toEqual([clash('b', 'a')]));

  test('finds each service after the first', () =>
    expect(found([['a', 389, 'shop'], ['b', 389, 'shop'], ['c', 389, 'shop']])).toEqual([clash('b', 'a'), clash('c', 'a')]));

  test('finds it for each namespace that uses both', () =>
    expect(found([['a', 389, 'x', 'y', 'z'], ['b', 389, 'y', 'x']])).toEqual([clash('b', 'a', 'x'), clash('b', 'a', 'y')]));

  test.each<[string, [string, number, ...string[]][]]>([
    ['one service', [['a', 389, 'shop']]],
    ['ports next to each other', [['a', 389, 'shop'], ['b', 390, 'shop']]],
    ['namespaces that see one each', [['a', 389, 'x'], ['b', 389, 'y']]],
    ['a service that nobody uses', [['a', 389, 'shop'], ['b', 389]]],
    ['several workloads of one namespace with one service', [['a', 389, 'shop', 'shop']]],
  ])('accepts %s', (_, services) => expect(found(services)).toEqual([]));

  test('accepts two services on one port where sidecars answer DNS', () =>
    expect(found([['a', 389, 'shop'], ['b', 389, 'shop']], true)).toEqual([]));

  test.each([
    ['Redis', (declared: MeshDeclaration, name: string) => new Redis(declared.topology, name, {
      provider: RedisProvider.external({ host: `${name}.example.com`, credentials: vault.secret(name) }),
    })],
    ['TCP', (declared: MeshDeclaration, name: string) => new TcpService(declared.topology, name, {
      provider: TcpProvider.external({ host: `${name}.example.com`, port: 6379, tls: Tls.byClient() }),
    })],
  ])('finds two services of %s over TLS, whose clients may send no name', (_, declare) => {
    const declared = new MeshDeclaration();
    for (const name of ['a', 'b']) use(declared, declare(declared, name) as TcpService, ['shop']);
    declared.read();
    expect(declared.found('BST609')).toEqual([clash('b', 'a', 'shop', 6379)]);
  });

  test('finds a further host of a service, and two hosts of one service', () => {
    const declared = new MeshDeclaration();
    const orders = new OwnService(declared.topology, 'orders', [{ host: 'rw.example.com', port: 1 }, { host: 'ro.example.com', port: 389, role: AddressRole.READ_ONLY }]);
    const twice = new OwnService(declared.topology, 'twice', [{ host: 'one.example.com', port: 2 }, { host: 'two.example.com', port: 2, role: AddressRole.ALTERNATE }]);
    for (const service of [declared.ldap('a'), orders, twice]) use(declared, service as TcpService, ['shop']);
    declared.read();
    expect(declared.findings('BST609').map(({ path, problem }) => `${path}: ${problem}`)).toEqual([
      'orders: ro.example.com and a.example.com (test/shop/a) are TCP on port 389 outside of the cluster, and namespace shop uses both',
      'twice: one.example.com and two.example.com, both of twice, are TCP on port 2 outside of the cluster',
    ]);
  });

  test('accepts TLS whose server name tells services apart, and services in the cluster, which have addresses', () => {
    const declared = new MeshDeclaration();
    const redis = (name: string) => new Redis(declared.topology, name, {
      provider: RedisProvider.external({ host: `${name}.example.com`, port: 5000, credentials: vault.secret(name), tls: Tls.byClient().namingServer() }),
    });
    const web = declared.workload('web');
    for (const service of [redis('one'), redis('two'), declared.tcp('three'), declared.tcp('four'), declared.ldap('five', 5000)]) web.uses(service);
    declared.read();
    expect(declared.found('BST609')).toEqual([]);
  });

  test('is acknowledged on the service', () => {
    const declared = new MeshDeclaration();
    for (const name of ['a', 'b']) use(declared, declared.ldap(name), ['shop']);
    declared.topology.acknowledge('BST609', declared.topology.node.findChild('b') as TcpService, 'both answer at one address');
    declared.read();
    expect(declared.found('BST609')).toEqual([]);
  });
});

test('BST609 accepts two services at one host: they have one entry, and so one listener', () => {
  const declared = new MeshDeclaration();
  for (const id of ['a', 'b']) declared.workload(`uses-${id}`).uses(new TcpService(declared.topology, id, { provider: TcpProvider.external({ host: 'db.example.com', port: 5432 }) }));
  declared.read();
  expect(declared.found('BST609')).toEqual([]);
});

test('BST609 accepts services at IP addresses, which the mesh knows them by, beside one by name', () => {
  const declared = new MeshDeclaration();
  const at = (id: string, host: string) => new TcpService(declared.topology, id, { provider: TcpProvider.external({ host, port: 389 }) });
  const web = declared.workload('web');
  for (const service of [at('a', '203.0.113.7'), at('b', '203.0.113.8'), at('c', '2001:db8::7'), declared.ldap('d')]) web.uses(service);
  declared.read();
  expect(declared.found('BST609')).toEqual([]);
});
