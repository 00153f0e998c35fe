import { Synthesized } from '../synthesized';
import { told } from '../told';
import { temporal } from './temporal';

const system = new Synthesized('known-images-temporal', 'temporal', temporal);
const GIVEN = ['BIND_ON_IP', 'LOG_LEVEL'];

test('Temporal is told this, and nothing else', () => expect(told(system, 'temporal', GIVEN)).toEqual({
  DB: 'postgres12',
  DBNAME: 'temporal',
  DB_PORT: '5432',
  ENABLE_ES: 'true',
  ES_PORT: '443',
  ES_PWD: 'vault: temporal/search password',
  ES_SCHEME: 'https',
  ES_SEEDS: 'search.example.com',
  ES_USER: 'vault: temporal/search username',
  ES_VERSION: 'v8',
  POSTGRES_PWD: 'vault: temporal/db password',
  POSTGRES_SEEDS: 'temporal.db.example.com',
  POSTGRES_USER: 'vault: temporal/db username',
  SQL_CA: '/bindings/temporal-db/ca.crt',
  SQL_HOST_NAME: 'temporal.db.example.com',
  SQL_HOST_VERIFICATION: 'true',
  SQL_TLS_ENABLED: 'true',
}));

test('the UI of Temporal is told this, and nothing else', () => expect(told(system, 'temporal-ui', GIVEN)).toEqual({
  TEMPORAL_ADDRESS: 'temporal-frontend.temporal.svc:7233',
}));
