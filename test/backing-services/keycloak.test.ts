import { KeycloakProps, OidcIssuer, OidcIssuerProvider, ServiceOwner, Tls } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, textOf, told, topologyWithoutNamespace, vault } from '../support/declare';

const declare = (props: Partial<KeycloakProps> = {}, topology = newTopology()) =>
  new OidcIssuer(topology, 'login', { provider: OidcIssuerProvider.keycloak({ keycloak: 'kc', realm: 'shop', ...props }) });
const entries = (props?: Partial<KeycloakProps>) => told(declare(props), newWorkload(newTopology(), 'web'));

test('is served where the operator serves it', () => {
  const { locator, provider } = declare({ namespace: 'identity' });
  expect(provider).toBe('keycloak');
  expect(locator).toMatchObject({
    owner: ServiceOwner.OPERATOR, resource: 'kc', namespace: 'identity',
    podLabels: { 'app': 'keycloak', 'app.kubernetes.io/instance': 'kc', 'app.kubernetes.io/managed-by': 'keycloak-operator' },
  });
  expect(locator.primary).toMatchObject({ host: 'kc-service.identity.svc', port: 8443, tls: { start: 'client', authority: 'system' } });
});

test('is where its resource says: without TLS, by another Service and port, with an authority', () => {
  expect(declare({ tls: Tls.NONE }).locator.primary).toMatchObject({ port: 8080, appProtocol: 'http' });
  expect(declare({ service: 'login', port: 443 }).locator.primary).toMatchObject({ host: 'login.shop.svc', port: 443 });
  expect(readable(entries({ credentials: vault.secret('web', { 'client-id': 'id', 'ca': 'ca' }) }))).toMatchObject({ CLIENT_ID: '{web id}', CA_FILE: '/bindings/b/ca.crt' });
});

test.each([
  [undefined, 'https://kc-service.shop.svc:8443/realms/shop', '/realms/shop'], ['https://login.example.com', 'https://login.example.com/realms/shop', '/realms/shop'],
  ['https://login.example.com/auth/', 'https://login.example.com/auth/realms/shop', '/auth/realms/shop'],
])('seen at %s its issuer is %s; pods find keys and tokens behind the Service', (publicUrl, issuer, path) => {
  const roles = Object.fromEntries(entries({ publicUrl }).map(({ role, value }) => [role, textOf(value)]));
  const internal = `https://kc-service.shop.svc:8443${path}`;
  expect(roles).toMatchObject({
    'issuer-url': issuer, 'internal-url': internal, 'discovery-url': `${internal}/.well-known/openid-configuration`,
    'jwks-uri': `${internal}/protocol/openid-connect/certs`, 'token-url': `${internal}/protocol/openid-connect/token`,
  });
});

test('names what the operator makes besides', () => {
  const { furtherServices, furtherSecrets } = declare()._provision;
  expect([furtherServices, furtherSecrets]).toEqual([['kc-discovery'], ['kc-initial-admin']]);
});

test('BST013: refuses to live in no namespace', () =>
  expectRefusal(() => declare({}, topologyWithoutNamespace()), 'BST013', 'chart/shop/login', 'Keycloak resource', 'OidcIssuerProvider.keycloak()'));

test.each<[string, Partial<KeycloakProps>]>([
  ['BST801', { keycloak: 'a'.repeat(54) }], ['BST801', { realm: 'my shop' }], ['BST801', { realm: '..' }], ['BST511', { realm: 'https://a.example.com' }], ['BST801', { service: 'a.b' }],
  ['BST027', { publicUrl: 'login' }], ['BST007', { port: 0 }],
])('%s: refuses %j', (code, props) => expectRefusal(() => declare(props), code, 'chart/shop/login'));

test('survives hostile text', () => survivesHostileText(text =>
  [{ keycloak: text }, { namespace: text }, { realm: text }, { publicUrl: text }, { service: text }].forEach(props => declare(props))));
