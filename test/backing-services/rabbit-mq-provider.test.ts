import {
  AmazonMqProps, DataAccess, EnvNames, ExternalRabbitMqProps, InClusterRabbitMqProps, RabbitMqProvider, RabbitMqWorkloadOptions, Tls, TlsAuthority,
} from '../../src';
import { expectRefusal, newTopology, newWorkload, survivesHostileText, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('rw');
const readOnlyCredentials = vault.secret('ro', { uri: 'uri' });
const asked = (provider: RabbitMqProvider) => provider.provide(shop, 'broker');
const external = (props: Partial<ExternalRabbitMqProps> = {}) => asked(RabbitMqProvider.external({ host: 'mq.example', credentials, ...props }));
const amazon = (props: Partial<AmazonMqProps> = {}) => asked(RabbitMqProvider.amazonMq({ host: 'b-1.mq.euc1.on.example', credentials, ...props }));

test('a third party takes every option', () => {
  const all: Required<ExternalRabbitMqProps> = {
    host: 'mq.example', otherHosts: ['mq-2.example'], port: 5673, credentials, readOnlyCredentials, tls: Tls.NONE, virtualHost: 'orders', cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'],
  };
  const { locator, login, database } = external(all);
  expect(locator.endpoints).toEqual(all.endpoints);
  expect(locator).toMatchObject({ isExternal: true, cidrs: all.cidrs });
  expect(locator.addresses.map(({ role, host, port, tls }) => [role, host, port, tls.start])).toEqual([['primary', 'mq.example', 5673, 'none'], ['alternate', 'mq-2.example', 5673, 'none']]);
  const given = [DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => login!.credentialFor(newWorkload(newTopology(), 'orders'), access));
  expect([database, ...given]).toEqual(['orders', credentials, readOnlyCredentials]);
});

test.each([[undefined, 5671], [Tls.NONE, 5672]])('with %p, a third party is dialled at %i', (tls, port) => expect(external({ tls }).locator.primary.port).toBe(port));

test('clients start TLS unless told, and verify the server by what comes with the credentials', () => {
  const known = vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' });
  const started = [external(), external({ credentials: known })].map(({ locator }) => locator.primary.tls);
  expect(started).toEqual([Tls.byClient(), Tls.byClient(TlsAuthority.LOGIN)]);
});

test('a workload and a neighbour take every option', () => {
  const port = { port: 5673, targetPort: 5674, headless: true, tls: Tls.byClient(), credentials, readOnlyCredentials, virtualHost: 'orders' };
  const options: Required<Omit<RabbitMqWorkloadOptions, 'service'>> = {
    ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main',
  };
  const props: Required<InClusterRabbitMqProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [RabbitMqProvider.workload(newWorkload(shop, 'server'), options), RabbitMqProvider.inCluster(props)]) {
    const { locator, login, database } = asked(provider);
    expect(database).toBe('orders');
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 5673, targetPort: 5674, headless: true, tls: port.tls });
    expect(login!.enforcesReadOnly).toBe(true);
  }
});

test.each([[undefined, 5672], [Tls.byClient(), 5671]])('in the cluster, with %p, the port is %i', (tls, port) => {
  const workload = newWorkload(newTopology(), 'w');
  for (const provider of [RabbitMqProvider.workload(workload, { tls }), RabbitMqProvider.inCluster({ service: 's', namespace: 'n', tls })]) {
    expect(asked(provider).locator.primary.port).toBe(port);
  }
});

test('Amazon MQ takes TLS alone, at the port of that, and is named', () => {
  const { locator, provider, database } = amazon({ virtualHost: 'orders', cidrs: ['10.0.0.0/8'], readOnlyCredentials });
  expect([provider, database, locator.cidrs]).toEqual(['amazon-mq', 'orders', ['10.0.0.0/8']]);
  expect(locator.primary).toMatchObject({ host: 'b-1.mq.euc1.on.example', port: 5671, tls: Tls.byClient() });
});

test.each(['', 'a\nb', 'ü'.repeat(64), 'a'.repeat(256)])('BST801: every provider refuses the virtual host %j', virtualHost => {
  const providers = [RabbitMqProvider.workload(newWorkload(newTopology(), 'w'), { virtualHost }), RabbitMqProvider.inCluster({ service: 's', namespace: 'n', virtualHost })];
  const refused = [...providers.map(provider => () => asked(provider)), () => external({ virtualHost }), () => amazon({ virtualHost })];
  for (const call of refused) expectRefusal(call, 'BST801', 'chart/shop/broker', 'a virtual host', '1 to 255 characters');
});

test('BST017: refuses credentials that enter nothing', () => {
  for (const call of [() => external({ credentials: vault.secret('x', { username: 'u' }) }), () => amazon({ readOnlyCredentials: vault.secret('x', { password: 'p' }) })]) {
    expectRefusal(call, 'BST017', 'chart/shop/broker', 'due is "username" and "password"');
  }
});

test('survives hostile text', () => survivesHostileText(text => [{ host: text }, { virtualHost: text }, { otherHosts: [text] }].forEach(props => external(props))));
