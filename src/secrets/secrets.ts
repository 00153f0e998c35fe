import { guard } from '../private/boundary';
import { ExternalSecretsOperator, ExternalSecretsOptions } from './external-secrets/external-secrets-operator';
import { SecretSupplier } from './secret-supplier';

/** The suppliers of secrets that this package knows. Any other extends `SecretSupplier`. */
export class Secrets {
  /**
   * The External Secrets Operator, 2.3 or later: an ExternalSecret for each consumer and service.
   *
   * @throws BST009 if the interval is no whole number of milliseconds
   */
  public static externalSecrets(options: ExternalSecretsOptions = {}): SecretSupplier {
    return new ExternalSecretsOperator(options);
  }

  private constructor() {}
}

guard('Secrets', Secrets);
