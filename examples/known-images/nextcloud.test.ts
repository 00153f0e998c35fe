import { Synthesized } from '../synthesized';
import { told } from '../told';
import { nextcloud } from './nextcloud';

const system = new Synthesized('known-images-nextcloud', 'nextcloud', nextcloud);
const GIVEN = ['NEXTCLOUD_TRUSTED_DOMAINS'];

test('Nextcloud is told this, and nothing else', () => expect(told(system, 'nextcloud', GIVEN)).toEqual({
  MAIL_DOMAIN: 'example.com',
  MAIL_FROM_ADDRESS: 'cloud',
  MYSQL_DATABASE: 'nextcloud',
  MYSQL_HOST: 'nextcloud-db.nextcloud.svc:3306',
  MYSQL_PASSWORD: 'generated: nextcloud-db password',
  MYSQL_USER: 'nextcloud',
  OBJECTSTORE_S3_BUCKET: 'cloud-files',
  OBJECTSTORE_S3_HOST: 's3.example.com',
  OBJECTSTORE_S3_KEY: 'vault: nextcloud/files id',
  OBJECTSTORE_S3_PORT: '443',
  OBJECTSTORE_S3_REGION: 'eu-1',
  OBJECTSTORE_S3_SECRET: 'vault: nextcloud/files key',
  OBJECTSTORE_S3_SSL: 'true',
  OBJECTSTORE_S3_USEPATH_STYLE: 'true',
  REDIS_HOST: 'nextcloud-cache.nextcloud.svc',
  REDIS_HOST_PASSWORD: 'generated: nextcloud-cache password',
  REDIS_HOST_PORT: '6379',
  SMTP_HOST: 'smtp.example.com',
  SMTP_NAME: 'vault: nextcloud/mail username',
  SMTP_PASSWORD: 'vault: nextcloud/mail password',
  SMTP_PORT: '465',
  SMTP_SECURE: 'ssl',
}));

test('the MariaDB of Nextcloud is told this, and nothing else', () => expect(told(system, 'mariadb', GIVEN)).toEqual({
  MARIADB_DATABASE: 'nextcloud',
  MARIADB_PASSWORD: 'generated: nextcloud-db password',
  MARIADB_ROOT_PASSWORD: 'generated: nextcloud-db-root password',
  MARIADB_USER: 'nextcloud',
}));

test('the Valkey of Nextcloud is told this, and nothing else', () => expect(told(system, 'valkey', GIVEN)).toEqual({
  VALKEY_PASSWORD: 'generated: nextcloud-cache password',
}));
