import { Chart } from 'cdk8s';
import { EnvNames, OpenSearch, OpenSearchProvider, Platform, Pods, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, five OpenSearch clusters: whoever provides one, its consumer reads its URL, and what it enters with beside it. */
export function openSearch(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region external
  const logs = new OpenSearch(topology, 'logs', { provider: OpenSearchProvider.external({
    url: 'https://logs.example.com:9200', credentials: vault.secret('shop/logs'),
  }) });
  orders.uses(logs);
  // #endregion

  // #region inCluster
  const catalog = new OpenSearch(topology, 'catalog', { provider: OpenSearchProvider.inCluster({
    service: 'opensearch', namespace: 'catalog', podLabels: { app: 'opensearch' }, credentials: vault.secret('catalog/opensearch'),
  }) });
  orders.uses(catalog);
  // #endregion

  // #region workload
  const server = process('opensearch');
  const products = new OpenSearch(topology, 'products', { provider: OpenSearchProvider.workload(server, {
    credentials: vault.secret('shop/products'), serverEnvNames: EnvNames.map({ OPENSEARCH_INITIAL_ADMIN_PASSWORD: '{password}' }),
  }) });
  orders.uses(products);
  // #endregion

  // #region amazonOpenSearch
  const reviews = new OpenSearch(topology, 'reviews', { provider: OpenSearchProvider.amazonOpenSearch({
    host: 'search-shop-abc123.eu-central-1.es.amazonaws.com',
  }) });
  orders.uses(reviews);
  // #endregion

  // #region openSearchOperator
  const search = new OpenSearch(topology, 'search', { provider: OpenSearchProvider.openSearchOperator({ cluster: 'shop' }) });
  orders.uses(search);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
