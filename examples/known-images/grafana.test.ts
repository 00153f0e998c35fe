import { Synthesized } from '../synthesized';
import { told } from '../told';
import { grafana } from './grafana';

const system = new Synthesized('known-images-grafana', 'grafana', grafana);
const GIVEN = ['GF_SERVER_ROOT_URL'];

test('Grafana is told this, and nothing else', () => expect(told(system, 'grafana', GIVEN)).toEqual({
  GF_DATABASE_CA_CERT_PATH: '/bindings/grafana-db/ca.crt',
  GF_DATABASE_HOST: 'dashboards-rw.grafana.svc:5432',
  GF_DATABASE_NAME: 'secret dashboards-app dbname',
  GF_DATABASE_PASSWORD: 'secret dashboards-app password',
  GF_DATABASE_SSL_MODE: 'verify-full',
  GF_DATABASE_TYPE: 'postgres',
  GF_DATABASE_USER: 'secret dashboards-app username',
  GF_REMOTE_CACHE_CONNSTR: 'addr=grafana-cache.grafana.svc:6379,db=0,password=‹generated: grafana-cache password›,ssl=false',
  GF_REMOTE_CACHE_TYPE: 'redis',
  GF_SMTP_ENABLED: 'true',
  GF_SMTP_FROM_ADDRESS: 'alerts@example.com',
  GF_SMTP_HOST: 'smtp.example.com:587',
  GF_SMTP_PASSWORD: 'vault: grafana/mail password',
  GF_SMTP_STARTTLS_POLICY: 'MandatoryStartTLS',
  GF_SMTP_USER: 'vault: grafana/mail username',
}));

test('the Valkey of Grafana is told this, and nothing else', () => expect(told(system, 'valkey', GIVEN)).toEqual({
  VALKEY_PASSWORD: 'generated: grafana-cache password',
}));
