import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { CredentialPart } from '../model/credential-part';
import { SecretEncoding } from '../model/secret-encoding';
import { guard } from '../private/boundary';
import { GeneratedSecret } from './generated-secret';
import { SuppliedSecret } from './supplied-secret';
import { SuppliedVolume } from './supplied-volume';

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
   * The key that it writes a part under, where it does not write the one that it is asked for.
   *
   * @param _part a part that it fetches, as it is kept
   * @returns nothing, unless a supplier says otherwise: it writes any key
   */
  public keyOf(_part: CredentialPart): string | undefined {
    return undefined;
  }

  /**
   * Why it cannot fill a Secret although it fetches each of its parts: `they are in two items, and it reads one`. It is not asked to supply it then.
   *
   * @param _secret the Secret that is due
   * @returns nothing, unless a supplier says otherwise: it can
   */
  public whyNot(_secret: SuppliedSecret): string | undefined {
    return undefined;
  }

  /**
   * A volume that the containers of the consumer have to mount, because the Secret is there only as long as a pod does.
   *
   * @param _secret the Secret that is due
   * @returns nothing, unless a supplier says otherwise: the Secret is there without one
   */
  public volumeOf(_secret: SuppliedSecret): SuppliedVolume | undefined {
    return undefined;
  }

  /** Who of those that it is made of fetches a part. @internal */
  public _of(_part: CredentialPart): SecretSupplier {
    return this;
  }

  /**
   * How often it looks whether a credential has changed in its store.
   *
   * @returns nothing, unless a supplier says otherwise: never by itself, or nobody knows
   */
  public refreshes(): Duration | undefined {
    return undefined;
  }

  /** Whether its author expects that credentials change: it says how often to look, where another supplier looks as often as usual. @internal */
  public get _isToldToRefresh(): boolean {
    return this.refreshes() !== undefined;
  }

  /**
   * Whether it restarts the pods that read a Secret, when it changes that.
   *
   * @returns false, unless a supplier says otherwise
   */
  public restarts(): boolean {
    return false;
  }

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
   * Whether it writes a part that it generates into the store that is to keep a copy of it (`part.copy`). By default into none.
   */
  public keepsCopyOf(_part: CredentialPart): boolean {
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
