import {
  Credential, DataAccess, EnvNames, ExternalPostgresProps, InClusterPostgresProps, Postgres, PostgresProvider, PostgresWorkloadOptions, Tls,
  TlsAuthority, Topology,
} from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, told, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('rw');
const readOnlyCredentials = vault.secret('ro', { uri: 'uri' });
const asked = (provider: PostgresProvider) => provider.provide(shop, 'db');
const external = (props: Partial<ExternalPostgresProps> = {}) => PostgresProvider.external({ host: 'db.example', database: 'orders', credentials, ...props });
const partsOf = (provider: PostgresProvider, access = DataAccess.READ_WRITE) => asked(provider).login!.credentialFor(newWorkload(newTopology(), 'orders'), access).parts;

test('a third party takes every option', () => {
  const all: Required<ExternalPostgresProps> = { host: 'db.example', port: 6432, database: 'billing', credentials, readOnlyCredentials, cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'], tls: Tls.NONE, furtherHosts: ['*.further.example.com'] };
  expect(asked(external(all)).locator).toMatchObject({ isExternal: true, cidrs: all.cidrs, endpoints: all.endpoints, primary: { host: 'db.example', port: 6432, targetPort: 6432 } });
  expect(asked(external(all)).locator.addresses[1]).toMatchObject({ host: '*.further.example.com', port: 6432 });
  expect(partsOf(external(all))).toMatchObject({ database: { literal: 'billing' }, username: { entry: 'rw' } });
  expect(partsOf(external(all), DataAccess.READ_ONLY)).toMatchObject({ database: { literal: 'billing' }, uri: { entry: 'ro' } });
});

test('a workload and a neighbour take every option', () => {
  const port = { port: 5433, targetPort: 5434, headless: true, tls: Tls.inProtocol(), database: 'billing', credentials, readOnlyCredentials };
  const options: Required<Omit<PostgresWorkloadOptions, 'service'>> = { ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main' };
  const props: Required<InClusterPostgresProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [PostgresProvider.workload(newWorkload(shop, 'server'), options), PostgresProvider.inCluster(props)]) {
    const { locator, login } = asked(provider);
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 5433, targetPort: 5434, headless: true, tls: port.tls, protocol: { name: 'tcp' } });
    expect([login!.enforcesReadOnly, partsOf(provider).database.literal]).toEqual([true, 'billing']);
  }
});

test('wherever it runs, the usual port is 5432', () => {
  const database = { database: 'd', credentials };
  const providers = [external(), PostgresProvider.workload(newWorkload(shop, 'w'), database), PostgresProvider.inCluster({ ...database, service: 's', namespace: 'n' })];
  expect(providers.map(provider => asked(provider).locator.primary.port)).toEqual([5432, 5432, 5432]);
});

test('a third party is reached with TLS, and verified by the authority that comes with the credential, else by those of the client, unless it is said that nobody vouches', () => {
  const known = vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' });
  const nobody = Tls.inProtocol(TlsAuthority.NONE);
  expect([external(), external({ credentials: known }), external({ tls: nobody })].map(provider => asked(provider).locator.primary.tls)).toEqual([
    Tls.inProtocol(TlsAuthority.SYSTEM), Tls.inProtocol(TlsAuthority.LOGIN), nobody,
  ]);
});

test.each<[string, (topology: Topology, tls?: Tls) => PostgresProvider]>([
  ['external', (_, tls) => external({ tls })],
  ['workload', (topology, tls = Tls.inProtocol()) => PostgresProvider.workload(newWorkload(topology, 'w'), { database: 'd', credentials, tls })],
  ['inCluster', (_, tls = Tls.inProtocol()) => PostgresProvider.inCluster({ service: 's', namespace: 'n', database: 'd', credentials, tls })],
])('TLS that authenticates nobody comes out only where it is said: %s', (_, provider) => {
  const urlOf = (tls?: Tls) => {
    const topology = newTopology();
    const db = new Postgres(topology, 'db', { provider: provider(topology, tls) });
    return readable(told(db, newWorkload(topology, 'orders'))).URL;
  };
  expect(urlOf()).toMatch(/\?sslmode=verify-full$/);
  expect(urlOf(Tls.inProtocol(TlsAuthority.NONE))).toMatch(/\?sslmode=require$/);
});

test.each<Record<string, string>>([{ uri: 'u' }, { 'username': 'u', 'client-certificate': 'c', 'private-key': 'k' }])('is entered with %j', parts =>
  expect(asked(external({ credentials: vault.secret('rw', parts) })).login).toBeDefined());

test.each<[string, (given: Credential) => PostgresProvider]>([
  ['external', given => external({ credentials: given })],
  ['external, for those who only read', given => external({ readOnlyCredentials: given })],
  ['workload', given => PostgresProvider.workload(newWorkload(newTopology(), 'w'), { database: 'd', credentials: given })],
  ['inCluster', given => PostgresProvider.inCluster({ service: 's', namespace: 'n', database: 'd', credentials: given })],
])('BST017: refuses a user without a password: %s', (_, provider) =>
  expectRefusal(() => asked(provider(vault.secret('x', { username: 'u' }))), 'BST017', 'chart/shop/db', 'due is "username" and "password", or "username" and', 'or "uri"'));

test.each(['', 'a\0b', 'a\nb', '\ud800', 'a'.repeat(64)])('BST801: refuses the database %j', database =>
  expectRefusal(() => asked(external({ database })), 'BST801', 'chart/shop/db', 'cannot be a database', '1 to 63 characters'));

test.each(['postgres://u:CANARY@h/app', 'postgres://h/CANARY', 'host=h dbname=app password=CANARY'])('BST511: refuses %s as a database and does not repeat it', database => {
  expectRefusal(() => asked(external({ database })), 'BST511', 'chart/shop/db', 'where a name is due (not repeated here)', 'give the name alone');
  expect(() => asked(external({ database }))).not.toThrow('CANARY');
});
