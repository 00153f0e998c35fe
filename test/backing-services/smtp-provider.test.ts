import { DataAccess, EnvNames, ExternalSmtpProps, InClusterProps, SmtpProvider, Tls, TlsAuthority, WorkloadPortOptions } from '../../src';
import { expectRefusal, newTopology, newWorkload, survivesHostileText, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('rw');
const readOnlyCredentials = vault.secret('ro', { uri: 'uri' });
const asked = (provider: SmtpProvider) => provider.provide(shop, 'mail');
const external = (props: Partial<ExternalSmtpProps> = {}) => asked(SmtpProvider.external({ host: 'smtp.example', ...props }));

test('a third party takes every option', () => {
  const all: Required<ExternalSmtpProps> = { host: 'smtp.example', port: 2525, credentials, readOnlyCredentials, tls: Tls.byClient(), cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'] };
  const { locator, login } = external(all);
  expect(locator.endpoints).toEqual(all.endpoints);
  expect(locator).toMatchObject({ isExternal: true, cidrs: all.cidrs, primary: { host: 'smtp.example', port: 2525, tls: Tls.byClient() } });
  const given = [DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => login!.credentialFor(newWorkload(newTopology(), 'orders'), access));
  expect(given).toEqual([credentials, readOnlyCredentials]);
});

test.each([[undefined, 587], [Tls.inProtocol(), 587], [Tls.byClient(), 465], [Tls.NONE, 25]])('with %p, a third party is dialled at %i', (tls, port) =>
  expect(external({ tls }).locator.primary.port).toBe(port));

test('clients agree on TLS with the server unless told, and verify it by what comes with the credentials', () => {
  const known = vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' });
  const started = [external(), external({ credentials: known })].map(({ locator }) => locator.primary.tls);
  expect(started).toEqual([Tls.inProtocol(), Tls.inProtocol(TlsAuthority.LOGIN)]);
});

test('a workload and a neighbour take every option', () => {
  const port = { port: 2525, targetPort: 1025, headless: true, tls: Tls.byClient(), credentials, readOnlyCredentials };
  const options: Required<Omit<WorkloadPortOptions, 'service'>> = {
    ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main',
  };
  const props: Required<InClusterProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [SmtpProvider.workload(newWorkload(shop, 'server'), options), SmtpProvider.inCluster(props)]) {
    const { locator, login } = asked(provider);
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 2525, targetPort: 1025, headless: true, tls: port.tls });
    expect(login!.enforcesReadOnly).toBe(true);
  }
});

test.each([[undefined, 25], [Tls.inProtocol(), 587], [Tls.byClient(), 465]])('in the cluster, with %p, the port is %i', (tls, port) => {
  const workload = newWorkload(newTopology(), 'w');
  for (const provider of [SmtpProvider.workload(workload, { tls }), SmtpProvider.inCluster({ service: 's', namespace: 'n', tls })]) {
    expect(asked(provider).locator.primary.port).toBe(port);
  }
});

test.each([{ username: 'u' }, { password: 'p' }, { token: 't' }])('BST017: a server is not entered with %j', properties =>
  expectRefusal(() => external({ credentials: vault.secret('x', properties as unknown as Record<string, string>) }), 'BST017', 'chart/shop/mail', '"username" and "password", or "uri"'));

test('survives hostile text', () => survivesHostileText(host => external({ host })));
