import { Synthesized } from '../synthesized';
import { told } from '../told';
import { mastodon } from './mastodon';

const system = new Synthesized('known-images-mastodon', 'mastodon', mastodon);
const GIVEN = ['LOCAL_DOMAIN', 'RAILS_ENV', 'NODE_ENV'];

const STORES = {
  DATABASE_URL: '‹secret mastodon-app uri›?sslmode=verify-full&sslrootcert=/bindings/mastodon-db/ca.crt',
  REDIS_URL: 'rediss://{{ .username | urlquery | replace "+" "%20" }}:{{ .password | urlquery | replace "+" "%20" }}@redis.example.com:6379/0',
};

test.each(['web', 'sidekiq'])('%s of Mastodon is told this, and nothing else', name => expect(told(system, name, GIVEN)).toEqual({
  ...STORES,
  ES_ENABLED: 'true',
  ES_HOST: 'https://search.example.com',
  ES_PORT: '443',
  ES_USER: 'vault: mastodon/search username',
  ES_PASS: 'vault: mastodon/search password',
  SMTP_SERVER: 'smtp.example.com',
  SMTP_PORT: '587',
  SMTP_LOGIN: 'vault: mastodon/mail username',
  SMTP_PASSWORD: 'vault: mastodon/mail password',
  SMTP_FROM_ADDRESS: 'notifications@social.example.com',
  SMTP_ENABLE_STARTTLS: 'always',
  S3_ENABLED: 'true',
  S3_ENDPOINT: 'https://s3.example.com',
  S3_PROTOCOL: 'https',
  S3_HOSTNAME: 's3.example.com',
  S3_REGION: 'eu-1',
  S3_BUCKET: 'mastodata',
  AWS_ACCESS_KEY_ID: 'vault: mastodon/media id',
  AWS_SECRET_ACCESS_KEY: 'vault: mastodon/media key',
}));

test('streaming of Mastodon is told of its stores, and of nothing else', () => expect(told(system, 'streaming', GIVEN)).toEqual(STORES));
