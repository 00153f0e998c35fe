import { AddressRole, CassandraProvider, CassandraWorkloadOptions, EnvNames, ExternalCassandraProps, InClusterCassandraProps, Tls, TlsAuthority } from '../../src';
import { expectRefusal, newTopology, newWorkload, survivesHostileText, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('rw');
const readOnlyCredentials = vault.secret('ro');
const asked = (provider: CassandraProvider) => provider.provide(shop, 'db');
const external = (props: Partial<ExternalCassandraProps> = {}) => asked(CassandraProvider.external({ host: 'a.example.com', datacenter: 'dc1', ...props }));

test('a third party takes every option', () => {
  const all: Required<ExternalCassandraProps> = {
    host: 'a.example.com', port: 9142, credentials, readOnlyCredentials, tls: Tls.NONE, datacenter: 'eu-1', keyspace: 'orders', alternateHosts: ['b.example.com'],
    nodeHosts: ['203.0.113.7'], cidrs: ['203.0.113.0/24'], endpoints: ['203.0.113.7'],
  };
  const { locator, login, database, settings } = external(all);
  expect(locator.endpoints).toEqual(all.endpoints);
  expect(locator.addresses.map(({ role, host, port, tls }) => [role, host, port, tls])).toEqual([
    [AddressRole.PRIMARY, 'a.example.com', 9142, Tls.NONE], [AddressRole.ALTERNATE, 'b.example.com', 9142, Tls.NONE], [AddressRole.MEMBER, '203.0.113.7', 9142, Tls.NONE],
  ]);
  expect([locator.cidrs, database, settings, login!.enforcesReadOnly]).toEqual([all.cidrs, 'orders', { datacenter: 'eu-1' }, true]);
});

test.each([
  [credentials, TlsAuthority.SYSTEM], [undefined, TlsAuthority.SYSTEM], [vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' }), TlsAuthority.LOGIN],
])('clients start TLS unless told, and verify the nodes', (given, authority) =>
  expect(external({ credentials: given }).locator.primary).toMatchObject({ port: 9042, tls: Tls.byClient(authority) }));

test('a workload and a neighbour take every option', () => {
  const port = { port: 9142, targetPort: 9143, headless: true, tls: Tls.byClient(), credentials, readOnlyCredentials, datacenter: 'dc1', keyspace: 'orders' };
  const options: Required<Omit<CassandraWorkloadOptions, 'service'>> = { ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main' };
  const props: Required<InClusterCassandraProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [CassandraProvider.workload(newWorkload(shop, 'server'), options), CassandraProvider.inCluster(props)]) {
    const { locator, login, database, settings } = asked(provider);
    expect([database, settings, login!.enforcesReadOnly]).toEqual(['orders', { datacenter: 'dc1' }, true]);
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 9142, targetPort: 9143, headless: true, tls: port.tls });
  }
});

test('the port is 9042 unless told, and no credentials are due', () => {
  for (const provider of [CassandraProvider.workload(newWorkload(newTopology(), 'w'), { datacenter: 'd' }), CassandraProvider.inCluster({ service: 's', namespace: 'n', datacenter: 'd' })]) {
    expect(asked(provider)).toMatchObject({ locator: { primary: { port: 9042, tls: Tls.NONE } }, login: undefined, database: undefined });
  }
});

test('Amazon Keyspaces is where its region is, which is its datacenter', () => {
  const { locator, settings, database } = asked(CassandraProvider.amazonKeyspaces({ region: 'eu-central-1', keyspace: 'orders', credentials, cidrs: ['10.0.0.0/8'] }));
  expect(locator).toMatchObject({ primary: { host: 'cassandra.eu-central-1.amazonaws.com', port: 9142, tls: Tls.byClient() }, cidrs: ['10.0.0.0/8'] });
  expect([settings, database]).toEqual([{ datacenter: 'eu-central-1' }, 'orders']);
});

test('operators serve in the topology\'s namespace unless told', () => {
  const at = { cluster: 'c', datacenter: 'dc1' };
  const namespaces = [undefined, 'data'].flatMap(namespace => [CassandraProvider.k8ssandra({ ...at, namespace }), CassandraProvider.scyllaOperator({ ...at, namespace })]);
  expect(namespaces.map(provider => asked(provider).locator.namespace)).toEqual(['shop', 'shop', 'data', 'data']);
});

test.each<[string, Partial<ExternalCassandraProps>, string]>([
  ['BST801', { keyspace: 'a-b' }, 'a keyspace'], ['BST801', { datacenter: '' }, 'a datacenter of Cassandra'], ['BST017', { credentials: vault.secret('x', { password: 'p' }) }, 'due is "username" and "password"'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => external(props), code, 'chart/shop/db', words));

test('survives hostile text', () => survivesHostileText(datacenter => external({ datacenter })));
