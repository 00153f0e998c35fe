import { Chart } from 'cdk8s';
import {
  EnvNames, Mesh, ObjectStorage, ObjectStorageProvider, Platform, Postgres, PostgresProvider, Redis, RedisProvider, Secrets, SecretStore,
  SmtpProvider, SmtpServer, Tls, Topology,
} from 'cdk8s-backing-services';
import { imageOf, published } from './image';

const IMAGE = 'docker.n8n.io/n8nio/n8n:2.1.0';

/**
 * n8n in queue mode: its main process and its workers. A variable that ends in `_FILE` holds the path of a file, which is how it is told an authority.
 * Sources: https://docs.n8n.io/hosting/configuration/environment-variables/, pages database, queue-mode, external-data-storage and user-management-smtp-2fa
 */
export function n8n(chart: Chart): Topology {
  const topology = new Topology(chart, 'n8n');
  const vault = SecretStore.cluster('vault');
  const env = { EXECUTIONS_MODE: 'queue', N8N_DEFAULT_BINARY_DATA_MODE: 's3' };
  const main = imageOf(topology, 'n8n', { image: IMAGE, port: 5678, env });
  const worker = imageOf(topology, 'worker', { image: IMAGE, args: ['worker'], env });

  // #region declaration
  const database = new Postgres(topology, 'n8n-db', { provider: PostgresProvider.crunchy({ cluster: 'n8n' }) });
  const queue = new Redis(topology, 'n8n-queue', { provider: RedisProvider.external({ host: 'queue.example.com', credentials: vault.secret('n8n/queue') }) });
  const data = new ObjectStorage(topology, 'n8n-data', { provider: ObjectStorageProvider.amazonS3({
    bucket: 'n8n-binary-data', region: 'eu-central-1', credentials: vault.secret('n8n/data', { 'access-key-id': 'id', 'secret-access-key': 'key' }),
  }) });
  const mail = new SmtpServer(topology, 'n8n-mail', {
    from: 'flows@example.com', provider: SmtpProvider.external({ host: 'smtp.example.com', tls: Tls.byClient(), credentials: vault.secret('n8n/mail') }),
  });

  for (const process of [main, worker]) {
    process.uses(database, { envNames: EnvNames.map({
      DB_TYPE: 'postgresdb', DB_POSTGRESDB_HOST: '{host}', DB_POSTGRESDB_PORT: '{port}', DB_POSTGRESDB_DATABASE: '{database}', DB_POSTGRESDB_USER: '{username}',
      DB_POSTGRESDB_PASSWORD: '{password}', DB_POSTGRESDB_SSL_ENABLED: '{ssl}', DB_POSTGRESDB_SSL_CA_FILE: '{ca:file}',
    }) });
    process.uses(queue, { envNames: EnvNames.map({
      QUEUE_BULL_REDIS_HOST: '{host}', QUEUE_BULL_REDIS_PORT: '{port}', QUEUE_BULL_REDIS_DB: '{database}', QUEUE_BULL_REDIS_TLS: '{ssl}',
      QUEUE_BULL_REDIS_USERNAME: '{username}', QUEUE_BULL_REDIS_PASSWORD: '{password}',
    }) });
    process.uses(data, { envNames: EnvNames.map({
      N8N_EXTERNAL_STORAGE_S3_HOST: '{host}', N8N_EXTERNAL_STORAGE_S3_BUCKET_NAME: '{bucket}', N8N_EXTERNAL_STORAGE_S3_BUCKET_REGION: '{region}',
      N8N_EXTERNAL_STORAGE_S3_ACCESS_KEY: '{access-key-id}', N8N_EXTERNAL_STORAGE_S3_ACCESS_SECRET: '{secret-access-key}',
    }) });
  }
  main.uses(mail, { envNames: EnvNames.map({
    N8N_SMTP_HOST: '{host}', N8N_SMTP_PORT: '{port}', N8N_SMTP_USER: '{username}', N8N_SMTP_PASS: '{password}', N8N_SMTP_SENDER: '{from}', N8N_SMTP_SSL: '{ssl}',
  }) });

  published(topology, [[main, 5678]]);
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  // #endregion
  return topology;
}
