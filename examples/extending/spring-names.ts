import { EnvNames, INamedBinding } from 'cdk8s-backing-services';

/** A convention of one's own: the variables that Spring Boot reads for a data source, and the default ones for everything else. */
export class SpringNames extends EnvNames {
  public variablesOf(binding: INamedBinding): Record<string, string> {
    if (binding.bindingType !== 'postgresql') return EnvNames.DEFAULT.variablesOf(binding);
    return {
      SPRING_DATASOURCE_URL: 'jdbc:postgresql://{host}:{port}/app?sslmode={sslmode}&sslrootcert={ca:file}',
      SPRING_DATASOURCE_USERNAME: '{username}',
      SPRING_DATASOURCE_PASSWORD: '{password}',
    };
  }
}
