import { Credential, DataAccess, EnvNames, ExternalRedisProps, InClusterRedisProps, RedisProvider, RedisWorkloadOptions, Tls, TlsAuthority } from '../../src';
import { expectRefusal, newTopology, newWorkload, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('rw');
const readOnlyCredentials = vault.secret('ro', { uri: 'uri' });
const asked = (provider: RedisProvider) => provider.provide(shop, 'cache');
const external = (props: Partial<ExternalRedisProps> = {}) => asked(RedisProvider.external({ host: 'cache.example', credentials, ...props }));
const known = vault.secret('rw', { password: 'password', ca: 'ca' });

test('a third party takes every option', () => {
  const all: Required<ExternalRedisProps> = {
    host: 'cache.example', port: 6380, credentials, readOnlyCredentials, tls: Tls.NONE, database: 3, cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'],
    furtherHosts: ['*.further.example.com'],
  };
  const { locator, login, database } = external(all);
  expect(locator.endpoints).toEqual(all.endpoints);
  expect(locator).toMatchObject({ isExternal: true, cidrs: all.cidrs, primary: { host: 'cache.example', port: 6380, targetPort: 6380, tls: Tls.NONE } });
  expect(locator.addresses[1]).toMatchObject({ host: '*.further.example.com', port: 6380, tls: Tls.NONE });
  const given = [DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => login!.credentialFor(newWorkload(newTopology(), 'orders'), access));
  expect([database, ...given]).toEqual(['3', credentials, readOnlyCredentials]);
});

test.each<[Credential, TlsAuthority]>([[credentials, TlsAuthority.SYSTEM], [known, TlsAuthority.LOGIN]])('clients start TLS unless told, and verify the server', (given, authority) =>
  expect(external({ credentials: given }).locator.primary).toMatchObject({ port: 6379, tls: Tls.byClient(authority) }));

test('a workload and a neighbour take every option', () => {
  const port = { port: 6380, targetPort: 6381, headless: true, tls: Tls.byClient(), credentials, readOnlyCredentials, database: 7 };
  const options: Required<Omit<RedisWorkloadOptions, 'service'>> = {
    ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main',
  };
  const props: Required<InClusterRedisProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [RedisProvider.workload(newWorkload(shop, 'server'), options), RedisProvider.inCluster(props)]) {
    const { locator, login, database } = asked(provider);
    expect(database).toBe('7');
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 6380, targetPort: 6381, headless: true, tls: port.tls, protocol: { name: 'tcp' } });
    expect(login!.enforcesReadOnly).toBe(true);
  }
});

test('the port is 6379 unless told, and the database is left to the credentials', () => {
  for (const provider of [RedisProvider.workload(newWorkload(newTopology(), 'w')), RedisProvider.inCluster({ service: 's', namespace: 'n' })]) {
    expect(asked(provider).locator.primary).toMatchObject({ port: 6379, targetPort: 6379 });
  }
  const { locator, database } = external();
  expect([locator.primary.port, database]).toEqual([6379, undefined]);
});

test.each([
  ['a workload', RedisProvider.workload(newWorkload(shop, 'w'))], ['a neighbour', RedisProvider.inCluster({ service: 's', namespace: 'n' })],
  ['a third party', RedisProvider.external({ host: 'cache.example' })],
])('%s needs no credentials', (_, provider) => expect(asked(provider).login).toBeUndefined());

test.each([-1, 1.5, 1_000_001])('BST010: refuses the database %p of every provider', database => {
  const providers = [RedisProvider.workload(newWorkload(newTopology(), 'w'), { database }), RedisProvider.inCluster({ service: 's', namespace: 'n', database })];
  for (const provider of [...providers, RedisProvider.external({ host: 'cache.example', database })]) {
    expectRefusal(() => asked(provider), 'BST010', 'chart/shop/cache', 'database', '0..1000000');
  }
});

test.each<[string, (given: Credential) => RedisProvider]>([
  ['external', given => RedisProvider.external({ host: 'h.example', credentials: given })],
  ['external, for those who only read', given => RedisProvider.external({ host: 'h.example', credentials, readOnlyCredentials: given })],
  ['workload', given => RedisProvider.workload(newWorkload(newTopology(), 'w'), { credentials: given })],
  ['inCluster', given => RedisProvider.inCluster({ service: 's', namespace: 'n', credentials: given })],
])('BST017: refuses credentials without a password or a URL: %s', (_, provider) =>
  expectRefusal(() => asked(provider(vault.secret('x', { username: 'u' }))), 'BST017', 'chart/shop/cache', 'due is "password", or "uri"'));

test.each([-1, 0.5, 1_000_001])('BST010: refuses the database %p', database => expectRefusal(() => external({ database }), 'BST010', 'chart/shop/cache', '0..1000000'));
