import { AddressRole, MongoDb, MongoDbProvider, MongoDbSrvProps, Tls, TlsAuthority } from '../../src';
import { srvLocator } from '../../src/backing-services/mongo-db-srv';
import { expectRefusal, newTopology, survivesHostileText, vault } from '../support/declare';

const hostsOf = (props: Parameters<typeof srvLocator>[0]) => srvLocator(props, 'p').addresses.map(({ role, host, port }) => [role, host, port]);
const declare = (props: Partial<MongoDbSrvProps> = {}) => new MongoDb(newTopology(), 'db', { provider: MongoDbProvider.srv({ host: 'c.example.com', database: 'orders', ...props }) });

test('what the records name is let through: any name in the domain, as drivers refuse others, or those that are said', () => {
  expect(hostsOf({ host: 'c.ab1cd.mongodb.net' })).toEqual([[AddressRole.PRIMARY, 'c.ab1cd.mongodb.net', 27017], [AddressRole.MEMBER, '*.ab1cd.mongodb.net', 27017]]);
  expect(hostsOf({ host: 'c.example.com', memberHosts: ['a.example.com'], port: 1024 })).toEqual([[AddressRole.PRIMARY, 'c.example.com', 1024], [AddressRole.MEMBER, 'a.example.com', 1024]]);
});

test('clients start TLS unless told, send the name of the server, and verify it', () => {
  const ca = vault.secret('c', { username: 'u', password: 'p', ca: 'ca' });
  expect([{}, { credentials: ca }, { tls: Tls.NONE }].map(props => srvLocator({ host: 'c.example.com', ...props }, 'p').primary.tls)).toEqual([
    Tls.byClient().namingServer(), Tls.byClient(TlsAuthority.LOGIN).namingServer(), Tls.NONE,
  ]);
});

test('address ranges are those of the locator', () => expect(srvLocator({ host: 'c.example.com', cidrs: ['10.0.0.0/8'] }, 'p').cidrs).toEqual(['10.0.0.0/8']));

test('BST801: an address has no records', () => expectRefusal(() => declare({ host: '203.0.113.7' }), 'BST801', 'chart/shop/db', '"203.0.113.7"'));

test('BST801: Atlas is below mongodb.net', () => {
  const atlas = (host: string) => () => new MongoDb(newTopology(), 'db', { provider: MongoDbProvider.atlas({ host, database: 'orders', credentials: vault.secret('a') }) });
  expectRefusal(atlas('c.example.com'), 'BST801', 'chart/shop/db', '"c.example.com"', 'below mongodb.net', 'MongoDbProvider.srv()');
  expect(atlas('c.ab1cd.mongodb.net')).not.toThrow();
});

test('two clusters of one project are told apart by the servers that are named', () => {
  const provider = MongoDbProvider.atlas({ host: 'c1.ab1cd.mongodb.net', memberHosts: ['c1-shard-00-00.ab1cd.mongodb.net'], database: 'orders', credentials: vault.secret('a') });
  expect(new MongoDb(newTopology(), 'db', { provider }).locator.addresses.map(({ host }) => host)).toEqual(['c1.ab1cd.mongodb.net', 'c1-shard-00-00.ab1cd.mongodb.net']);
});

test('BST032: no record is let through to a whole top-level domain, or into the cluster', () => {
  expectRefusal(() => declare({ host: 'c.example' }), 'BST032', 'chart/shop/db', 'a whole top-level domain');
  expectRefusal(() => declare({ memberHosts: ['db.shop.svc'] }), 'BST032', 'chart/shop/db', 'not outside of the cluster');
});

test('survives hostile text', () => survivesHostileText(host => declare({ host })));
