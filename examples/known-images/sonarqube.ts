import { Chart } from 'cdk8s';
import { EnvNames, Mesh, Platform, Postgres, PostgresProvider, Topology } from 'cdk8s-backing-services';
import { imageOf, published } from './image';

/**
 * SonarQube, by JDBC.
 * Source: https://docs.sonarsource.com/sonarqube/latest/setup-and-upgrade/configure-and-operate-a-server/environment-variables/
 */
export function sonarqube(chart: Chart): Topology {
  const topology = new Topology(chart, 'sonarqube');
  const server = imageOf(topology, 'sonarqube', { image: 'sonarqube:2025.1-developer', port: 9000 });

  // #region declaration
  const database = new Postgres(topology, 'sonarqube-db', { provider: PostgresProvider.zalando({
    cluster: 'quality', user: 'sonarqube', database: 'sonarqube', caSecret: 'quality-ca',
  }) });

  server.uses(database, { envNames: EnvNames.map({
    SONAR_JDBC_URL: '{jdbc-url}', SONAR_JDBC_USERNAME: '{username}', SONAR_JDBC_PASSWORD: '{password}',
  }) });

  published(topology, [[server, 9000]]);
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  // #endregion
  return topology;
}
