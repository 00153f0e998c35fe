import { guard } from '../private/boundary';
import { ExternalSecretsOperator } from './external-secrets/external-secrets-operator';
import { ExternalSecretsOptions } from './external-secrets/external-secrets-options';
import { SecretSupplier } from './secret-supplier';
import { VaultSecretsOperator, VaultSecretsOptions } from './vault-secrets-operator/vault-secrets-operator';

/** The suppliers of secrets that this package knows. Any other extends `SecretSupplier`. */
export class Secrets {
  /**
   * The External Secrets Operator, 2.3 or later: an ExternalSecret for each consumer and service.
   *
   * @throws BST535 if options contradict each other or the operator, BST009 if the interval is no whole number of milliseconds, BST801 if a type, or the
   * key or value of a label or annotation cannot be one, BST510 or BST511 if a credential stands in one
   */
  public static externalSecrets(options: ExternalSecretsOptions = {}): SecretSupplier {
    return new ExternalSecretsOperator(options);
  }

  /**
   * HashiCorp's Vault Secrets Operator, 1.4: a VaultStaticSecret or a VaultDynamicSecret for each consumer and service, of `SecretStore.vaultKeyValue()` and
   * `SecretStore.vaultDynamic()`.
   *
   * @throws BST009 if the interval is no whole number of milliseconds
   */
  public static vaultSecretsOperator(options: VaultSecretsOptions = {}): SecretSupplier {
    return new VaultSecretsOperator(options);
  }

  private constructor() {}
}

guard('Secrets', Secrets);
