import { ExternalOidcIssuerProps, Locator, Login, OidcIssuer, OidcIssuerProvider, Protocol, Provision, ServiceShape, Tls } from '../../src';
import { given } from '../../src/backing-services/given';
import { expectRefusal, newTopology, newWorkload, readable, told, vault } from '../support/declare';

const client = { 'client-id': 'id', 'client-secret': 'secret' };
const external = (props: Partial<ExternalOidcIssuerProps> = {}) =>
  new OidcIssuer(newTopology(), 'login', { provider: OidcIssuerProvider.external({ issuer: 'https://login.example.com/v2/', ...props }) });
const read = (issuer: OidcIssuer) => readable(told(issuer, newWorkload(newTopology(), 'web')));

test('answers HTTP; the issuer is told to the letter, and its configuration without a slash too many', () => {
  expect(external()).toMatchObject({ protocol: Protocol.HTTP, bindingType: 'oidc', shape: ServiceShape.API });
  expect(read(external())).toEqual({
    'ISSUER_URL': 'https://login.example.com/v2/', '(issuer-url)': 'https://login.example.com/v2/',
    'DISCOVERY_URL': 'https://login.example.com/v2/.well-known/openid-configuration', '(discovery-url)': 'https://login.example.com/v2/.well-known/openid-configuration',
  });
});

test('a client is told its ID, and the secret if it has one', () => {
  expect(read(external({ credentials: vault.secret('web', client) }))).toMatchObject({ CLIENT_ID: '{web id}', CLIENT_SECRET: '{web secret}' });
  expect(read(external({ credentials: vault.secret('web', { 'client-id': 'id' }) }))).not.toHaveProperty('CLIENT_SECRET');
});

test('keys and tokens have roles where the provider tells them', () => {
  const roles = told(external({ jwksUrl: 'https://keys.example.com/jwks' }), newWorkload(newTopology(), 'web')).map(({ role }) => role);
  expect(roles).toEqual(['issuer-url', 'discovery-url', 'internal-url', 'jwks-uri', 'host', 'port', 'ssl']);
});

test('is called, and not used', () => {
  const shop = newTopology();
  const login = new OidcIssuer(shop, 'login', { provider: OidcIssuerProvider.external({ issuer: 'https://login.example.com' }) });
  expect(newWorkload(shop, 'web').calls(login).verb).toBe('calls');
  expectRefusal(() => newWorkload(shop, 'api').uses(login), 'BST618', 'chart/shop/workloads/api uses login', 'answers http requests', 'declare calls()');
});

test('a provider of somebody else is the issuer that its address says; BST017 without the ID of a client', () => {
  const locator = Locator.external({ addresses: [{ host: 'id.example.com', port: 443, tls: Tls.byClient(), protocol: Protocol.HTTP }] });
  const of = (login?: Login) => new OidcIssuer(newTopology(), 'login', { provider: given(OidcIssuerProvider, () => new Provision({ locator, login })) });
  expect(read(of())).toMatchObject({ ISSUER_URL: 'https://id.example.com' });
  expectRefusal(() => read(of(Login.shared(vault.secret('web', { username: 'u' } as any)))), 'BST017', 'chart/shop/login', 'due is "client-id"');
});
