import { EnvNames, ExternalLdapProps, InClusterLdapProps, LdapProvider, LdapWorkloadOptions, Tls, TlsAuthority } from '../../src';
import { expectRefusal, newTopology, newWorkload, survivesHostileText, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('rw');
const readOnlyCredentials = vault.secret('ro');
const asked = (provider: LdapProvider) => provider.provide(shop, 'staff');
const external = (props: Partial<ExternalLdapProps> = {}) => asked(LdapProvider.external({ host: 'ldap.example.com', baseDn: 'o=x', ...props }));

test('a third party takes every option', () => {
  const all: Required<ExternalLdapProps> = { host: 'ldap.example.com', port: 1636, credentials, readOnlyCredentials, tls: Tls.byClient(TlsAuthority.NONE), baseDn: 'dc=example,dc=com', cidrs: ['10.0.0.0/8'], endpoints: ['203.0.113.7'] };
  const { locator, login, settings } = external(all);
  expect(locator.endpoints).toEqual(all.endpoints);
  expect(locator).toMatchObject({ cidrs: all.cidrs, primary: { host: 'ldap.example.com', port: 1636, tls: all.tls } });
  expect([login!.enforcesReadOnly, settings]).toEqual([true, { 'base-dn': 'dc=example,dc=com' }]);
});

test.each([[undefined, 636], [Tls.byClient(), 636], [Tls.inProtocol(), 389], [Tls.NONE, 389]])('by %p the usual port outside is %i', (tls, port) =>
  expect(external({ tls }).locator.primary.port).toBe(port));

test('clients verify the server by the authority of the credentials, if there is one', () =>
  expect(external({ credentials: vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' }) }).locator.primary.tls).toEqual(Tls.byClient(TlsAuthority.LOGIN)));

test('a workload and a neighbour take every option', () => {
  const port = { port: 1389, targetPort: 3389, headless: true, tls: Tls.inProtocol(), credentials, readOnlyCredentials, baseDn: 'o=x' };
  const options: Required<Omit<LdapWorkloadOptions, 'service'>> = { ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main' };
  const props: Required<InClusterLdapProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [LdapProvider.workload(newWorkload(shop, 'server'), options), LdapProvider.inCluster(props)]) {
    const { locator, login, settings } = asked(provider);
    expect([settings, login!.enforcesReadOnly]).toEqual([{ 'base-dn': 'o=x' }, true]);
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 1389, targetPort: 3389, headless: true, tls: port.tls });
  }
});

test.each([[undefined, 389], [Tls.byClient(), 636], [Tls.inProtocol(), 389]])('by %p the usual port in the cluster is %i', (tls, port) => {
  const providers = [LdapProvider.workload(newWorkload(newTopology(), 'w'), { baseDn: 'o=x', tls }), LdapProvider.inCluster({ service: 's', namespace: 'n', baseDn: 'o=x', tls })];
  expect(providers.map(provider => asked(provider).locator.primary.port)).toEqual([port, port]);
});

test.each<[string, Partial<ExternalLdapProps>, string]>([
  ['BST801', { baseDn: 'example.com' }, 'a distinguished name'], ['BST511', { baseDn: 'ldap://u:CANARY@h' }, 'not repeated here'],
  ['BST017', { credentials: vault.secret('x', { password: 'p' }) }, 'due is "username" and "password"'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => external(props), code, 'chart/shop/staff', words));

test('survives hostile text', () => survivesHostileText(baseDn => external({ baseDn })));
