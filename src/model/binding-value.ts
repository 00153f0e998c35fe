import { SecretReference } from './secret-reference';

/** How a part of a credential is written into a text. */
export enum SecretEncoding {
  /** As it is kept. */
  NONE = 'none',
  /** Percent-encoded for a URL: all but the unreserved characters of RFC 3986, a space as %20. */
  PERCENT = 'percent',
}

/** A piece of a value: either literal text, or a part of a credential. */
export interface BindingPart {
  /**
   * Text known at synth.
   *
   * @default - the piece is a part of a credential
   */
  readonly literal?: string;
  /**
   * The credential.
   *
   * @default - the piece is literal
   */
  readonly secret?: SecretReference;
  /**
   * Which part of the credential: username, password, uri, ca.
   *
   * @default - the piece is literal
   */
  readonly part?: string;
  /**
   * How the part is written.
   *
   * @default SecretEncoding.NONE
   */
  readonly encoding?: SecretEncoding;
}

/** A value that a consumer reads, made of literal text and references to credentials. */
export class BindingValue {
  /** Text known at synth. */
  public static literal(text: string): BindingValue {
    return new BindingValue([{ literal: text }]);
  }

  /** A part of a credential, as it is kept. */
  public static secret(secret: SecretReference, part: string): BindingValue {
    return new BindingValue([{ secret, part, encoding: SecretEncoding.NONE }]);
  }

  /** A part of a credential, percent-encoded for a URL. */
  public static percentEncoded(secret: SecretReference, part: string): BindingValue {
    return new BindingValue([{ secret, part, encoding: SecretEncoding.PERCENT }]);
  }

  /** Several values as one text. */
  public static join(...values: BindingValue[]): BindingValue {
    return new BindingValue(values.flatMap(value => value.parts));
  }

  private constructor(
    /** The pieces in order. */
    public readonly parts: BindingPart[],
  ) {}

  /** The whole text, if no credential is in it. */
  public get text(): string | undefined {
    return this.parts.every(part => part.literal !== undefined) ? this.parts.map(part => part.literal).join('') : undefined;
  }
}
