import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { CredentialPart } from '../../model/credential-part';
import { SecretEncoding } from '../../model/secret-encoding';
import { acceptArguments, guard } from '../../private/boundary';
import { assertDuration } from '../../private/bounds';
import { SecretSupplier } from '../secret-supplier';
import { SuppliedSecret } from '../supplied-secret';
import { emitExternalSecret } from './external-secret';

/** How the External Secrets Operator fetches credentials. */
export interface ExternalSecretsOptions {
  /**
   * How often the operator looks whether an entry has changed.
   *
   * @default Duration.hours(1)
   */
  readonly refreshInterval?: Duration;
}

const STORES = new Set(['ClusterSecretStore', 'SecretStore']);
const TEMPLATED = new Set(Object.values(SecretEncoding));

/** The External Secrets Operator, 2.3 or later: an ExternalSecret for each consumer and service, whose template composes and encodes. */
export class ExternalSecretsOperator extends SecretSupplier {
  public readonly name = 'the External Secrets Operator';
  public readonly composes = true;
  private readonly refreshInterval: Duration;

  /**
   * @throws BST009 if the interval is no whole number of milliseconds
   */
  constructor(options: ExternalSecretsOptions = {}) {
    acceptArguments('new ExternalSecretsOperator', [options]);
    super();
    this.refreshInterval = assertDuration('refreshInterval', options.refreshInterval, 'Secrets.externalSecrets') ?? Duration.hours(1);
  }

  public fetches({ storeKind }: CredentialPart): boolean {
    return storeKind !== undefined && STORES.has(storeKind);
  }

  public encodes(encoding: SecretEncoding): boolean {
    return TEMPLATED.has(encoding);
  }

  public supply(scope: Construct, secret: SuppliedSecret): void {
    emitExternalSecret(scope, secret, this.refreshInterval);
  }
}

guard('ExternalSecretsOperator', ExternalSecretsOperator);
