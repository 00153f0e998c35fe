import { Credential, DataAccess, OpenSearch, OpenSearchOperatorProps, OpenSearchProvider, SecretMaker, ServiceOwner, Tls, TlsAuthority } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, topologyWithoutNamespace, vault } from '../support/declare';

const declare = (props: Partial<OpenSearchOperatorProps> = {}, topology = newTopology()) =>
  new OpenSearch(topology, 'search', { provider: OpenSearchProvider.openSearchOperator({ cluster: 'shop', ...props }) });
const credentialOf = (props: Partial<OpenSearchOperatorProps>, access = DataAccess.READ_WRITE): Credential =>
  declare(props).login!.credentialFor(newWorkload(newTopology(), 'orders'), access);
const placesOf = ({ parts }: Credential) => Object.entries(parts).map(([name, { secretName, key, property }]) => [name, secretName ?? 'store', key ?? property]);

test('is served where the operator serves it', () => {
  const { locator, provider } = declare({ namespace: 'data' });
  expect(provider).toBe('opensearch-operator');
  expect(locator).toMatchObject({ owner: ServiceOwner.OPERATOR, resource: 'shop', namespace: 'data', podLabels: { 'opensearch.org/opensearch-cluster': 'shop' } });
  expect(locator.primary).toMatchObject({ host: 'shop.data.svc', port: 9200, tls: { start: 'client', authority: 'login' } });
});

test('is where its resource says: by another Service, port and labels', () => {
  const podLabels = { 'opster.io/opensearch-cluster': 'shop' };
  const { locator } = declare({ service: 'shop-http', port: 9201, podLabels, tls: Tls.NONE });
  expect(locator).toMatchObject({ podLabels, primary: { host: 'shop-http.shop.svc', port: 9201, appProtocol: 'http' } });
});

test('reads the Secrets that the operator writes; nothing says that the password can stand in a URL', () => {
  const credential = credentialOf({});
  expect(placesOf(credential)).toEqual([['ca', 'shop-http-cert', 'ca.crt'], ['password', 'shop-admin-password', 'password'], ['username', 'shop-admin-password', 'username']]);
  expect([credential.part('password').isUrlSafe, credential.part('password').maker, credential.part('ca').producer]).toEqual([false, SecretMaker.OPERATOR, 'OpenSearchCluster shop']);
});

test('another user is told with the operator\'s authority, or with that of who made the certificate', () => {
  const credentials = vault.secret('s', { username: 'u', password: 'p' });
  expect(placesOf(credentialOf({ credentials }))[0]).toEqual(['ca', 'shop-http-cert', 'ca.crt']);
  expect(placesOf(credentialOf({ credentials, caSecret: 'own-ca' }))[0]).toEqual(['ca', 'own-ca', 'ca.crt']);
  expect(placesOf(credentialOf({ credentials: vault.secret('s', { username: 'u', password: 'p', ca: 'own' }) }))[0]).toEqual(['ca', 'store', 'own']);
  expect(placesOf(credentialOf({ readOnlyCredentials: credentials }, DataAccess.READ_ONLY))[1]).toEqual(['password', 'store', 'p']);
});

test('certificates that vouch for nobody have no authority to tell', () => {
  const entries = readable(told(declare({ tls: Tls.byClient(TlsAuthority.NONE) }), newWorkload(newTopology(), 'orders')));
  expect([entries.URL, entries.CA_FILE]).toEqual(['https://shop.shop.svc:9200', undefined]);
});

test('names what the operator makes besides', () => {
  const { furtherServices, furtherSecrets } = declare()._provision;
  expect(furtherServices).toEqual(['shop-discovery', 'shop-dashboards']);
  expect(furtherSecrets).toEqual(['shop-ca', 'shop-transport-cert', 'shop-admin-cert', 'shop-dashboards-password', 'shop-security-config-generated']);
});

test('BST013: refuses to live in no namespace', () =>
  expectRefusal(() => declare({}, topologyWithoutNamespace()), 'BST013', 'chart/shop/search', 'OpenSearchProvider.openSearchOperator()'));

test.each<[string, Partial<OpenSearchOperatorProps>]>([
  ['BST801', { cluster: 'a'.repeat(53) }], ['BST801', { service: 'a.b' }], ['BST801', { caSecret: 'My CA' }], ['BST007', { port: 0 }], ['BST017', { credentials: vault.secret('s', { 'api-key': 'k' }) }],
])('%s: refuses %j', (code, props) => expectRefusal(() => declare(props), code, 'chart/shop/search'));

test('survives hostile text', () => survivesHostileText(text => [{ cluster: text }, { namespace: text }, { service: text }, { caSecret: text }].forEach(props => declare(props))));
