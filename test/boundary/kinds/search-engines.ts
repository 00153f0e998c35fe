import { Elasticsearch, ElasticsearchProvider, OpenSearch, OpenSearchProvider, Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, entered, labels, neighbour, request, servedBy, service } from '../baseline-parts';

const external = () => ({ args: [{ ...entered(), url: 'https://search.example.com:9200', cidrs: CIDRS, endpoints: ENDPOINTS }] });
const inCluster = () => ({ args: [{ ...neighbour, ...entered(), port: 9200 }] });

export const SEARCH_ENGINES = {
  'Elasticsearch#bind': bench => ({ on: new Elasticsearch(bench.topology, 'a', { provider: ElasticsearchProvider.workload(bench.web) }), args: [request(bench)] }),
  'ElasticsearchProvider.elasticCloud': () => ({ args: [{ ...entered(), host: 'shop.es.eu-central-1.aws.elastic.cloud', port: 9243, cidrs: CIDRS }] }),
  'ElasticsearchProvider.elasticCloudOnKubernetes': () => ({ args: [{ ...entered(), cluster: 'search', namespace: 'shop', tls: Tls.byClient() }] }),
  'ElasticsearchProvider.external': external,
  'ElasticsearchProvider.inCluster': inCluster,
  'ElasticsearchProvider.workload': bench => servedBy(bench, { port: 9200 }),
  'OpenSearch#bind': bench => ({ on: new OpenSearch(bench.topology, 'a', { provider: OpenSearchProvider.workload(bench.web) }), args: [request(bench)] }),
  'OpenSearchProvider.amazonOpenSearch': () => ({ args: [{ ...entered(), host: 'search-shop.eu-central-1.es.amazonaws.com', cidrs: CIDRS }] }),
  'OpenSearchProvider.external': external,
  'OpenSearchProvider.inCluster': inCluster,
  'OpenSearchProvider.openSearchOperator': () => ({ args: [{
    ...entered(), cluster: 'search', namespace: 'shop', service: 'search-http', port: 9200, caSecret: 'own-ca', tls: Tls.byClient(), podLabels: labels,
  }] }),
  'OpenSearchProvider.workload': bench => servedBy(bench, { port: 9200 }),
  'new Elasticsearch': bench => service(bench, { provider: ElasticsearchProvider.workload(bench.web) }),
  'new OpenSearch': bench => service(bench, { provider: OpenSearchProvider.workload(bench.web) }),
} satisfies Partial<Record<CallName, Baselines>>;
