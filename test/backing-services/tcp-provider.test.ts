import { EnvNames, ExternalTcpProps, InClusterTcpProps, TcpProvider, TcpWorkloadOptions, Tls, TlsAuthority } from '../../src';
import { expectRefusal, newTopology, newWorkload, vault } from '../support/declare';

const shop = newTopology();
const tls = Tls.byClient(TlsAuthority.LOGIN);
const credentials = vault.secret('ldap', { username: 'u', password: 'p', ca: 'ca' });
const readOnlyCredentials = vault.secret('reader');
const asked = (provider: TcpProvider) => provider.provide(shop, 'ldap');

test('a third party takes every option', () => {
  const all: Required<ExternalTcpProps> = { host: 'ldap.example', port: 636, tls, cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'], credentials, readOnlyCredentials, furtherHosts: ['203.0.113.7'] };
  const { locator, login } = asked(TcpProvider.external(all));
  expect(locator.endpoints).toEqual(all.endpoints);
  expect(locator).toMatchObject({ isExternal: true, cidrs: all.cidrs, primary: { host: 'ldap.example', port: 636, targetPort: 636, tls } });
  expect(locator.addresses[1]).toMatchObject({ host: '203.0.113.7', port: 636, tls });
  expect([locator.primary.appProtocol, login!.enforcesReadOnly]).toEqual(['tcp', true]);
  expect(asked(TcpProvider.external({ ...all, tls: tls.namingServer() })).locator.primary.appProtocol).toBe('tls');
});

test('a third party is reached in the clear, without a credential and at any address, unless told', () => {
  const { locator, login } = asked(TcpProvider.external({ host: 'ldap.example', port: 389 }));
  expect([locator.primary.tls, locator.primary.appProtocol, locator.cidrs, login]).toEqual([Tls.NONE, 'tcp', undefined, undefined]);
});

test('a workload and a neighbour take every option', () => {
  const port = { port: 389, targetPort: 1389, headless: true, tls, credentials, readOnlyCredentials };
  const options: Required<Omit<TcpWorkloadOptions, 'service'>> = { ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main' };
  const props: Required<InClusterTcpProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [TcpProvider.workload(newWorkload(shop, 'server'), options), TcpProvider.inCluster(props)]) {
    const { locator, login } = asked(provider);
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 389, targetPort: 1389, headless: true, tls, protocol: { name: 'tcp' } });
    expect(login!.enforcesReadOnly).toBe(true);
  }
});

test('BST017: refuses to verify by an authority that is not there', () =>
  expectRefusal(() => asked(TcpProvider.external({ host: 'ldap.example', port: 636, tls })), 'BST017', 'chart/shop/ldap', 'the part "ca"'));
