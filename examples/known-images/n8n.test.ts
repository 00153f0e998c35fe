import { Synthesized } from '../synthesized';
import { told } from '../told';
import { n8n } from './n8n';

const system = new Synthesized('known-images-n8n', 'n8n', n8n);
const GIVEN = ['EXECUTIONS_MODE', 'N8N_DEFAULT_BINARY_DATA_MODE'];

const SHARED = {
  DB_TYPE: 'postgresdb',
  DB_POSTGRESDB_HOST: 'n8n-primary.n8n.svc',
  DB_POSTGRESDB_PORT: '5432',
  DB_POSTGRESDB_DATABASE: 'secret n8n-pguser-n8n dbname',
  DB_POSTGRESDB_USER: 'n8n',
  DB_POSTGRESDB_PASSWORD: 'secret n8n-pguser-n8n password',
  DB_POSTGRESDB_SSL_ENABLED: 'true',
  DB_POSTGRESDB_SSL_CA_FILE: '/bindings/n8n-db/ca.crt',
  QUEUE_BULL_REDIS_HOST: 'queue.example.com',
  QUEUE_BULL_REDIS_PORT: '6379',
  QUEUE_BULL_REDIS_DB: '0',
  QUEUE_BULL_REDIS_TLS: 'true',
  QUEUE_BULL_REDIS_USERNAME: 'vault: n8n/queue username',
  QUEUE_BULL_REDIS_PASSWORD: 'vault: n8n/queue password',
  N8N_EXTERNAL_STORAGE_S3_HOST: 's3.eu-central-1.amazonaws.com',
  N8N_EXTERNAL_STORAGE_S3_BUCKET_NAME: 'n8n-binary-data',
  N8N_EXTERNAL_STORAGE_S3_BUCKET_REGION: 'eu-central-1',
  N8N_EXTERNAL_STORAGE_S3_ACCESS_KEY: 'vault: n8n/data id',
  N8N_EXTERNAL_STORAGE_S3_ACCESS_SECRET: 'vault: n8n/data key',
};

test('the main process of n8n is told this, and nothing else', () => expect(told(system, 'n8n', GIVEN)).toEqual({
  ...SHARED,
  N8N_SMTP_HOST: 'smtp.example.com',
  N8N_SMTP_PORT: '465',
  N8N_SMTP_USER: 'vault: n8n/mail username',
  N8N_SMTP_PASS: 'vault: n8n/mail password',
  N8N_SMTP_SENDER: 'flows@example.com',
  N8N_SMTP_SSL: 'true',
}));

test('a worker of n8n is told this, and nothing else', () => expect(told(system, 'worker', GIVEN)).toEqual(SHARED));

test('Kubernetes tells n8n no N8N_PORT, which it would make of the Service of that name', () =>
  expect(system.spec('Deployment', 'n8n').template.spec.enableServiceLinks).toBe(false));
