import { ExternalMySqlProps, InClusterMySqlProps, MySql, MySqlProvider, MySqlWorkloadOptions, Tls, TlsAuthority } from '../../src';
import { EnvNames } from '../../src/model/env-names';
import { expectRefusal, newTopology, newWorkload, topologyWithoutNamespace, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('rw');
const readOnlyCredentials = vault.secret('ro');
const asked = (provider: MySqlProvider) => provider.provide(shop, 'db');
const external = (props: Partial<ExternalMySqlProps> = {}) => MySqlProvider.external({ host: 'db.example', database: 'orders', credentials, ...props });

test('a third party takes every option', () => {
  const all: Required<ExternalMySqlProps> = { host: 'db.example', port: 3307, database: 'billing', credentials, readOnlyCredentials, cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'], tls: Tls.NONE };
  expect(asked(external(all)).locator).toMatchObject({ isExternal: true, cidrs: all.cidrs, endpoints: all.endpoints, primary: { host: 'db.example', port: 3307, tls: Tls.NONE } });
  expect(asked(external(all)).login!.enforcesReadOnly).toBe(true);
});

test('a workload and a neighbour take every option', () => {
  const port = { port: 3307, targetPort: 3308, headless: true, tls: Tls.inProtocol(), database: 'billing', credentials, readOnlyCredentials };
  const options: Required<Omit<MySqlWorkloadOptions, 'service'>> = { ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main' };
  const props: Required<InClusterMySqlProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [MySqlProvider.workload(newWorkload(shop, 'server'), options), MySqlProvider.inCluster(props)]) {
    expect(asked(provider).locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 3307, targetPort: 3308, headless: true, tls: port.tls, protocol: { name: 'tcp' } });
    expect(asked(provider).login!.enforcesReadOnly).toBe(true);
  }
});

test('wherever it runs, the usual port is 3306', () => {
  const entered = { database: 'd', credentials };
  const ca = { database: 'd', credentials: vault.secret('rw', { username: 'u', password: 'p', ca: 'c' }) };
  const providers = [
    external(), MySqlProvider.workload(newWorkload(shop, 'w'), entered), MySqlProvider.inCluster({ ...entered, service: 's', namespace: 'n' }), MySqlProvider.innoDbCluster({ ...entered, cluster: 'c' }),
    MySqlProvider.mariaDb({ ...entered, cluster: 'c' }), MySqlProvider.amazonRds({ ...ca, host: 'a.b.eu-west-1.rds.amazonaws.com' }), MySqlProvider.azureDatabase({ ...entered, host: 'a.mysql.database.azure.com' }),
    MySqlProvider.googleCloudSql({ ...ca, host: 'a.b.europe-west3.sql.goog' }),
  ];
  expect(providers.map(provider => asked(provider).locator.primary.port)).toEqual(Array(8).fill(3306));
});

test('a third party is verified by the authority that comes with the credential, else by those of the client, unless it is said that nobody vouches', () => {
  const known = vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' });
  const nobody = Tls.inProtocol(TlsAuthority.NONE);
  expect([external(), external({ credentials: known }), external({ tls: nobody })].map(provider => asked(provider).locator.primary.tls)).toEqual([
    Tls.inProtocol(TlsAuthority.SYSTEM), Tls.inProtocol(TlsAuthority.LOGIN), nobody,
  ]);
});

test.each([
  (namespace?: string) => MySqlProvider.innoDbCluster({ cluster: 'c', namespace, database: 'd', credentials }), (namespace?: string) => MySqlProvider.mariaDb({ cluster: 'c', namespace, database: 'd', credentials }),
])('an operator\'s resource is in the namespace that is said, or in the topology\'s, if that is known', provider => {
  expect([provider(), provider('data')].map(each => asked(each).locator.namespace)).toEqual(['shop', 'data']);
  const elsewhere = topologyWithoutNamespace();
  expectRefusal(() => new MySql(elsewhere, 'db', { provider: provider() }), 'BST013', 'chart/shop/db', 'the namespace of the', 'is unknown');
});

test.each<[string, Partial<ExternalMySqlProps>, string]>([
  ['BST801', { database: '' }, '1 to 64 characters'], ['BST017', { credentials: vault.secret('x', { password: 'p' }) }, 'due is "username"'], ['BST511', { database: 'mysql://u:CANARY@h/d' }, 'not repeated here'],
])('%s: refuses %j', (code, props, words) => {
  expectRefusal(() => asked(external(props)), code, 'chart/shop/db', words);
  expect(() => asked(external(props))).not.toThrow('CANARY');
});
