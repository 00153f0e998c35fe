import { Chart } from 'cdk8s';
import {
  Credential, CredentialPart, EnvNames, Mesh, MySql, MySqlProvider, ObjectStorage, ObjectStorageProvider, Platform, Redis, RedisProvider, Secrets,
  SecretStore, SmtpProvider, SmtpServer, Tls, Topology,
} from 'cdk8s-backing-services';
import { imageOf, published } from './image';

/**
 * Nextcloud, with a MariaDB and a Valkey of its own, whose passwords nobody has seen, and buckets and mail of third parties. Its image can be told of no TLS to
 * the database, and since 26 it cannot insist on STARTTLS, so that mail is sent by TLS from the first byte.
 * Sources: https://github.com/nextcloud/docker#auto-configuration-via-environment-variables, https://hub.docker.com/_/mariadb (environment variables),
 * https://docs.nextcloud.com/server/latest/admin_manual/configuration_server/email_configuration.html
 */
export function nextcloud(chart: Chart): Topology {
  const topology = new Topology(chart, 'nextcloud');
  const vault = SecretStore.cluster('vault');
  const cloud = imageOf(topology, 'nextcloud', { image: 'nextcloud:33-apache', port: 80, env: { NEXTCLOUD_TRUSTED_DOMAINS: 'cloud.example.com' } });
  const mariadb = imageOf(topology, 'mariadb', { image: 'mariadb:11.8', port: 3306, args: ['--transaction-isolation=READ-COMMITTED'] });
  const valkey = imageOf(topology, 'valkey', { image: 'valkey/valkey:9.0-alpine', port: 6379, args: ['valkey-server', '--requirepass', '$(VALKEY_PASSWORD)'] });

  // #region declaration
  const database = new MySql(topology, 'nextcloud-db', { provider: MySqlProvider.workload(mariadb, {
    database: 'nextcloud',
    credentials: Credential.of({
      'username': CredentialPart.text('nextcloud'), 'password': CredentialPart.generated('nextcloud-db'), 'root-password': CredentialPart.generated('nextcloud-db-root'),
    }),
    serverEnvNames: EnvNames.map({
      MARIADB_DATABASE: '{database}', MARIADB_USER: '{username}', MARIADB_PASSWORD: '{password}', MARIADB_ROOT_PASSWORD: '{root-password}',
    }),
  }) });
  const cache = new Redis(topology, 'nextcloud-cache', { provider: RedisProvider.workload(valkey, {
    credentials: Credential.of({ password: CredentialPart.generated('nextcloud-cache') }), serverEnvNames: EnvNames.map({ VALKEY_PASSWORD: '{password}' }),
  }) });
  const files = new ObjectStorage(topology, 'nextcloud-files', { provider: ObjectStorageProvider.external({
    url: 'https://s3.example.com', bucket: 'cloud-files', region: 'eu-1', credentials: vault.secret('nextcloud/files', { 'access-key-id': 'id', 'secret-access-key': 'key' }),
  }) });
  const mail = new SmtpServer(topology, 'nextcloud-mail', {
    from: 'cloud@example.com', provider: SmtpProvider.external({ host: 'smtp.example.com', tls: Tls.byClient(), credentials: vault.secret('nextcloud/mail') }),
  });

  cloud.uses(database, { envNames: EnvNames.map({ MYSQL_HOST: '{host}:{port}', MYSQL_DATABASE: '{database}', MYSQL_USER: '{username}', MYSQL_PASSWORD: '{password}' }) });
  cloud.uses(cache, { envNames: EnvNames.map({ REDIS_HOST: '{host}', REDIS_HOST_PORT: '{port}', REDIS_HOST_PASSWORD: '{password}' }) });
  cloud.uses(files, { envNames: EnvNames.map({
    OBJECTSTORE_S3_HOST: '{host}', OBJECTSTORE_S3_PORT: '{port}', OBJECTSTORE_S3_SSL: '{ssl}', OBJECTSTORE_S3_REGION: '{region}', OBJECTSTORE_S3_BUCKET: '{bucket}',
    OBJECTSTORE_S3_USEPATH_STYLE: '{path-style}', OBJECTSTORE_S3_KEY: '{access-key-id}', OBJECTSTORE_S3_SECRET: '{secret-access-key}',
  }) });
  cloud.uses(mail, { envNames: EnvNames.map({
    SMTP_HOST: '{host}', SMTP_PORT: '{port}', SMTP_SECURE: '{ssl?ssl:}', SMTP_NAME: '{username}', SMTP_PASSWORD: '{password}',
    MAIL_FROM_ADDRESS: '{from-local-part}', MAIL_DOMAIN: '{from-domain}',
  }) });

  published(topology, [[cloud, 80]]);
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  // #endregion
  return topology;
}
