import { Cassandra, CassandraProvider, EnvNames, ExternalCassandraProps, Locator, Login, Protocol, Provision, ServiceShape, Tls, Topology } from '../../src';
import { given as answering } from '../../src/backing-services/given';
import { ServerBinding } from '../../src/model/server-binding';
import { expectRefusal, newTopology, newWorkload, readable, textOf, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('db');
const external = (props: Partial<ExternalCassandraProps> = {}, shop = newTopology()) =>
  new Cassandra(shop, 'events', { provider: CassandraProvider.external({ host: 'a.example.com', datacenter: 'eu1', credentials, ...props }) });
const read = (cluster: Cassandra) => readable(told(cluster, newWorkload(newTopology(), 'orders')));
const serversOf = (cluster: Cassandra) => textOf(told(cluster, newWorkload(newTopology(), 'orders')).find(({ role }) => role === 'servers')!.value);

test('is a database over TCP, told in parts because no client takes a URL; clients start TLS unless told', () => {
  expect(external()).toMatchObject({ protocol: Protocol.TCP, bindingType: 'cassandra', shape: ServiceShape.DATABASE, clientRouted: true });
  expect(read(external({ keyspace: 'orders' }))).toEqual({
    'CONTACT_POINTS': 'a.example.com', '(contact-points)': 'a.example.com', '(servers)': 'a.example.com:9042', 'PORT': '9042', '(port)': '9042', 'LOCAL_DATACENTER': 'eu1',
    '(local-datacenter)': 'eu1', 'KEYSPACE': 'orders', '(keyspace-name)': 'orders', 'USERNAME': '{db username}', '(username)': '{db username}', 'PASSWORD': '{db password}',
    '(password)': '{db password}', '(ssl)': 'true',
  });
});

test('without a keyspace or a credential nothing is told of one', () => {
  const entries = read(external({ credentials: undefined, tls: Tls.NONE }));
  expect(Object.keys(entries).filter(name => /^[A-Z]/.test(name))).toEqual(['CONTACT_POINTS', 'PORT', 'LOCAL_DATACENTER']);
  expect(entries['(ssl)']).toBe('false');
});

test('contact points are hosts, servers have ports, and an IPv6 address stands in brackets where one follows', () => {
  const cluster = external({ host: '2001:db8::7', alternateHosts: ['b.example.com'], nodeHosts: ['c.example.com'], port: 9142 });
  expect([read(cluster).CONTACT_POINTS, serversOf(cluster)]).toEqual(['2001:db8::7,b.example.com', '[2001:db8::7]:9142,b.example.com:9142']);
});

test('the authority of the nodes is told as a file where clients verify by it', () => {
  const known = vault.secret('db', { username: 'u', password: 'p', ca: 'ca' });
  expect(read(external({ credentials: known }))).toMatchObject({ 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{db ca}' });
  expect(read(external({ credentials: known, tls: Tls.NONE }))).not.toHaveProperty('CA_FILE');
});

test('is used, though its clients pick their node themselves', () => {
  const shop = newTopology();
  expect(() => newWorkload(shop, 'orders').uses(external({}, shop))).not.toThrow();
});

test('BST016: drivers refuse to connect without a datacenter', () => {
  const provision = new Provision({ locator: Locator.external({ addresses: [{ host: 'a.example.com', port: 9042 }] }) });
  expectRefusal(() => new Cassandra(newTopology(), 'events', { provider: answering(CassandraProvider, () => provision) }), 'BST016', 'chart/shop/events', 'no datacenter', 'the setting "datacenter"');
});

test('BST017: a provider of somebody else cannot give a credential that enters nothing', () => {
  const locator = Locator.external({ addresses: [{ host: 'a.example.com', port: 9042 }] });
  const provision = new Provision({ locator, login: Login.shared(vault.secret('x', { username: 'u' })), settings: { datacenter: 'dc1' } });
  const cluster = new Cassandra(newTopology(), 'events', { provider: answering(CassandraProvider, () => provision) });
  expectRefusal(() => read(cluster), 'BST017', 'chart/shop/events', 'due is "username" and "password"');
});

test('the image of Cassandra is given the datacenter that its clients are given', () => {
  const shop = newTopology();
  const serverEnvNames = EnvNames.map({ CASSANDRA_DC: '{datacenter}' });
  const cluster = new Cassandra(shop, 'events', { provider: CassandraProvider.workload(newWorkload(shop, 'server'), { datacenter: 'dc1', serverEnvNames }) });
  expect(ServerBinding.of(cluster)!.variables.map(({ name, value }) => `${name}=${textOf(value)}`)).toEqual(['CASSANDRA_DC=dc1']);
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  const common = { datacenter: 'dc1', keyspace: 'k', credentials };
  const providers = (shop: Topology) => [
    CassandraProvider.workload(newWorkload(shop, 'server'), common), CassandraProvider.inCluster({ service: 's', namespace: 'n', ...common }),
    CassandraProvider.external({ host: 'a.example.com', ...common }), CassandraProvider.amazonKeyspaces({ region: 'eu-central-1', keyspace: 'k', credentials }),
    CassandraProvider.k8ssandra({ cluster: 'c', datacenter: 'dc1', keyspace: 'k' }), CassandraProvider.scyllaOperator({ cluster: 'c', ...common }),
  ];
  const variables = providers(newTopology()).map((_, position) => {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(new Cassandra(shop, 'events', { provider: providers(shop)[position] }));
    return shop.read().bindingsOf(orders).flatMap(variablesOf).join();
  });
  expect([...new Set(variables)]).toEqual(['EVENTS_CONTACT_POINTS,EVENTS_KEYSPACE,EVENTS_LOCAL_DATACENTER,EVENTS_PASSWORD,EVENTS_PORT,EVENTS_USERNAME']);
});
