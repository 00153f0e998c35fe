import { Duration } from 'cdk8s';
import { assertDuration } from '../private/bounds';

/** How the External Secrets Operator fetches credentials. */
export interface ExternalSecretsOptions {
  /**
   * How often the operator looks whether an entry has changed.
   *
   * @default Duration.hours(1)
   */
  readonly refreshInterval?: Duration;
}

/** Who fills the Secrets of credentials that are kept in an external store. */
export class Secrets {
  /**
   * The External Secrets Operator, 2.3 or later: an ExternalSecret for each consumer and service.
   *
   * @throws BST009 if the interval is no whole number of milliseconds
   */
  public static externalSecrets(options: ExternalSecretsOptions = {}): Secrets {
    const interval = assertDuration('refreshInterval', options.refreshInterval, 'Secrets.externalSecrets');
    return new Secrets(interval ?? Duration.hours(1));
  }

  private constructor(
    /** How often entries are looked at. */
    public readonly refreshInterval: Duration,
  ) {}
}
