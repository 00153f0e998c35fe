import { OpenSearch, OpenSearchProvider, Tls } from '../../src';
import { newTopology, newWorkload, readable, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('search');
const declare = (provider: OpenSearchProvider, topology = newTopology()) => new OpenSearch(topology, 'search', { provider });

test.each([[undefined, 9200], [9201, 9201]])('asked for port %p, a workload of ours and a neighbour serve at %i', (port, served) => {
  const topology = newTopology();
  const ours = declare(OpenSearchProvider.workload(newWorkload(topology, 'server'), { port }), topology);
  const theirs = declare(OpenSearchProvider.inCluster({ service: 'os', namespace: 'other', port, tls: Tls.byClient() }));
  const url = (search: OpenSearch) => readable(told(search, newWorkload(newTopology(), 'orders'))).URL;
  expect([ours, theirs].map(url)).toEqual([`http://search.shop.svc:${served}`, `https://os.other.svc:${served}`]);
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  const providers = [
    OpenSearchProvider.inCluster({ service: 's', namespace: 'n', credentials }), OpenSearchProvider.external({ url: 'https://search.example.com', credentials }),
    OpenSearchProvider.amazonOpenSearch({ host: 'search-shop.eu-central-1.es.amazonaws.com', credentials }), OpenSearchProvider.openSearchOperator({ cluster: 'shop', tls: Tls.NONE }),
  ];
  for (const provider of providers) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(declare(provider, shop));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['SEARCH_PASSWORD', 'SEARCH_URL', 'SEARCH_USERNAME']);
  }
});
