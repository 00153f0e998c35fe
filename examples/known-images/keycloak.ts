import { Chart } from 'cdk8s';
import { EnvNames, Mesh, Platform, Postgres, PostgresProvider, Secrets, SecretStore, Topology } from 'cdk8s-backing-services';
import { imageOf, published } from './image';

/**
 * Keycloak, by JDBC. It looks for expressions (`${...}`, `$$`) in what begins with `KC_`, and takes what begins with `KCRAW_` as it is: so a login is told there.
 * Sources: https://www.keycloak.org/server/db, https://www.keycloak.org/server/configuration
 */
export function keycloak(chart: Chart): Topology {
  const topology = new Topology(chart, 'keycloak');
  const vault = SecretStore.cluster('vault');
  const server = imageOf(topology, 'keycloak', {
    image: 'quay.io/keycloak/keycloak:26.7.3', port: 8080, args: ['start'],
    env: { KC_HOSTNAME: 'https://login.example.com', KC_HTTP_ENABLED: 'true', KC_PROXY_HEADERS: 'xforwarded' },
  });

  // #region declaration
  const database = new Postgres(topology, 'keycloak-db', { provider: PostgresProvider.external({
    host: 'login.db.example.com', database: 'keycloak', credentials: vault.secret('keycloak/db', { username: 'username', password: 'password', ca: 'ca' }),
  }) });

  server.uses(database, { envNames: EnvNames.map({
    KC_DB: 'postgres', KC_DB_URL: '{jdbc-url}', KCRAW_DB_USERNAME: '{username}', KCRAW_DB_PASSWORD: '{password}',
  }) });

  published(topology, [[server, 8080]]);
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  // #endregion
  return topology;
}
