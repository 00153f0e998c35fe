import { ExternalTcpProps, Pods, Protocol, ServiceShape, TcpProvider, TcpService, Topology } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, variablesOf, vault } from '../support/declare';

const external = (props: Partial<ExternalTcpProps> = {}, shop: Topology = newTopology()) =>
  new TcpService(shop, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example', port: 636, ...props }) });
const inWorkload = (port: number, shop: Topology = newTopology()) =>
  new TcpService(shop, 'ldap', { provider: TcpProvider.workload(newWorkload(shop, 'server'), { port }) });
const read = (service: TcpService) => readable(told(service, newWorkload(newTopology(), 'anybody')));

test('tells host and port', () => {
  expect(external()).toMatchObject({ protocol: Protocol.TCP, bindingType: 'tcp', provider: undefined, shape: ServiceShape.API, loadBalancing: undefined });
  expect(read(external())).toEqual({ 'HOST': 'ldap.example', '(host)': 'ldap.example', 'PORT': '636', '(port)': '636' });
});

test.each(['203.0.113.7', '2001:db8::7'])('tells the address %s as it is', host => expect(read(external({ host }))).toMatchObject({ 'HOST': host, '(host)': host, 'PORT': '636' }));

test('tells the parts of a credential beside them', () => {
  const credentials = vault.secret('ldap', { 'username': 'u', 'password': 'p', 'client-certificate': 'c', 'private-key': 'k' });
  expect(read(external({ credentials }))).toMatchObject({
    USERNAME: '{ldap u}', PASSWORD: '{ldap p}', CLIENT_CERTIFICATE_FILE: '/bindings/b/client.crt', PRIVATE_KEY_FILE: '/bindings/b/client.key',
  });
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  const inCluster = (shop: Topology) => new TcpService(shop, 'ldap', { provider: TcpProvider.inCluster({ service: 's', namespace: 'n', port: 1 }) });
  for (const declare of [(shop: Topology) => external({}, shop), (shop: Topology) => inWorkload(1, shop), inCluster]) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(declare(shop));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['LDAP_HOST', 'LDAP_PORT']);
  }
});

test.each<[string, Partial<ExternalTcpProps>]>([
  ['BST801', { host: 'LDAP' }], ['BST801', { host: '10.0.0' }], ['BST032', { host: '127.0.0.1' }], ['BST026', { host: '10.0.0.1', cidrs: ['192.0.2.0/24'] }], ['BST007', { port: 0.5 }], ['BST026', { cidrs: [''] }], ['BST511', { host: 'u:CANARY@h' }],
])('%s: refuses %j', (code, props) => {
  expectRefusal(() => external(props), code, 'chart/shop/ldap');
  expect(() => external(props)).not.toThrow('CANARY');
});

test('BST007: refuses the port 0 of a workload', () => expectRefusal(() => inWorkload(0), 'BST007', 'chart/shop/ldap', '"0"', '1..65535'));

test('shares its connections among versions that there are, and leaves none over', () => {
  const shop = newTopology();
  const server = newWorkload(shop, 'echo', { pods: Pods.fromLabels({ labels: { app: 'echo' }, versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) }) });
  const echo = (weights: Record<string, number>) => new TcpService(shop, 'echo-api', { provider: TcpProvider.workload(server, { port: 9000 }), weights });
  expectRefusal(() => echo({ v1: 50 }), 'BST008', 'chart/shop/echo-api', 'percentage of the connections');
  expectRefusal(() => echo({ v3: 100 }), 'BST604', 'chart/shop/echo-api', 'v3');
  const steps = { stable: 'v1', canary: 'v2', steps: [10, 100], step: 1 };
  const echoed = (id: string, weights?: Record<string, number>) => (
    new TcpService(shop, id, { provider: TcpProvider.workload(server, { port: 9000 }), weights, canary: steps }));
  expectRefusal(() => echoed('both', { v1: 100 }), 'BST008', 'chart/shop/both', 'weights beside a canary');
  expect(echoed('stepwise').routes.map(({ weights }) => weights)).toEqual([{ v1: 90, v2: 10 }]);
  expect(echo({ v2: 20, v1: 80 }).routes.map(({ weights }) => weights)).toEqual([{ v1: 80, v2: 20 }]);
});

test('survives hostile text', () => survivesHostileText(text => {
  external({ cidrs: [text] });
  external({ host: text });
}));
