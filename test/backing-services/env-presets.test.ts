import {
  EnvNames, EnvPresets, HttpProvider, HttpService, Kafka, KafkaProvider, KubernetesSecret, Postgres, PostgresProvider, Redis, RedisProvider,
  SaslMechanism, TcpProvider, TcpService, Topology,
} from '../../src';
import { expectRefusal, newTopology, newWorkload, textOf, vault } from '../support/declare';

const postgres = (shop: Topology, properties?: Record<string, string>) => new Postgres(shop, 'orders-db', {
  provider: PostgresProvider.external({ host: 'db.example', database: 'orders', credentials: vault.secret('db', properties) }),
});

/** What a workload is told of a service by a convention. */
function toldBy(envNames: EnvNames, declare: (shop: Topology) => Postgres | Redis | TcpService): Record<string, string> {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders', { envNames });
  orders.uses(declare(shop));
  return Object.fromEntries(shop.read().bindingsOf(orders)[0].variables.map(({ name, value }) => [name, textOf(value)]));
}

const DSN = 'Host=db.example;Port=5432;Database="orders";Username={db username ado};Password={db password ado};SSL Mode=VerifyFull';
const URL = 'postgresql://{db username %}:{db password %}@db.example:5432/orders?sslmode=verify-full';
const JDBC = 'jdbc:postgresql://db.example:5432/orders?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory';
const LOGIN = ['{db username}', '{db password}'];

test.each<[string, EnvNames, Record<string, string>]>([
  ['PARTS', EnvPresets.PARTS, {
    ORDERS_DB_URL: URL, ORDERS_DB_HOST: 'db.example', ORDERS_DB_PORT: '5432', ORDERS_DB_USERNAME: LOGIN[0], ORDERS_DB_PASSWORD: LOGIN[1], ORDERS_DB_DATABASE: 'orders',
  }],
  ['ASPIRE', EnvPresets.ASPIRE, {
    ConnectionStrings__orders_db: DSN, ORDERS_DB_URI: URL, ORDERS_DB_JDBCCONNECTIONSTRING: JDBC,
    ORDERS_DB_HOST: 'db.example', ORDERS_DB_PORT: '5432', ORDERS_DB_USERNAME: LOGIN[0], ORDERS_DB_PASSWORD: LOGIN[1], ORDERS_DB_DATABASENAME: 'orders',
  }],
  ['DOTNET', EnvPresets.DOTNET, { ConnectionStrings__OrdersDb: DSN }],
  ['LIBPQ', EnvPresets.LIBPQ, {
    PGHOST: 'db.example', PGPORT: '5432', PGDATABASE: 'orders', PGUSER: LOGIN[0], PGPASSWORD: LOGIN[1], PGSSLMODE: 'verify-full', PGSSLROOTCERT: 'system',
  }],
  ['RADIUS', EnvPresets.RADIUS, {
    CONNECTION_ORDERS_DB_URL: URL, CONNECTION_ORDERS_DB_HOST: 'db.example', CONNECTION_ORDERS_DB_PORT: '5432', CONNECTION_ORDERS_DB_DATABASE: 'orders',
    CONNECTION_ORDERS_DB_USERNAME: LOGIN[0], CONNECTION_ORDERS_DB_PASSWORD: LOGIN[1],
  }],
  ['SPRING', EnvPresets.SPRING, { SPRING_DATASOURCE_URL: JDBC, SPRING_DATASOURCE_USERNAME: LOGIN[0], SPRING_DATASOURCE_PASSWORD: LOGIN[1] }],
])('%s names what it has names for', (_, preset, expected) => expect(toldBy(preset, shop => postgres(shop))).toEqual(expected));

test('a client certificate is a file whose path is told, in place of the password', () => {
  const told = toldBy(EnvPresets.LIBPQ, shop => postgres(shop, { 'username': 'u', 'client-certificate': 'c', 'private-key': 'k', 'ca': 'ca' }));
  expect(told).toMatchObject({ PGSSLCERT: '/bindings/b/client.crt', PGSSLKEY: '/bindings/b/client.key', PGSSLROOTCERT: '/bindings/b/ca.crt' });
  expect(told).not.toHaveProperty('PGPASSWORD');
});

