import { Chart } from 'cdk8s';
import {
  Credential, CredentialPart, EnvNames, Mesh, Platform, Postgres, PostgresProvider, Redis, RedisProvider, Secrets, SecretStore, SmtpProvider,
  SmtpServer, Topology,
} from 'cdk8s-backing-services';
import { imageOf, published } from './image';

/**
 * Grafana: dashboards in PostgreSQL, a cache that its replicas share, mail. The settings of the cache are one text with commas that nothing escapes: the password in
 * it is one that the cluster generates, of letters and digits.
 * Source: https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/ (database, remote_cache, smtp)
 */
export function grafana(chart: Chart): Topology {
  const topology = new Topology(chart, 'grafana');
  const vault = SecretStore.cluster('vault');
  const server = imageOf(topology, 'grafana', { image: 'grafana/grafana:13.1.0', port: 3000, env: { GF_SERVER_ROOT_URL: 'https://dashboards.example.com' } });
  const valkey = imageOf(topology, 'valkey', { image: 'valkey/valkey:9.0-alpine', port: 6379, args: ['valkey-server', '--requirepass', '$(VALKEY_PASSWORD)'] });

  // #region declaration
  const database = new Postgres(topology, 'grafana-db', { provider: PostgresProvider.cloudNativePg({ cluster: 'dashboards' }) });
  const cache = new Redis(topology, 'grafana-cache', { provider: RedisProvider.workload(valkey, {
    credentials: Credential.of({ password: CredentialPart.generated('grafana-cache') }), serverEnvNames: EnvNames.map({ VALKEY_PASSWORD: '{password}' }),
  }) });
  const mail = new SmtpServer(topology, 'grafana-mail', {
    from: 'alerts@example.com', provider: SmtpProvider.external({ host: 'smtp.example.com', credentials: vault.secret('grafana/mail') }),
  });

  server.uses(database, { envNames: EnvNames.map({
    GF_DATABASE_TYPE: 'postgres', GF_DATABASE_HOST: '{host}:{port}', GF_DATABASE_NAME: '{database}', GF_DATABASE_USER: '{username}',
    GF_DATABASE_PASSWORD: '{password}', GF_DATABASE_SSL_MODE: '{sslmode}', GF_DATABASE_CA_CERT_PATH: '{ca:file}',
  }) });
  server.uses(cache, { envNames: EnvNames.map({
    GF_REMOTE_CACHE_TYPE: 'redis', GF_REMOTE_CACHE_CONNSTR: 'addr={host}:{port},db={database},password={password:none},ssl={ssl}',
  }) });
  server.uses(mail, { envNames: EnvNames.map({
    GF_SMTP_ENABLED: 'true', GF_SMTP_HOST: '{host}:{port}', GF_SMTP_USER: '{username}', GF_SMTP_PASSWORD: '{password}', GF_SMTP_FROM_ADDRESS: '{from}',
    GF_SMTP_STARTTLS_POLICY: 'MandatoryStartTLS',
  }) });

  published(topology, [[server, 3000]]);
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  // #endregion
  return topology;
}
