import { DataAccess, EnvNames, ExternalNatsProps, InClusterProps, NatsProvider, Tls, TlsAuthority, WorkloadPortOptions } from '../../src';
import { expectRefusal, newTopology, newWorkload, survivesHostileText, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('rw');
const readOnlyCredentials = vault.secret('ro', { token: 'token' });
const asked = (provider: NatsProvider) => provider.provide(shop, 'bus');
const external = (props: Partial<ExternalNatsProps> = {}) => asked(NatsProvider.external({ host: 'nats.example', credentials, ...props }));

test('a third party takes every option', () => {
  const all: Required<ExternalNatsProps> = {
    host: 'nats.example', otherHosts: ['nats-2.example'], discoveredHosts: ['*.peers.example'], port: 4443, credentials, readOnlyCredentials, tls: Tls.NONE, cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'],
  };
  const { locator, login } = external(all);
  expect(locator.endpoints).toEqual(all.endpoints);
  expect(locator.addresses.map(({ role, host, port, tls }) => [role, host, port, tls.start])).toEqual([
    ['primary', 'nats.example', 4443, 'none'], ['alternate', 'nats-2.example', 4443, 'none'], ['member', '*.peers.example', 4443, 'none'],
  ]);
  const given = [DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => login!.credentialFor(newWorkload(newTopology(), 'orders'), access));
  expect([locator.cidrs, ...given]).toEqual([all.cidrs, credentials, readOnlyCredentials]);
});

test('clients agree on TLS with the server unless told, and verify it by what comes with the credentials', () => {
  const known = vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' });
  const started = [external(), external({ credentials: known })].map(({ locator }) => locator.primary.tls);
  expect(started).toEqual([Tls.inProtocol(), Tls.inProtocol(TlsAuthority.LOGIN)]);
});

test('a workload and a neighbour take every option', () => {
  const port = { port: 4223, targetPort: 4224, headless: true, tls: Tls.inProtocol(), credentials, readOnlyCredentials };
  const options: Required<Omit<WorkloadPortOptions, 'service'>> = {
    ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main',
  };
  const props: Required<InClusterProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [NatsProvider.workload(newWorkload(shop, 'server'), options), NatsProvider.inCluster(props)]) {
    const { locator, login } = asked(provider);
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 4223, targetPort: 4224, headless: true, tls: port.tls });
    expect(login!.enforcesReadOnly).toBe(true);
  }
});

test('the port is 4222 unless told', () => {
  for (const provider of [NatsProvider.workload(newWorkload(newTopology(), 'w')), NatsProvider.inCluster({ service: 's', namespace: 'n' })]) {
    expect(asked(provider).locator.primary).toMatchObject({ port: 4222, tls: Tls.NONE });
  }
  expect(external().locator.primary.port).toBe(4222);
});

test.each([{ username: 'u' }, { password: 'p' }, { uri: 'u' }])('BST017: servers are not entered with %j', properties =>
  expectRefusal(() => external({ credentials: vault.secret('x', properties as unknown as Record<string, string>) }), 'BST017', 'chart/shop/bus', '"token"'));

test('survives hostile text', () => survivesHostileText(text => [{ host: text }, { otherHosts: [text] }, { discoveredHosts: [text] }].forEach(props => external(props))));
