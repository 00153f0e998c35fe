import { Locator, Login, OpenSearch, OpenSearchProvider, Protocol, Provision, ServiceShape } from '../../src';
import { given } from '../../src/backing-services/given';
import { expectRefusal, newTopology, newWorkload, readable, told, vault } from '../support/declare';

const declare = (provider: OpenSearchProvider) => new OpenSearch(newTopology(), 'search', { provider });
const read = (search: OpenSearch) => readable(told(search, newWorkload(newTopology(), 'orders')));

test('keeps data and answers HTTP; it is no Elasticsearch to those who bind by type', () => {
  const search = declare(OpenSearchProvider.external({ url: 'https://search.example.com:9200', credentials: vault.secret('s') }));
  expect(search).toMatchObject({ protocol: Protocol.HTTP, bindingType: 'opensearch', shape: ServiceShape.DATABASE });
  expect(read(search)).toMatchObject({ URL: 'https://search.example.com:9200', USERNAME: '{s username}', PASSWORD: '{s password}' });
  expect(read(search)).not.toHaveProperty('(region)');
});

test('whose requests are signed for a region is told it', () => {
  const host = 'search-shop-abc123.eu-central-1.es.amazonaws.com';
  expect(read(declare(OpenSearchProvider.amazonOpenSearch({ host })))).toMatchObject({ 'URL': `https://${host}:443`, '(region)': 'eu-central-1' });
});

test('BST017: an API key is Elastic\'s, whoever gives it', () => {
  const provision = new Provision({ locator: Locator.external({ addresses: [{ host: 'search.example.com', port: 9200 }] }), login: Login.shared(vault.secret('s', { 'api-key': 'k' })) });
  expectRefusal(() => read(declare(given(OpenSearchProvider, () => provision))), 'BST017', 'chart/shop/search', 'due is "username" and "password", or "token"');
});
