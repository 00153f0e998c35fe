import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { CredentialPart } from '../../model/credential-part';
import { SecretEncoding } from '../../model/secret-encoding';
import { acceptArguments, guard } from '../../private/boundary';
import { assertDuration } from '../../private/bounds';
import { distinct } from '../../private/distinct';
import { SecretSupplier } from '../secret-supplier';
import { SuppliedSecret } from '../supplied-secret';
import { Asked, emitVaultSecret, isInVault } from './vault-secret';

/** How the Vault Secrets Operator fetches credentials. */
export interface VaultSecretsOptions {
  /**
   * How often the operator looks whether a static secret has changed. Dynamic ones it renews, or has made anew, before they end.
   *
   * @default Duration.hours(1)
   */
  readonly refreshAfter?: Duration;
  /**
   * Whether the operator starts the consumer's pods anew when their Secret has changed, so that they read the new credential: those of Deployments,
   * StatefulSets, DaemonSets and Argo Rollouts of this program.
   *
   * @default true
   */
  readonly restarts?: boolean;
}

const TEMPLATED = new Set(Object.values(SecretEncoding));

/**
 * HashiCorp's Vault Secrets Operator, 1.4: a VaultStaticSecret or a VaultDynamicSecret for each consumer and service, whose templates compose and encode. One
 * reads one entry, so that all parts of a credential are properties of one.
 */
export class VaultSecretsOperator extends SecretSupplier {
  public readonly name = 'the Vault Secrets Operator';
  public readonly composes = true;
  private readonly asked: Asked;

  /**
   * @throws BST009 if the interval is no whole number of milliseconds
   */
  constructor(options: VaultSecretsOptions = {}) {
    acceptArguments('new VaultSecretsOperator', [options]);
    super();
    const refreshAfter = assertDuration('refreshAfter', options.refreshAfter, 'Secrets.vaultSecretsOperator') ?? Duration.hours(1);
    this.asked = { refreshAfter, restarts: options.restarts ?? true };
  }

  public fetches(part: CredentialPart): boolean {
    return isInVault(part);
  }

  public encodes(encoding: SecretEncoding): boolean {
    return TEMPLATED.has(encoding);
  }

  public override whyNot({ parts }: SuppliedSecret): string | undefined {
    const entries = distinct(parts.map(({ part }) => JSON.stringify([part.storeKind, part.storeName, part.storeMount, part.entry])));
    return entries.length === 1 ? undefined : `its parts are in ${entries.length} entries of Vault, and one Secret is made of one`;
  }

  public override refreshes(): Duration | undefined {
    return this.asked.refreshAfter;
  }

  public override restarts(): boolean {
    return this.asked.restarts;
  }

  public supply(scope: Construct, secret: SuppliedSecret): void {
    emitVaultSecret(scope, secret, this.asked);
  }
}

guard('VaultSecretsOperator', VaultSecretsOperator);