test.each([['LIBPQ', EnvPresets.LIBPQ], ['SPRING', EnvPresets.SPRING], ['DOTNET', EnvPresets.DOTNET]])('%s leaves a kind that it has no names for to the default ones', (_, preset) =>
  expect(toldBy(preset, shop => new TcpService(shop, 'ledger', { provider: TcpProvider.external({ host: 'l.example', port: 7 }) }))).toEqual({ LEDGER_HOST: 'l.example', LEDGER_PORT: '7' }));

describe('Spring and Aspire', () => {
  const kafka = (preset: EnvNames) => {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders', { envNames: preset });
    const events = new Kafka(shop, 'events', { provider: KafkaProvider.external({
      bootstrapServers: ['k.example:9093'], mechanism: SaslMechanism.SCRAM_SHA_512, credentials: vault.secret('k', { username: 'u', password: 'p', ca: 'ca' }),
    }) });
    orders.consumes(events.existingTopic('created'));
    return Object.fromEntries(shop.read().bindingsOf(orders)[0].variables.map(({ name, value }) => [name, textOf(value)]));
  };

  test('tell Kafka as Java and .NET read it', () => {
    expect(kafka(EnvPresets.SPRING)).toEqual({
      SPRING_KAFKA_BOOTSTRAPSERVERS: 'k.example:9093', SPRING_KAFKA_SECURITY_PROTOCOL: 'SASL_SSL', SPRING_KAFKA_CONSUMER_GROUPID: 'shop.orders',
      SPRING_KAFKA_PROPERTIES_SASL_MECHANISM: 'SCRAM-SHA-512', SPRING_KAFKA_SSL_TRUSTSTORELOCATION: 'file:/bindings/b/ca.crt', SPRING_KAFKA_SSL_TRUSTSTORETYPE: 'PEM',
      SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG: 'org.apache.kafka.common.security.scram.ScramLoginModule required username={k u jaas} password={k p jaas};',
    });
    expect(kafka(EnvPresets.ASPIRE)).toEqual({ ConnectionStrings__events: 'k.example:9093', EVENTS_USERNAME: '{k u}', EVENTS_PASSWORD: '{k p}' });
  });

  test('tell an HTTP service by service discovery, or by default', () => {
    const toldOf = (envNames: EnvNames) => {
      const shop = newTopology();
      const orders = newWorkload(shop, 'orders', { envNames });
      orders.calls(new HttpService(shop, 'user-api', { provider: HttpProvider.workload(newWorkload(shop, 'users')) }));
      return Object.keys(Object.fromEntries(shop.read().bindingsOf(orders)[0].variables.map(({ name, value }) => [name, value.text])));
    };
    expect([toldOf(EnvPresets.ASPIRE), toldOf(EnvPresets.SPRING)]).toEqual([['USER_API_HTTP', 'services__user_api__http__0'], ['USER_API_URL']]);
  });
});

test('a Redis server has a connection string of .NET if nothing in it needs an encoding, and none otherwise', () => {
  const safe = KubernetesSecret.existing('redis-login', { reason: 'the cache team makes it' });
  const redis = (password = safe.key('password')) => (shop: Topology) => new Redis(shop, 'cache', {
    provider: RedisProvider.inCluster({ service: 'redis', namespace: 'caches', database: 2, credentials: safe.credential({ password: 'password' }).with('password', password) }),
  });
  expect(toldBy(EnvPresets.DOTNET, redis(safe.key('password').urlSafe()))).toEqual({
    ConnectionStrings__Cache: 'redis.caches.svc:6379,password={redis-login password},ssl=false,defaultDatabase=2',
  });
  expectRefusal(() => toldBy(EnvPresets.ASPIRE, redis()), 'BST018', 'chart/shop/workloads/orders uses cache', 'has no role "connection-string", because nothing encodes a comma in it, and of the credentials "password" may have one',
    'say urlSafe() of each such part');
});

test('a Redis server whose URL is kept whole has no connection string of .NET, and the refusal says why', () => {
  const redis = (shop: Topology) => new Redis(shop, 'cache', { provider: RedisProvider.external({ host: 'c.example', credentials: vault.secret('c', { uri: 'url' }) }) });
  expectRefusal(() => toldBy(EnvPresets.ASPIRE, redis), 'BST018', 'chart/shop/workloads/orders uses cache', 'because nothing takes the part "uri" of the credentials apart', 'or write {url}');
});
