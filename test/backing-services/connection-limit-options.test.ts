import {
  BackingService, Cassandra, CassandraProvider, ConnectionLimitOptions, CustomProvider, CustomService, Memcached, MemcachedProvider, MongoDb,
  MongoDbProvider, MySql, MySqlProvider, Nats, NatsProvider, Postgres, PostgresProvider, RabbitMq, RabbitMqProvider, Redis, RedisProvider,
  SqlServer, SqlServerProvider, TcpProvider, TcpService, Topology,
} from '../../src';
import { STRUCTS } from '../../src/private/boundary-types';
import { expectRefusal, newTopology, vault } from '../support/declare';
import { Declaration } from '../support/topology';

const at = { host: 'a.example.com', database: 'orders', credentials: vault.secret('db') };

const KINDS: Record<string, (topology: Topology, limit: ConnectionLimitOptions) => BackingService> = {
  Cassandra: (topology, limit) => new Cassandra(topology, 'db', { provider: CassandraProvider.external({ host: at.host, datacenter: 'dc1' }), ...limit }),
  CustomService: (topology, limit) => new CustomService(topology, 'db', { bindingType: 'a', provider: CustomProvider.external({ host: at.host, port: 1 }), ...limit }),
  Memcached: (topology, limit) => new Memcached(topology, 'db', { provider: MemcachedProvider.external({ host: at.host }), ...limit }),
  MongoDb: (topology, limit) => new MongoDb(topology, 'db', { provider: MongoDbProvider.external(at), ...limit }),
  MySql: (topology, limit) => new MySql(topology, 'db', { provider: MySqlProvider.external(at), ...limit }),
  Nats: (topology, limit) => new Nats(topology, 'db', { provider: NatsProvider.external({ host: at.host }), ...limit }),
  Postgres: (topology, limit) => new Postgres(topology, 'db', { provider: PostgresProvider.external(at), ...limit }),
  RabbitMq: (topology, limit) => new RabbitMq(topology, 'db', { provider: RabbitMqProvider.external({ host: at.host, credentials: at.credentials }), ...limit }),
  Redis: (topology, limit) => new Redis(topology, 'db', { provider: RedisProvider.external({ host: at.host, credentials: at.credentials }), ...limit }),
  SqlServer: (topology, limit) => new SqlServer(topology, 'db', { provider: SqlServerProvider.external(at), ...limit }),
  TcpService: (topology, limit) => new TcpService(topology, 'db', { provider: TcpProvider.external({ host: at.host, port: 1 }), ...limit }),
};

test('is said of these kinds', () => {
  const said = Object.entries(STRUCTS as Record<string, Record<string, string>>).filter(([, of]) => of['&']?.split(' ').includes('ConnectionLimitOptions'));
  expect(said.map(([name]) => name.replace(/Props$/, '')).sort()).toEqual(Object.keys(KINDS));
});

describe.each(Object.entries(KINDS))('%s', (_, declare) => {
  test('is held to what it takes', () => {
    const declared = new Declaration();
    const service = declare(declared.topology, { maxConnections: 9 });
    declared.workload('orders', { replicas: 2 }).uses(service, { clientConnections: 5 });
    expect(declared.found('BST201')).toEqual([expect.stringMatching(/^error db: db takes 9, and 10 connections may be open at once/)]);
  });

  test('BST010: takes no number of connections that is none', () => expectRefusal(
    () => declare(newTopology(), { maxConnections: 0 }), 'BST010', 'chart/shop/db', 'maxConnections "0"', '1..2147483647'));
});
