import { CredentialPart } from '../model/credential-part';

/** A Secret with a password that nobody has yet, as a supplier is asked to generate it: once, so that whoever reads it reads one value. */
export interface GeneratedSecret {
  /** Name of the Secret. */
  readonly name: string;
  /** Namespace of the Secret: that of the server. */
  readonly namespace: string;
  /** Key of the password in it. */
  readonly key: string;
  /** Number of characters of the password, all of them letters and digits. */
  readonly length: number;
  /**
   * Where a store is to keep a copy of the password.
   *
   * @default - nowhere
   */
  readonly copy?: CredentialPart;
  /**
   * Type of the Secret that whoever reads it asks for: `kubernetes.io/basic-auth`.
   *
   * @default - any
   */
  readonly type?: string;
  /**
   * Labels of the Secret that whoever reads it asks for.
   *
   * @default - none
   */
  readonly labels?: Record<string, string>;
  /**
   * Texts that are no secret and stand beside the password, by their keys.
   *
   * @default - none
   */
  readonly texts?: Record<string, string>;
}
