import { App, Chart } from 'cdk8s';
import { EnvNames, OpenSearch, OpenSearchProvider, Platform, Pods, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';

export const HOST = 'search.example.com';
export const PORT = 9243;

/** Programs that are told user and password beside the URL, and one that is told them in it. */
export function programs(app: App): void {
  const chart = new Chart(app, 'opensearch', { namespace: 'opensearch' });
  const topology = new Topology(chart, 'opensearch');
  const search = new OpenSearch(topology, 'search', { provider: OpenSearchProvider.external({
    url: `https://${HOST}:${PORT}`, credentials: SecretStore.cluster('vault').secret('opensearch/shop', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) });
  for (const name of ['node', 'python']) workload(name).uses(search);
  workload('node-url').uses(search, { envNames: EnvNames.map({
    OPENSEARCH_URL: '{scheme}://{username:percent}:{password:percent}@{host}:{port}', NODE_EXTRA_CA_CERTS: '{ca:file}',
  }) });
  workload('python-parts').uses(search, { envNames: EnvNames.map({
    SEARCH_HOST: '{host}', SEARCH_PORT: '{port}', SEARCH_SSL: '{ssl}', SEARCH_USERNAME: '{username}', SEARCH_PASSWORD: '{password}', SEARCH_CA_FILE: '{ca:file}',
  }) });
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
