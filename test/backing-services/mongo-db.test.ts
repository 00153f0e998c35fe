import { DataAccess, EnvNames, ExternalMongoDbProps, Locator, Login, MongoDb, MongoDbProvider, Protocol, Provision, ProvisionProps, ServiceShape, Topology } from '../../src';
import { given as answering } from '../../src/backing-services/given';
import { ServerBinding } from '../../src/model/server-binding';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, textOf, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('db');
const external = (props: Partial<ExternalMongoDbProps> = {}, shop = newTopology()) =>
  new MongoDb(shop, 'orders-db', { provider: MongoDbProvider.external({ host: 'a.example.com', database: 'orders', credentials, ...props }) });
const read = (db: MongoDb, access?: DataAccess) => readable(told(db, newWorkload(newTopology(), 'orders'), access));
const ownProvider = (props: Partial<ProvisionProps>) => new MongoDb(newTopology(), 'orders-db', {
  provider: answering(MongoDbProvider, () => new Provision({ locator: Locator.external({ addresses: [{ host: 'a.example.com', port: 27017 }] }), database: 'orders', ...props })),
});

test('is a database over TCP; clients start TLS unless told, and verify the server', () => {
  expect(external()).toMatchObject({ protocol: Protocol.TCP, bindingType: 'mongodb', shape: ServiceShape.DATABASE });
  expect(read(external()).URL).toBe('mongodb://{db username %}:{db password %}@a.example.com:27017/orders?authSource=admin&tls=true');
});

test('clients begin at each host that is named for that, and pick their server themselves', () => {
  const db = external({ alternateHosts: ['b.example.com', '203.0.113.7'], memberHosts: ['*.m.example.com'], replicaSet: 'rs0', port: 27018 });
  expect(read(db)['(hosts)']).toBe('a.example.com:27018,b.example.com:27018,203.0.113.7:27018');
  expect([db.clientRouted, external().clientRouted]).toEqual([true, false]);
});

test.each<[string, Partial<ProvisionProps>]>([
  ['a replica set', { settings: { 'replica-set': 'rs0' } }], ['SRV records', { settings: { srv: 'true' } }],
])('by %s, clients pick their server themselves', (_, props) => expect(ownProvider(props).clientRouted).toBe(true));

test('hosts that a provider knows better than its addresses are told in their place', () =>
  expect(read(ownProvider({ settings: { hosts: 'x-0.x:1,x-1.x:1' } })).URL).toBe('mongodb://x-0.x:1,x-1.x:1/orders'));

test('is used, though its clients pick their server themselves', () => {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  expect(() => orders.uses(external({ replicaSet: 'rs0' }, shop))).not.toThrow();
  expect(() => orders.calls(external({}, shop))).toThrow();
});

test('BST016: a database has a name, and its settings no credential', () => {
  expectRefusal(() => ownProvider({ database: undefined }), 'BST016', 'chart/shop/orders-db', 'names no database', 'give the Provision the database');
  expectRefusal(() => ownProvider({ settings: { hosts: 'u:CANARY@h:1' } }), 'BST511', 'chart/shop/orders-db', 'not repeated here');
});

test('BST017: a provider of somebody else cannot give a credential that enters nothing', () =>
  expectRefusal(() => read(ownProvider({ login: Login.shared(vault.secret('x', { username: 'u' })) })), 'BST017', 'chart/shop/orders-db', 'due is "username" and "password", or "uri"'));

test('swapping the provider leaves the variables that a consumer reads', () => {
  const given = { database: 'orders', credentials };
  const providers = (shop: Topology) => [
    MongoDbProvider.workload(newWorkload(shop, 'server'), given), MongoDbProvider.inCluster({ service: 's', namespace: 'n', ...given }),
    MongoDbProvider.srv({ host: 'c.example.com', ...given }), MongoDbProvider.atlas({ host: 'c.a.mongodb.net', ...given }),
    MongoDbProvider.community({ resource: 'orders', user: 'app' }), MongoDbProvider.external({ host: 'a.example.com', ...given }),
  ];
  const variables = providers(newTopology()).map((_, position) => {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(new MongoDb(shop, 'orders-db', { provider: providers(shop)[position] }));
    return shop.read().bindingsOf(orders).flatMap(variablesOf).join();
  });
  expect(new Set(variables)).toEqual(new Set(['ORDERS_DB_URL']));
});

test('the image of MongoDB is given the user and the password that its clients are given', () => {
  const shop = newTopology();
  const serverEnvNames = EnvNames.map({ MONGO_INITDB_ROOT_USERNAME: '{username}', MONGO_INITDB_ROOT_PASSWORD: '{password}', MONGO_INITDB_DATABASE: '{database}' });
  const db = new MongoDb(shop, 'orders-db', { provider: MongoDbProvider.workload(newWorkload(shop, 'server'), { database: 'orders', credentials, serverEnvNames }) });
  expect(ServerBinding.of(db)!.variables.map(({ name, value }) => `${name}=${textOf(value)}`).sort()).toEqual([
    'MONGO_INITDB_DATABASE=orders', 'MONGO_INITDB_ROOT_PASSWORD={db password}', 'MONGO_INITDB_ROOT_USERNAME={db username}',
  ]);
});

test('survives hostile text', () => {
  survivesHostileText(database => external({ database }));
  survivesHostileText(replicaSet => external({ replicaSet }));
});
