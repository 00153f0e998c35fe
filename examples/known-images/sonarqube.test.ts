import { Synthesized } from '../synthesized';
import { told } from '../told';
import { sonarqube } from './sonarqube';

const system = new Synthesized('known-images-sonarqube', 'sonarqube', sonarqube);

test('SonarQube is told this, and nothing else', () => expect(told(system, 'sonarqube')).toEqual({
  SONAR_JDBC_PASSWORD: 'secret sonarqube.quality.credentials.postgresql.acid.zalan.do password',
  SONAR_JDBC_URL: 'jdbc:postgresql://quality.sonarqube.svc:5432/sonarqube?sslmode=verify-full&sslrootcert=/bindings/sonarqube-db/ca.crt',
  SONAR_JDBC_USERNAME: 'sonarqube',
}));
