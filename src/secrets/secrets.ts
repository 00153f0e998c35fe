import { guard } from '../private/boundary';
import { ExternalSecretsOperator } from './external-secrets/external-secrets-operator';
import { ExternalSecretsOptions } from './external-secrets/external-secrets-options';
import { FirstSupplier } from './first-supplier';
import { OnePasswordOperator, OnePasswordOptions } from './one-password/one-password-operator';
import { SecretSupplier } from './secret-supplier';
import { SecretsStoreCsiDriver, SecretsStoreCsiOptions } from './secrets-store-csi/secrets-store-csi-driver';
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

  /**
   * The Secrets Store CSI Driver, with the synchronization of Secrets switched on: a SecretProviderClass for each consumer and service, and a volume in the consumer's
   * containers, which holds the Secret in being. It fetches from engines of Vault, by the role that the store is named after, and from
   * `SecretStore.of('AwsSecretsManager', region)`, `SecretStore.of('AzureKeyVault', keyVault)` and `SecretStore.of('GoogleSecretManager', project)`. It puts nothing
   * together: keep URLs whole, as a part `uri`, or tell the parts apart.
   *
   * @throws BST801 if the address or the mount of Vault or an identity of Azure cannot be one, BST510 or BST511 if a credential stands in its place
   */
  public static secretsStoreCsi(options: SecretsStoreCsiOptions = {}): SecretSupplier {
    return new SecretsStoreCsiDriver(options);
  }

  /**
   * The 1Password operator: a OnePasswordItem for each consumer and service. It fetches from `SecretStore.onePassword(vault)`: an entry is an item, by title
   * or id, a property the label of a field. It puts nothing together: keep URLs whole, as a part `uri`, or tell the parts apart.
   */
  public static onePassword(options: OnePasswordOptions = {}): SecretSupplier {
    return new OnePasswordOperator(options);
  }

  /**
   * Several suppliers: each credential is supplied by the first of them that fetches it.
   *
   * @param first the one that is asked first
   * @param others the others, in order
   */
  public static firstOf(first: SecretSupplier, ...others: SecretSupplier[]): SecretSupplier {
    return new FirstSupplier(first, others);
  }

  private constructor() {}
}

guard('Secrets', Secrets);
