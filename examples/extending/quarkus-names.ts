import { EnvNames, INamedBinding } from 'cdk8s-backing-services';

/** A convention of one's own: the variables that Quarkus reads for a data source, and the default ones for everything else. */
export class QuarkusNames extends EnvNames {
  public variablesOf(binding: INamedBinding): Record<string, string> {
    if (binding.bindingType !== 'postgresql') return EnvNames.DEFAULT.variablesOf(binding);
    return {
      QUARKUS_DATASOURCE_JDBC_URL: 'jdbc:postgresql://{host}:{port}/app?sslmode={sslmode}&sslrootcert={ca:file}',
      QUARKUS_DATASOURCE_USERNAME: '{username}',
      QUARKUS_DATASOURCE_PASSWORD: '{password}',
    };
  }
}
