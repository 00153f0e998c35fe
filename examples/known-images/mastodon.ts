import { Chart } from 'cdk8s';
import {
  Elasticsearch, ElasticsearchProvider, EnvNames, Mesh, ObjectStorage, ObjectStorageProvider, Platform, Postgres, PostgresProvider,
  Redis, RedisProvider, Secrets, SecretStore, SmtpProvider, SmtpServer, Topology,
} from 'cdk8s-backing-services';
import { imageOf, published } from './image';

const IMAGE = 'ghcr.io/mastodon/mastodon:v4.5.0';

/**
 * Mastodon: its web server, its jobs and its streaming API.
 * Sources: https://docs.joinmastodon.org/admin/config/, https://docs.joinmastodon.org/admin/optional/object-storage/
 */
export function mastodon(chart: Chart): Topology {
  const topology = new Topology(chart, 'mastodon');
  const vault = SecretStore.cluster('vault');
  const env = { LOCAL_DOMAIN: 'social.example.com', RAILS_ENV: 'production', NODE_ENV: 'production' };
  const web = imageOf(topology, 'web', { image: IMAGE, port: 3000, args: ['bundle', 'exec', 'puma', '-C', 'config/puma.rb'], env });
  const sidekiq = imageOf(topology, 'sidekiq', { image: IMAGE, args: ['bundle', 'exec', 'sidekiq'], env });
  const streaming = imageOf(topology, 'streaming', { image: 'ghcr.io/mastodon/mastodon-streaming:v4.5.0', port: 4000, env });

  // #region declaration
  const database = new Postgres(topology, 'mastodon-db', { provider: PostgresProvider.cloudNativePg({ cluster: 'mastodon' }) });
  const redis = new Redis(topology, 'mastodon-redis', { provider: RedisProvider.external({ host: 'redis.example.com', credentials: vault.secret('mastodon/redis') }) });
  const search = new Elasticsearch(topology, 'mastodon-search', { provider: ElasticsearchProvider.external({
    url: 'https://search.example.com', credentials: vault.secret('mastodon/search'),
  }) });
  const mail = new SmtpServer(topology, 'mastodon-mail', {
    from: 'notifications@social.example.com', provider: SmtpProvider.external({ host: 'smtp.example.com', credentials: vault.secret('mastodon/mail') }),
  });
  const media = new ObjectStorage(topology, 'mastodon-media', { provider: ObjectStorageProvider.external({
    url: 'https://s3.example.com', bucket: 'mastodata', region: 'eu-1', credentials: vault.secret('mastodon/media', { 'access-key-id': 'id', 'secret-access-key': 'key' }),
  }) });

  for (const part of [web, sidekiq, streaming]) {
    part.uses(database, { envNames: EnvNames.map({ DATABASE_URL: '{url}' }) });
    part.uses(redis, { envNames: EnvNames.map({ REDIS_URL: '{url}' }) });
  }
  for (const part of [web, sidekiq]) {
    part.uses(search, { envNames: EnvNames.map({ ES_ENABLED: 'true', ES_HOST: '{scheme}://{host}', ES_PORT: '{port}', ES_USER: '{username}', ES_PASS: '{password}' }) });
    part.uses(mail, { envNames: EnvNames.map({
      SMTP_SERVER: '{host}', SMTP_PORT: '{port}', SMTP_LOGIN: '{username}', SMTP_PASSWORD: '{password}', SMTP_FROM_ADDRESS: '{from}', SMTP_ENABLE_STARTTLS: 'always',
    }) });
    part.uses(media, { envNames: EnvNames.map({
      S3_ENABLED: 'true', S3_ENDPOINT: '{endpoint-url}', S3_PROTOCOL: '{scheme}', S3_HOSTNAME: '{host}', S3_REGION: '{region}', S3_BUCKET: '{bucket}',
      AWS_ACCESS_KEY_ID: '{access-key-id}', AWS_SECRET_ACCESS_KEY: '{secret-access-key}',
    }) });
  }

  published(topology, [[web, 3000], [streaming, 4000]]);
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  // #endregion
  return topology;
}
