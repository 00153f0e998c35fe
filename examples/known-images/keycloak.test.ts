import { Synthesized } from '../synthesized';
import { told } from '../told';
import { keycloak } from './keycloak';

const system = new Synthesized('known-images-keycloak', 'keycloak', keycloak);
const GIVEN = ['KC_HOSTNAME', 'KC_HTTP_ENABLED', 'KC_PROXY_HEADERS'];

test('Keycloak is told this, and nothing else', () => expect(told(system, 'keycloak', GIVEN)).toEqual({
  KCRAW_DB_PASSWORD: 'vault: keycloak/db password',
  KCRAW_DB_USERNAME: 'vault: keycloak/db username',
  KC_DB: 'postgres',
  KC_DB_URL: 'jdbc:postgresql://login.db.example.com:5432/keycloak?sslmode=verify-full&sslrootcert=/bindings/keycloak-db/ca.crt',
}));
