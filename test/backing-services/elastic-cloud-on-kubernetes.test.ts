import { Credential, DataAccess, Elasticsearch, ElasticsearchProvider, ElasticCloudOnKubernetesProps, SecretMaker, ServiceOwner, Tls } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, topologyWithoutNamespace, vault } from '../support/declare';

const declare = (props: Partial<ElasticCloudOnKubernetesProps> = {}, topology = newTopology()) =>
  new Elasticsearch(topology, 'search', { provider: ElasticsearchProvider.elasticCloudOnKubernetes({ cluster: 'shop', ...props }) });
const credentialOf = (props: Partial<ElasticCloudOnKubernetesProps>, access = DataAccess.READ_WRITE): Credential =>
  declare(props).login!.credentialFor(newWorkload(newTopology(), 'orders'), access);
const placesOf = ({ parts }: Credential) => Object.entries(parts).map(([name, { literal, secretName, key, property }]) => [name, literal ?? secretName ?? 'store', key ?? property]);

test('is served where the operator serves it', () => {
  const { locator, provider } = declare({ namespace: 'data' });
  expect(provider).toBe('eck');
  expect(locator).toMatchObject({
    owner: ServiceOwner.OPERATOR, resource: 'shop', namespace: 'data',
    podLabels: { 'common.k8s.elastic.co/type': 'elasticsearch', 'elasticsearch.k8s.elastic.co/cluster-name': 'shop' },
  });
  expect(locator.primary).toMatchObject({ host: 'shop-es-http.data.svc', port: 9200, tls: { start: 'client', authority: 'login' } });
});

test('reads the Secrets that the operator writes; nothing says that the password can stand in a URL', () => {
  const credential = credentialOf({});
  expect(placesOf(credential)).toEqual([['ca', 'shop-es-http-certs-public', 'ca.crt'], ['password', 'shop-es-elastic-user', 'elastic'], ['username', 'elastic', undefined]]);
  expect([credential.part('password').isUrlSafe, credential.part('password').maker, credential.part('ca').producer]).toEqual([false, SecretMaker.OPERATOR, 'Elasticsearch shop']);
});

test('another user is told with the operator\'s authority, unless it has one of its own', () => {
  const key = { 'api-key': 'encoded' };
  expect(placesOf(credentialOf({ credentials: vault.secret('s', key) }))).toEqual([['api-key', 'store', 'encoded'], ['ca', 'shop-es-http-certs-public', 'ca.crt']]);
  expect(placesOf(credentialOf({ credentials: vault.secret('s', { ...key, ca: 'own' }) }))).toEqual([['api-key', 'store', 'encoded'], ['ca', 'store', 'own']]);
  const readOnly = { readOnlyCredentials: vault.secret('reader', { 'api-key': 'reader' }) };
  expect(placesOf(credentialOf(readOnly, DataAccess.READ_ONLY))[0]).toEqual(['api-key', 'store', 'reader']);
});

test.each([[Tls.NONE, 'http'], [Tls.byClient(), 'https']])('where nobody verifies by the operator\'s authority it is not told', (tls, scheme) => {
  const entries = readable(told(declare({ tls }), newWorkload(newTopology(), 'orders')));
  expect([entries.URL, entries.CA_FILE]).toEqual([`${scheme}://shop-es-http.shop.svc:9200`, undefined]);
  expect(credentialOf({ tls }).has('ca')).toBe(false);
});

test('names what the operator makes besides', () => {
  const { furtherServices, furtherSecrets } = declare()._provision;
  expect(furtherServices).toEqual(['shop-es-transport', 'shop-es-internal-http', 'shop-es-remote-cluster']);
  expect(furtherSecrets).toEqual(expect.arrayContaining(['shop-es-internal-users', 'shop-es-http-certs-internal', 'shop-es-xpack-file-realm']));
});

test('BST013: refuses to live in no namespace', () =>
  expectRefusal(() => declare({}, topologyWithoutNamespace()), 'BST013', 'chart/shop/search', 'ElasticsearchProvider.elasticCloudOnKubernetes()'));

test.each<[string, Partial<ElasticCloudOnKubernetesProps>]>([
  ['BST801', { cluster: 'a'.repeat(37) }], ['BST801', { cluster: 'a.b' }], ['BST801', { namespace: 'My Data' }], ['BST017', { credentials: vault.secret('s', { uri: 'u' } as any) }],
])('%s: refuses %j', (code, props) => expectRefusal(() => declare(props), code, 'chart/shop/search'));

test('accepts a name of 36 characters', () => expect(declare({ cluster: 'a'.repeat(36) }).locator.primary.host).toMatch(/^a{36}-es-http\.shop\.svc$/));

test('survives hostile text', () => survivesHostileText(text => [{ cluster: text }, { namespace: text }].forEach(props => declare(props))));
