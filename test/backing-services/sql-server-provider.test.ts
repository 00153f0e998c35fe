import { EnvNames, ExternalSqlServerProps, InClusterSqlServerProps, SqlServerProvider, SqlServerWorkloadOptions, Tls, TlsAuthority } from '../../src';
import { expectRefusal, newTopology, newWorkload, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('rw');
const readOnlyCredentials = vault.secret('ro');
const asked = (provider: SqlServerProvider) => provider.provide(shop, 'db');
const external = (props: Partial<ExternalSqlServerProps> = {}) => SqlServerProvider.external({ host: 'db.example', database: 'orders', credentials, ...props });

test('a third party takes every option', () => {
  const all: Required<ExternalSqlServerProps> = { host: 'db.example', port: 1434, database: 'billing', credentials, readOnlyCredentials, cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'], tls: Tls.NONE };
  expect(asked(external(all)).locator).toMatchObject({ isExternal: true, cidrs: all.cidrs, endpoints: all.endpoints, primary: { host: 'db.example', port: 1434, tls: Tls.NONE } });
  expect(asked(external(all)).login!.enforcesReadOnly).toBe(true);
});

test('a workload and a neighbour take every option', () => {
  const port = { port: 1434, targetPort: 1435, headless: true, tls: Tls.inProtocol(), database: 'billing', credentials, readOnlyCredentials };
  const options: Required<Omit<SqlServerWorkloadOptions, 'service'>> = { ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main' };
  const props: Required<InClusterSqlServerProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [SqlServerProvider.workload(newWorkload(shop, 'server'), options), SqlServerProvider.inCluster(props)]) {
    expect(asked(provider).locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 1434, targetPort: 1435, headless: true, tls: port.tls, protocol: { name: 'tcp' } });
    expect(asked(provider).login!.enforcesReadOnly).toBe(true);
  }
});

test('wherever it runs, the usual port is 1433', () => {
  const entered = { database: 'd', credentials };
  const providers = [
    external(), SqlServerProvider.workload(newWorkload(shop, 'w'), entered), SqlServerProvider.inCluster({ ...entered, service: 's', namespace: 'n' }),
    SqlServerProvider.amazonRds({ database: 'd', credentials: vault.secret('rw', { username: 'u', password: 'p', ca: 'c' }), host: 'a.b.eu-west-1.rds.amazonaws.com' }),
    SqlServerProvider.azureSql({ ...entered, host: 'a.database.windows.net' }),
  ];
  expect(providers.map(provider => asked(provider).locator.primary.port)).toEqual(Array(5).fill(1433));
});

test('a third party is verified by the authority that comes with the credential, else by those of the client, unless it is said that nobody vouches', () => {
  const known = vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' });
  const nobody = Tls.inProtocol(TlsAuthority.NONE);
  expect([external(), external({ credentials: known }), external({ tls: nobody })].map(provider => asked(provider).locator.primary.tls)).toEqual([
    Tls.inProtocol(TlsAuthority.SYSTEM), Tls.inProtocol(TlsAuthority.LOGIN), nobody,
  ]);
});

test.each<[string, Partial<ExternalSqlServerProps>, string]>([
  ['BST801', { database: '' }, '1 to 128 characters'], ['BST017', { credentials: vault.secret('x', { password: 'p' }) }, 'due is "username"'], ['BST511', { database: 'sqlserver://u:CANARY@h' }, 'not repeated here'],
])('%s: refuses %j', (code, props, words) => {
  expectRefusal(() => asked(external(props)), code, 'chart/shop/db', words);
  expect(() => asked(external(props))).not.toThrow('CANARY');
});
