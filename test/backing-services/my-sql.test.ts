import { DataAccess, ExternalMySqlProps, Locator, Login, MySql, MySqlProvider, Protocol, Provision, ServiceShape, Topology } from '../../src';
import { given } from '../../src/backing-services/given';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('shop/db');
const external = (props: Partial<ExternalMySqlProps> = {}, shop: Topology = newTopology()) =>
  new MySql(shop, 'db', { provider: MySqlProvider.external({ host: 'db.example', database: 'orders', credentials, ...props }) });
const answering = (login?: Login) => new MySql(newTopology(), 'db', {
  provider: given(MySqlProvider, () => new Provision({ locator: Locator.external({ addresses: [{ host: 'db.example', port: 3306 }] }), login })),
});

test('is a database over TCP', () =>
  expect(external()).toMatchObject({ bindingType: 'mysql', shape: ServiceShape.DATABASE, protocol: Protocol.TCP, enforcesReadOnly: false, clientRouted: false }));

test('swapping the provider leaves the variables that a consumer reads', () => {
  const entered = { database: 'orders', credentials };
  const providers = (shop: Topology) => [
    MySqlProvider.external({ ...entered, host: 'db.example' }), MySqlProvider.workload(newWorkload(shop, 'server'), entered), MySqlProvider.inCluster({ ...entered, service: 's', namespace: 'n' }),
    MySqlProvider.innoDbCluster({ ...entered, cluster: 'c' }), MySqlProvider.azureDatabase({ ...entered, host: 'shop.mysql.database.azure.com' }),
  ];
  for (const nth of providers(newTopology()).keys()) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(new MySql(shop, 'db', { provider: providers(shop)[nth] }));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['DB_URL']);
  }
});

test('one who only reads is sent to the server that refuses writes, as the user that may only read', () => {
  const ca = { username: 'u', password: 'p', ca: 'c' };
  const db = new MySql(newTopology(), 'db', { provider: MySqlProvider.amazonRds({
    host: 'a.b.eu-west-1.rds.amazonaws.com', readerHost: 'r.b.eu-west-1.rds.amazonaws.com', database: 'd', credentials: vault.secret('rw', ca), readOnlyCredentials: vault.secret('ro'),
  }) });
  const urls = [DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => readable(told(db, newWorkload(newTopology(), 'web'), access)).URL);
  expect(urls[0]).toContain('mysql://{rw u %}:{rw p %}@a.b.eu-west-1.rds.amazonaws.com:3306/d?');
  expect(urls[1]).toContain('mysql://{ro username %}:{ro password %}@r.b.eu-west-1.rds.amazonaws.com:3306/d?');
});

test('BST017: a provider of somebody else cannot give nothing, or a credential that enters nothing', () => {
  expectRefusal(() => answering(), 'BST017', 'chart/shop/db', 'every user of MySQL has a name', 'give the Provision a login');
  const nameless = answering(Login.shared(vault.secret('x', { username: 'u' })));
  expectRefusal(() => told(nameless, newWorkload(newTopology(), 'web')), 'BST017', 'chart/shop/db', 'due is "username" and "password", or "uri"');
});

test('survives hostile text', () => {
  survivesHostileText(host => external({ host }), 60);
  survivesHostileText(database => told(external({ database }), newWorkload(newTopology(), 'web')), 60);
});
