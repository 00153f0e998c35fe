import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { CredentialPart } from '../../model/credential-part';
import { SecretEncoding } from '../../model/secret-encoding';
import { acceptArguments, guard } from '../../private/boundary';
import { GeneratedSecret } from '../generated-secret';
import { SecretSupplier } from '../secret-supplier';
import { SuppliedSecret } from '../supplied-secret';
import { emitExternalSecret } from './external-secret';
import { ExternalSecretsOptions } from './external-secrets-options';
import { assertSettings, ExternalSecretsSettings } from './external-secrets-rules';
import { emitGeneratedPassword } from './generated-password';
import { emitPushSecret } from './push-secret';

const STORES = new Set(['ClusterSecretStore', 'SecretStore']);
const TEMPLATED = new Set(Object.values(SecretEncoding));

/** The External Secrets Operator, 2.3 or later: an ExternalSecret for each consumer and service, whose template composes and encodes. */
export class ExternalSecretsOperator extends SecretSupplier {
  public readonly name = 'the External Secrets Operator';
  public readonly composes = true;
  private readonly settings: ExternalSecretsSettings;
  private readonly isTold: boolean;

  /**
   * @throws BST535 if options contradict each other or the operator, BST009 if the interval is no whole number of milliseconds, BST801 if a type, or the
   * key or value of a label or annotation cannot be one, BST510 or BST511 if a credential stands in one
   */
  constructor(options: ExternalSecretsOptions = {}) {
    acceptArguments('new ExternalSecretsOperator', [options]);
    super();
    this.settings = assertSettings(options);
    this.isTold = options.refreshInterval !== undefined;
  }

  public fetches({ storeKind }: CredentialPart): boolean {
    return storeKind !== undefined && STORES.has(storeKind);
  }

  public encodes(encoding: SecretEncoding): boolean {
    return TEMPLATED.has(encoding);
  }

  public override generates(_part: CredentialPart): boolean {
    return true;
  }

  public override keepsCopyOf({ copy }: CredentialPart): boolean {
    return copy !== undefined && this.fetches(copy);
  }

  public override generate(scope: Construct, secret: GeneratedSecret): void {
    emitGeneratedPassword(scope, secret, this.settings);
    if (secret.copy) emitPushSecret(scope, secret, secret.copy);
  }

  public override refreshes(): Duration | undefined {
    return this.settings.refreshInterval;
  }

  /** @internal */
  public override get _isToldToRefresh(): boolean {
    return this.isTold;
  }

  public supply(scope: Construct, secret: SuppliedSecret): void {
    emitExternalSecret(scope, secret, this.settings);
  }
}

guard('ExternalSecretsOperator', ExternalSecretsOperator);
