import { AddressRole, DataAccess, EnvNames, ExternalMongoDbProps, InClusterMongoDbProps, MongoDbProvider, MongoDbWorkloadOptions, Tls, TlsAuthority } from '../../src';
import { expectRefusal, newTopology, newWorkload, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('rw');
const readOnlyCredentials = vault.secret('ro', { uri: 'uri' });
const asked = (provider: MongoDbProvider) => provider.provide(shop, 'db');
const external = (props: Partial<ExternalMongoDbProps> = {}) => asked(MongoDbProvider.external({ host: 'a.example.com', database: 'orders', ...props }));

test('a third party takes every option', () => {
  const all: Required<ExternalMongoDbProps> = {
    host: 'a.example.com', port: 27018, credentials, readOnlyCredentials, tls: Tls.NONE, database: 'orders', authSource: 'users', replicaSet: 'rs0', alternateHosts: ['b.example.com'],
    memberHosts: ['*.m.example.com'], cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'],
  };
  const { locator, login, database, settings } = external(all);
  expect(locator.endpoints).toEqual(all.endpoints);
  expect(locator.addresses.map(({ role, host, port, tls }) => [role, host, port, tls])).toEqual([
    [AddressRole.PRIMARY, 'a.example.com', 27018, Tls.NONE], [AddressRole.ALTERNATE, 'b.example.com', 27018, Tls.NONE], [AddressRole.MEMBER, '*.m.example.com', 27018, Tls.NONE],
  ]);
  expect([locator.cidrs, database, settings]).toEqual([all.cidrs, 'orders', { 'auth-source': 'users', 'replica-set': 'rs0' }]);
  expect([DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => login!.credentialFor(newWorkload(newTopology(), 'orders'), access))).toEqual([credentials, readOnlyCredentials]);
});

test.each([
  [credentials, TlsAuthority.SYSTEM], [undefined, TlsAuthority.SYSTEM], [vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' }), TlsAuthority.LOGIN],
])('clients start TLS unless told, and send the name of the server that they verify', (given, authority) =>
  expect(external({ credentials: given }).locator.primary).toMatchObject({ port: 27017, tls: Tls.byClient(authority).namingServer() }));

test('a workload and a neighbour take every option', () => {
  const port = { port: 27018, targetPort: 27019, headless: true, tls: Tls.byClient(), credentials, readOnlyCredentials, database: 'orders', authSource: 'users', replicaSet: 'rs0' };
  const options: Required<Omit<MongoDbWorkloadOptions, 'service'>> = { ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main' };
  const props: Required<InClusterMongoDbProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [MongoDbProvider.workload(newWorkload(shop, 'server'), options), MongoDbProvider.inCluster(props)]) {
    const { locator, login, database, settings } = asked(provider);
    expect([database, settings, login!.enforcesReadOnly]).toEqual(['orders', { 'auth-source': 'users', 'replica-set': 'rs0' }, true]);
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 27018, targetPort: 27019, headless: true, tls: port.tls });
  }
  expect(asked(MongoDbProvider.workload(newWorkload(newTopology(), 'w'), { ...options, existingService: undefined })).serverEnvNames).toBe(EnvNames.DEFAULT);
});

test('the port is 27017 unless told, and nothing is said of users or a replica set', () => {
  for (const provider of [MongoDbProvider.workload(newWorkload(newTopology(), 'w'), { database: 'd' }), MongoDbProvider.inCluster({ service: 's', namespace: 'n', database: 'd' })]) {
    expect(asked(provider)).toMatchObject({ locator: { primary: { port: 27017, tls: Tls.NONE } }, login: undefined, settings: {} });
  }
});

test('by SRV records and in Atlas, the records are asked for', () => {
  const given = { database: 'orders', credentials };
  const [srv, atlas] = [MongoDbProvider.srv({ ...given, host: 'c.example.com', authSource: 'users' }), MongoDbProvider.atlas({ ...given, host: 'c.ab1cd.mongodb.net' })].map(asked);
  expect([srv.settings, atlas.settings]).toEqual([{ 'srv': 'true', 'auth-source': 'users' }, { srv: 'true' }]);
  expect([srv.database, atlas.login!.enforcesReadOnly]).toEqual(['orders', false]);
});

test('the operator serves in the topology\'s namespace unless told', () => {
  const namespaces = [undefined, 'data'].map(namespace => asked(MongoDbProvider.community({ resource: 'orders', user: 'app', namespace })).locator.namespace);
  expect(namespaces).toEqual(['shop', 'data']);
});

test.each<[string, Partial<ExternalMongoDbProps>, string]>([
  ['BST801', { database: 'a b' }, '"a b"'], ['BST801', { authSource: 'a b' }, '"a b"'], ['BST801', { replicaSet: 'a b' }, 'a replica set'],
  ['BST017', { credentials: vault.secret('x', { password: 'p' }) }, 'due is "username" and "password", or "uri"'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => external(props), code, 'chart/shop/db', words));
