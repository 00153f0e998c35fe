import { ExternalSqlServerProps, Locator, Login, Protocol, Provision, ServiceShape, SqlServer, SqlServerProvider, Topology } from '../../src';
import { given } from '../../src/backing-services/given';
import { expectRefusal, newTopology, newWorkload, survivesHostileText, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('shop/db');
const external = (props: Partial<ExternalSqlServerProps> = {}, shop: Topology = newTopology()) =>
  new SqlServer(shop, 'db', { provider: SqlServerProvider.external({ host: 'db.example', database: 'orders', credentials, ...props }) });
const answering = (login?: Login) => new SqlServer(newTopology(), 'db', {
  provider: given(SqlServerProvider, () => new Provision({ locator: Locator.external({ addresses: [{ host: 'db.example', port: 1433 }] }), login })),
});

test('is a database over TCP', () =>
  expect(external()).toMatchObject({ bindingType: 'sqlserver', shape: ServiceShape.DATABASE, protocol: Protocol.TCP, enforcesReadOnly: false, clientRouted: false }));

test('swapping the provider leaves the variables that a consumer reads', () => {
  const entered = { database: 'orders', credentials };
  const providers = (shop: Topology) => [
    SqlServerProvider.external({ ...entered, host: 'db.example' }), SqlServerProvider.workload(newWorkload(shop, 'server'), entered),
    SqlServerProvider.inCluster({ ...entered, service: 's', namespace: 'n' }), SqlServerProvider.azureSql({ ...entered, host: 'shop.database.windows.net' }),
  ];
  for (const nth of providers(newTopology()).keys()) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(new SqlServer(shop, 'db', { provider: providers(shop)[nth] }));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['DB_URL']);
  }
});

test('BST017: a provider of somebody else cannot give nothing, or a credential that enters nothing', () => {
  expectRefusal(() => answering(), 'BST017', 'chart/shop/db', 'every user of SQL Server has a name', 'give the Provision a login');
  const nameless = answering(Login.shared(vault.secret('x', { username: 'u' })));
  expectRefusal(() => told(nameless, newWorkload(newTopology(), 'web')), 'BST017', 'chart/shop/db', 'due is "username" and "password", or "uri"');
});

test('survives hostile text', () => {
  survivesHostileText(host => external({ host }), 60);
  survivesHostileText(database => told(external({ database }), newWorkload(newTopology(), 'web')), 60);
});
