import { Construct } from 'constructs';
import { CredentialPart } from '../model/credential-part';
import { SecretEncoding } from '../model/secret-encoding';
import { guard } from '../private/boundary';
import { GeneratedSecret } from './generated-secret';
import { SuppliedSecret } from './supplied-secret';

/**
 * Fills the Kubernetes Secrets of credentials that are kept in an external store: an operator, a driver, a pipeline. It says what it can; what
 * it cannot is refused before it is asked to supply anything.
 */
export abstract class SecretSupplier {
  /** Words for messages: `the External Secrets Operator`. */
  public abstract readonly name: string;

  /** Whether it makes one text of several parts and literal text. */
  public abstract readonly composes: boolean;

  /** Whether it fetches a part from the store that keeps it. */
  public abstract fetches(part: CredentialPart): boolean;

  /** Whether it writes a part in this way when it composes a text. */
  public abstract encodes(encoding: SecretEncoding): boolean;

  /**
   * Emits what fills the Secret of one consumer and one service. No secret is known here: parts are told by where they are kept. What is emitted in the
   * scope gets the labels and annotations that the output gives to all objects, where it does not say them itself.
   *
   * @param scope scope of what is emitted
   * @param secret the Secret that is due
   */
  public abstract supply(scope: Construct, secret: SuppliedSecret): void;

  /** Whether it generates a part that is kept nowhere. By default it generates none. */
  public generates(_part: CredentialPart): boolean {
    return false;
  }

  /**
   * Emits what generates a password, once for all who read it. By default, nothing: it is only asked for what it `generates`.
   *
   * @param _scope scope of what is emitted
   * @param _secret the Secret that is due
   */
  public generate(_scope: Construct, _secret: GeneratedSecret): void {}
}

guard('SecretSupplier', SecretSupplier);
