import * as fc from 'fast-check';
import { Elasticsearch, ElasticsearchProvider, EnvNames, Locator, Login, Protocol, Provision, SecretBindings, Secrets, ServiceShape, Topology } from '../../src';
import { given } from '../../src/backing-services/given';
import { expectRefusal, newTopology, newWorkload, readable, told, vault } from '../support/declare';
import { emitted } from '../support/emitted';
import { secretData } from '../support/external-secrets-operator';

const declare = (provider: ElasticsearchProvider, shop: Topology = newTopology()) => new Elasticsearch(shop, 'search', { provider });
const external = (credentials?: ReturnType<typeof vault.secret>) => declare(ElasticsearchProvider.external({ url: 'https://search.example.com:9200', credentials }));
const read = (search: Elasticsearch) => readable(told(search, newWorkload(newTopology(), 'orders')));

test('keeps data and answers HTTP', () => expect(external()).toMatchObject({ protocol: Protocol.HTTP, bindingType: 'elasticsearch', shape: ServiceShape.DATABASE, showsRequests: false }));

test('what it is entered with is told in its own words', () => {
  expect(read(external(vault.secret('s')))).toMatchObject({ USERNAME: '{s username}', PASSWORD: '{s password}' });
  expect(read(external(vault.secret('s', { 'api-key': 'encoded', 'ca': 'ca' })))).toMatchObject({ 'API_KEY': '{s encoded}', '(api-key)': '{s encoded}', 'CA_FILE': '/bindings/b/ca.crt' });
  expect(read(external(vault.secret('s', { 'client-certificate': 'c', 'private-key': 'k' })))).toMatchObject({ CLIENT_CERTIFICATE_FILE: '/bindings/b/client.crt', PRIVATE_KEY_FILE: '/bindings/b/client.key' });
});

test.each([{ username: 'u' }, { password: 'p' }, { uri: 'uri' }])('BST017: a credential of %p cannot enter, whoever gives it', properties => {
  const login = Login.shared(vault.secret('s', properties as unknown as Record<string, string>));
  const provision = new Provision({ locator: Locator.external({ addresses: [{ host: 'search.example.com', port: 9200 }] }), login });
  expectRefusal(() => read(declare(given(ElasticsearchProvider, () => provision))), 'BST017', 'chart/shop/search', 'due is "username" and "password", or "api-key"');
});

test('a URL with user and password, as a map of names tells it, leads any client to the same server with the same password', () => {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  const provider = ElasticsearchProvider.external({ url: 'https://search.example.com:9200', credentials: vault.secret('s') });
  orders.uses(declare(provider, shop), { envNames: EnvNames.map({ ELASTICSEARCH_URL: '{scheme}://{username:percent}:{password:percent}@{host}:{port}' }) });
  new SecretBindings(shop.node.scope as any, 'bindings', { topology: shop, secrets: Secrets.externalSecrets() });
  const [secret] = emitted(shop.node.scope as any).filter(({ kind }) => kind === 'ExternalSecret');
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 }), (username, password) => {
    const { ELASTICSEARCH_URL: url } = secretData(secret, { s: { username, password } });
    const parsed = new URL(url);
    const got = [decodeURIComponent(parsed.username), decodeURIComponent(parsed.password), parsed.host];
    if (got.join('\0') !== [username, password, 'search.example.com:9200'].join('\0')) throw new Error(url);
  }), { numRuns: 300 });
});
