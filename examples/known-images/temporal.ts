import { Chart } from 'cdk8s';
import {
  Elasticsearch, ElasticsearchProvider, EnvNames, GrpcProvider, GrpcService, Mesh, Platform, Postgres, PostgresProvider, Secrets, SecretStore,
  Topology,
} from 'cdk8s-backing-services';
import { imageOf, published } from './image';

/**
 * Temporal: its server, workflows in PostgreSQL, what is searched in Elasticsearch, and its UI. The image puts what it is told into quoted YAML as it is: passwords
 * with a `"` or a `\` are not for it.
 * Sources: https://github.com/temporalio/temporal (common/config/config_template_embedded.yaml), https://docs.temporal.io/references/web-ui-environment-variables
 */
export function temporal(chart: Chart): Topology {
  const topology = new Topology(chart, 'temporal');
  const vault = SecretStore.cluster('vault');
  const server = imageOf(topology, 'temporal', { image: 'temporalio/server:1.30.0', port: 7233, env: { BIND_ON_IP: '0.0.0.0', LOG_LEVEL: 'warn' } });
  const ui = imageOf(topology, 'temporal-ui', { image: 'temporalio/ui:2.44.0', port: 8080 });

  // #region declaration
  const database = new Postgres(topology, 'temporal-db', { provider: PostgresProvider.external({
    host: 'temporal.db.example.com', database: 'temporal', credentials: vault.secret('temporal/db', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  const search = new Elasticsearch(topology, 'temporal-search', { provider: ElasticsearchProvider.external({
    url: 'https://search.example.com', credentials: vault.secret('temporal/search'),
  }) });
  const frontend = new GrpcService(topology, 'temporal-frontend', { provider: GrpcProvider.workload(server, { port: 7233 }) });

  server.uses(database, { envNames: EnvNames.map({
    DB: 'postgres12', POSTGRES_SEEDS: '{host}', DB_PORT: '{port}', DBNAME: '{database}', POSTGRES_USER: '{username}', POSTGRES_PWD: '{password}',
    SQL_TLS_ENABLED: '{ssl}', SQL_CA: '{ca:file}', SQL_HOST_VERIFICATION: 'true', SQL_HOST_NAME: '{host}',
  }) });
  server.uses(search, { envNames: EnvNames.map({
    ENABLE_ES: 'true', ES_VERSION: 'v8', ES_SCHEME: '{scheme}', ES_SEEDS: '{host}', ES_PORT: '{port}', ES_USER: '{username}', ES_PWD: '{password}',
  }) });
  ui.calls(frontend, { envNames: EnvNames.map({ TEMPORAL_ADDRESS: '{host}:{port}' }) });

  published(topology, [[ui, 8080]]);
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  // #endregion
  return topology;
}
