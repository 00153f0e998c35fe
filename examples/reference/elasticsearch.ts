import { Chart } from 'cdk8s';
import { Elasticsearch, ElasticsearchProvider, EnvNames, Platform, Pods, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, five Elasticsearch clusters: whoever provides one, its consumer reads its URL, and what it enters with beside it. */
export function elasticsearch(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region external
  const logs = new Elasticsearch(topology, 'logs', { provider: ElasticsearchProvider.external({
    url: 'https://logs.example.com:9200', credentials: vault.secret('shop/logs', { 'api-key': 'encoded', 'ca': 'ca' }),
  }) });
  orders.uses(logs);
  // #endregion

  // #region inCluster
  const catalog = new Elasticsearch(topology, 'catalog', { provider: ElasticsearchProvider.inCluster({
    service: 'elasticsearch', namespace: 'catalog', podLabels: { app: 'elasticsearch' }, credentials: vault.secret('catalog/elasticsearch'),
  }) });
  orders.uses(catalog, { envNames: EnvNames.map({ ELASTICSEARCH_URL: '{scheme}://{username:percent}:{password:percent}@{host}:{port}' }) });
  // #endregion

  // #region workload
  const server = process('elasticsearch');
  const products = new Elasticsearch(topology, 'products', { provider: ElasticsearchProvider.workload(server, {
    credentials: vault.secret('shop/products'), serverEnvNames: EnvNames.map({ ELASTIC_PASSWORD: '{password}' }),
  }) });
  orders.uses(products);
  // #endregion

  // #region elasticCloud
  const reviews = new Elasticsearch(topology, 'reviews', { provider: ElasticsearchProvider.elasticCloud({
    host: 'shop-1a2b3c.es.eu-central-1.aws.elastic.cloud', credentials: vault.secret('shop/reviews', { 'api-key': 'encoded' }),
  }) });
  orders.uses(reviews);
  // #endregion

  // #region elasticCloudOnKubernetes
  const search = new Elasticsearch(topology, 'search', { provider: ElasticsearchProvider.elasticCloudOnKubernetes({ cluster: 'shop' }) });
  orders.uses(search);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
