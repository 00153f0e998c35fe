import { Construct } from 'constructs';
import { CredentialPart } from '../../model/credential-part';
import { SecretEncoding } from '../../model/secret-encoding';
import { acceptArguments, guard } from '../../private/boundary';
import { distinct } from '../../private/distinct';
import { quote } from '../../private/topology-error';
import { SecretSupplier } from '../secret-supplier';
import { SuppliedSecret } from '../supplied-secret';
import { SuppliedVolume } from '../supplied-volume';
import { awsProvider } from './aws-provider';
import { AzureCsiOptions, azureProvider } from './azure-provider';
import { assertCsiOptions } from './csi-options';
import { CsiProvider } from './csi-provider';
import { GOOGLE_PROVIDER } from './google-provider';
import { emitSecretProviderClass } from './secret-provider-class';
import { VaultCsiOptions, vaultProvider } from './vault-provider';

/** How the providers of the Secrets Store CSI Driver enter the stores. */
export interface SecretsStoreCsiOptions {
  /**
   * How the provider for HashiCorp Vault reaches it.
   *
   * @default - as it was installed
   */
  readonly vault?: VaultCsiOptions;
  /**
   * Who enters Azure Key Vault.
   *
   * @default - nobody: a credential that is kept there is refused
   */
  readonly azure?: AzureCsiOptions;
  /**
   * Whether pods enter AWS Secrets Manager by EKS Pod Identity.
   *
   * @default false - by the IAM role of their account
   */
  readonly awsPodIdentity?: boolean;
}

/**
 * The Secrets Store CSI Driver, 1.4 or later, with the providers for HashiCorp Vault, AWS Secrets Manager, Azure Key Vault and Google Secret Manager, and the
 * synchronization of Secrets switched on: a SecretProviderClass for each consumer and service, and a volume in the consumer's containers, because the Secret is
 * there only as long as a pod has it mounted. It composes and encodes nothing.
 */
export class SecretsStoreCsiDriver extends SecretSupplier {
  public readonly name = 'the Secrets Store CSI Driver';
  public readonly composes = false;
  private readonly providers: readonly CsiProvider[];

  /**
   * @throws BST801 if the address or the mount of Vault or an identity of Azure cannot be one, BST510 or BST511 if a credential stands in its place
   */
  constructor(options: SecretsStoreCsiOptions = {}) {
    acceptArguments('new SecretsStoreCsiDriver', [options]);
    super();
    const { vault, azure, awsPodIdentity = false } = assertCsiOptions(options);
    this.providers = [vaultProvider(vault), awsProvider(awsPodIdentity), GOOGLE_PROVIDER, ...azure ? [azureProvider(azure)] : []];
  }

  public fetches(part: CredentialPart): boolean {
    return this.providerOf(part) !== undefined;
  }

  public encodes(encoding: SecretEncoding): boolean {
    return encoding === SecretEncoding.NONE;
  }

  public override whyNot({ parts }: SuppliedSecret): string | undefined {
    const kept = parts.map(({ part }) => ({ part, provider: this.providerOf(part)! }));
    const stores = distinct(kept.map(({ part, provider }) => `${provider.provider} ${part.storeName}`));
    if (stores.length > 1) return `its parts are in ${stores.length} stores, and one volume is of one`;
    const [{ part: { storeName }, provider: { names } }] = kept;
    if (!names.store.test(storeName!)) return `${quote(storeName)} names no role that enters the store`;
    const unnamed = parts.find(({ part }) => !names.entry.test(part.entry!));
    return unnamed && `${quote(unnamed.part.entry)} is no name of an entry of ${unnamed.part.producer}`;
  }

  public override volumeOf({ name }: SuppliedSecret): SuppliedVolume | undefined {
    return { driver: 'secrets-store.csi.k8s.io', attributes: { secretProviderClass: name } };
  }

  public supply(scope: Construct, secret: SuppliedSecret): void {
    emitSecretProviderClass(scope, secret, this.providerOf(secret.parts[0].part)!);
  }

  private providerOf({ storeKind, property }: CredentialPart): CsiProvider | undefined {
    return this.providers.find(({ kinds, takes }) => kinds.includes(storeKind ?? '') && (property === undefined ? takes.entry : takes.property));
  }
}

guard('SecretsStoreCsiDriver', SecretsStoreCsiDriver);
