import { EnvNames, ExternalLdapProps, Ldap, LdapProvider, Locator, Login, Protocol, Provision, ServiceShape, Tls, TlsAuthority, Topology } from '../../src';
import { given as answering } from '../../src/backing-services/given';
import { ServerBinding } from '../../src/model/server-binding';
import { expectRefusal, newTopology, newWorkload, readable, textOf, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('staff');
const external = (props: Partial<ExternalLdapProps> = {}) =>
  new Ldap(newTopology(), 'staff', { provider: LdapProvider.external({ host: 'ldap.example.com', baseDn: 'dc=example,dc=com', ...props }) });
const read = (directory: Ldap) => readable(told(directory, newWorkload(newTopology(), 'wiki')));
const ownProvider = (provision: Provision) => new Ldap(newTopology(), 'staff', { provider: answering(LdapProvider, () => provision) });
const locator = Locator.external({ addresses: [{ host: 'ldap.example.com', port: 636 }] });

test('keeps data, over TCP; clients start TLS unless told', () => {
  expect(external()).toMatchObject({ protocol: Protocol.TCP, bindingType: 'ldap', shape: ServiceShape.DATABASE });
  expect(read(external({ credentials }))).toEqual({
    'URL': 'ldaps://ldap.example.com:636', '(uri)': 'ldaps://ldap.example.com:636', '(urls)': 'ldaps://ldap.example.com:636', 'BASE_DN': 'dc=example,dc=com', '(base)': 'dc=example,dc=com',
    '(host)': 'ldap.example.com', '(port)': '636', 'USERNAME': '{staff username}', '(username)': '{staff username}', 'PASSWORD': '{staff password}', '(password)': '{staff password}',
    '(ssl)': 'true', '(start-tls)': 'false',
  });
});

test.each<[Tls, string, string, string]>([
  [Tls.NONE, 'ldap://ldap.example.com:389', 'false', 'false'], [Tls.inProtocol(), 'ldap://ldap.example.com:389', 'false', 'true'], [Tls.byClient(TlsAuthority.NONE), 'ldaps://ldap.example.com:636', 'true', 'false'],
])('by %p the URL is %s', (tls, url, ssl, startTls) =>
  expect(read(external({ tls }))).toMatchObject({ 'URL': url, '(ssl)': ssl, '(start-tls)': startTls }));

test('a URL parser reads host and port, those of an IPv6 address too, and no credential is in it', () => {
  for (const host of ['ldap.example.com', '203.0.113.7', '2001:db8::7']) {
    const { host: read1, username } = new URL(read(external({ host, port: 1636, credentials })).URL);
    expect([read1, username]).toEqual([`${host.includes(':') ? `[${host}]` : host}:1636`, '']);
  }
});

test('the authority of the server is told as a file where clients verify by it', () => {
  const known = vault.secret('staff', { username: 'u', password: 'p', ca: 'ca' });
  expect(read(external({ credentials: known }))).toMatchObject({ 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{staff ca}' });
  expect(read(external({ credentials: known, tls: Tls.NONE }))).not.toHaveProperty('CA_FILE');
});

test('BST016, BST017: a provider of somebody else names the base, and a credential that enters', () => {
  expectRefusal(() => ownProvider(new Provision({ locator })), 'BST016', 'chart/shop/staff', 'names no base', 'the setting "base-dn"');
  const unnamed = ownProvider(new Provision({ locator, login: Login.shared(vault.secret('x', { password: 'p' })), settings: { 'base-dn': 'o=x' } }));
  expectRefusal(() => read(unnamed), 'BST017', 'chart/shop/staff', 'due is "username" and "password"');
});

test('the image of a directory is given the base and the password that its clients are given', () => {
  const shop = newTopology();
  const serverEnvNames = EnvNames.map({ DS_SUFFIX_NAME: '{base-dn}', DS_DM_PASSWORD: '{password}' });
  const directory = new Ldap(shop, 'staff', { provider: LdapProvider.workload(newWorkload(shop, 'server'), { baseDn: 'dc=example,dc=com', credentials, serverEnvNames }) });
  expect(ServerBinding.of(directory)!.variables.map(({ name, value }) => `${name}=${textOf(value)}`).sort()).toEqual([
    'DS_DM_PASSWORD={staff password}', 'DS_SUFFIX_NAME=dc=example,dc=com',
  ]);
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  const common = { baseDn: 'o=x', credentials };
  const providers = (shop: Topology) => [
    LdapProvider.workload(newWorkload(shop, 'server'), common), LdapProvider.inCluster({ service: 's', namespace: 'n', ...common }), LdapProvider.external({ host: 'a.example.com', ...common }),
  ];
  const variables = providers(newTopology()).map((_, position) => {
    const shop = newTopology();
    const wiki = newWorkload(shop, 'wiki');
    wiki.uses(new Ldap(shop, 'staff', { provider: providers(shop)[position] }));
    return shop.read().bindingsOf(wiki).flatMap(variablesOf).join();
  });
  expect([...new Set(variables)]).toEqual(['STAFF_BASE_DN,STAFF_PASSWORD,STAFF_URL,STAFF_USERNAME']);
});
