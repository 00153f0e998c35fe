import { Elasticsearch, ElasticsearchProvider, Tls } from '../../src';
import { newTopology, newWorkload, readable, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('search', { 'api-key': 'encoded' });
const declare = (provider: ElasticsearchProvider, topology = newTopology()) => new Elasticsearch(topology, 'search', { provider });

test.each([[undefined, 9200], [9201, 9201]])('asked for port %p, a workload of ours and a neighbour serve at %i', (port, served) => {
  const topology = newTopology();
  const ours = declare(ElasticsearchProvider.workload(newWorkload(topology, 'server'), { port }), topology);
  const theirs = declare(ElasticsearchProvider.inCluster({ service: 'es', namespace: 'other', port, tls: Tls.byClient() }));
  const url = (search: Elasticsearch) => readable(told(search, newWorkload(newTopology(), 'orders'))).URL;
  expect([ours, theirs].map(url)).toEqual([`http://search.shop.svc:${served}`, `https://es.other.svc:${served}`]);
  expect([ours, theirs].map(({ showsRequests }) => showsRequests)).toEqual([true, false]);
});

test('one who only reads enters with the credentials for that', () =>
  expect(declare(ElasticsearchProvider.external({ url: 'https://search.example.com', credentials, readOnlyCredentials: credentials })).login!.enforcesReadOnly).toBe(true));

test('swapping the provider leaves the variables that a consumer reads', () => {
  const providers = [
    ElasticsearchProvider.inCluster({ service: 's', namespace: 'n', credentials }), ElasticsearchProvider.external({ url: 'https://search.example.com', credentials }),
    ElasticsearchProvider.elasticCloud({ host: 'shop.es.eu-central-1.aws.elastic.cloud', credentials }),
    ElasticsearchProvider.elasticCloudOnKubernetes({ cluster: 'shop', credentials, tls: Tls.NONE }),
  ];
  for (const provider of providers) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(declare(provider, shop));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['SEARCH_API_KEY', 'SEARCH_URL']);
  }
});
