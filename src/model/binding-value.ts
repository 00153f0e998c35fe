import { guard } from '../private/boundary';
import { Credential } from './credential';
import { CredentialPart } from './credential-part';
import { encodeText, SecretEncoding } from './secret-encoding';

interface Piece {
  readonly literal?: string;
  readonly secret?: CredentialPart;
  readonly name?: string;
  readonly encoding?: SecretEncoding;
  readonly file?: string;
}

/** A piece of a value: literal text, a part of a credential, or where a file of the binding is. `BindingValue` makes them. */
export class BindingPart {
  /** @internal */
  public static _literal(text: string): BindingPart {
    return new BindingPart({ literal: text });
  }

  /** @internal */
  public static _secret(name: string, secret: CredentialPart, encoding: SecretEncoding): BindingPart[] {
    if (secret.literal !== undefined) return [BindingPart._literal(encodeText(secret.literal, encoding))];
    if (!secret.isUrlSafe || encoding === SecretEncoding.NONE) return [new BindingPart({ secret, name, encoding })];
    // No character of it is one that an encoding writes in another way: what is left of one are its quotes.
    const quote = encodeText('', encoding).slice(0, 1);
    const quotes = quote === '' ? [] : [BindingPart._literal(quote)];
    return [...quotes, new BindingPart({ secret, name }), ...quotes];
  }

  /** @internal */
  public static _file(file: string): BindingPart {
    return new BindingPart({ file });
  }

  /** Text known at synth, if that is what it is. */
  public readonly literal?: string;
  /** Where the part of a credential is kept, if that is what it is. */
  public readonly secret?: CredentialPart;
  /** Name of that part. */
  public readonly name?: string;
  /** How that part is written. */
  public readonly encoding: SecretEncoding;
  /** Name of the binding's file whose path stands here, if that is what it is. */
  public readonly file?: string;

  private constructor(piece: Piece) {
    this.literal = piece.literal;
    this.secret = piece.secret;
    this.name = piece.name;
    this.encoding = piece.encoding ?? SecretEncoding.NONE;
    this.file = piece.file;
  }

  /**
   * The same piece, written in another way; undefined where it is encoded already or cannot be.
   *
   * @internal
   */
  public _encoded(encoding: SecretEncoding): BindingPart[] | undefined {
    if (encoding === SecretEncoding.NONE) return [this];
    if (this.literal !== undefined) return [BindingPart._literal(encodeText(this.literal, encoding))];
    return this.secret && this.encoding === SecretEncoding.NONE ? BindingPart._secret(this.name!, this.secret, encoding) : undefined;
  }
}

guard('BindingPart', BindingPart);

/** Most values are plain text, of which thousands are kept: they need no piece. */
const NO_PIECES: readonly BindingPart[] = [];

/** A value that a consumer reads, made of literal text, references to credentials, and paths of the binding's files. */
export class BindingValue {
  /** Text known at synth. */
  public static literal(text: string): BindingValue {
    return new BindingValue(text, NO_PIECES);
  }

  /**
   * A part of a credential, as it is kept.
   *
   * @throws BST017 if the credential has no such part
   */
  public static secret(credential: Credential, part: string): BindingValue {
    return written(credential, part, SecretEncoding.NONE);
  }

  /**
   * A part of a credential, percent-encoded for a URL.
   *
   * @throws BST017 if the credential has no such part
   */
  public static percentEncoded(credential: Credential, part: string): BindingValue {
    return written(credential, part, SecretEncoding.PERCENT);
  }

  /**
   * A part of a credential, written in some way.
   *
   * @throws BST017 if the credential has no such part
   */
  public static encoded(credential: Credential, part: string, encoding: SecretEncoding): BindingValue {
    return written(credential, part, encoding);
  }

  /** The path of a file of the binding, wherever the consumer has it: `/bindings/orders-db/ca.crt`. */
  public static file(file: string): BindingValue {
    return new BindingValue(undefined, [BindingPart._file(file)]);
  }

  /** Several values as one text. */
  public static join(...values: BindingValue[]): BindingValue {
    return BindingValue._of(values.flatMap(value => value.parts));
  }

  /** @internal */
  public static _of(parts: readonly BindingPart[]): BindingValue {
    const merged = parts.length === 1 ? parts : merge(parts);
    const text = merged.length === 0 ? '' : merged.length === 1 ? merged[0].literal : undefined;
    return text === undefined ? new BindingValue(undefined, merged) : BindingValue.literal(text);
  }

  private constructor(
    /** The whole text, if no credential and no path is in it. */
    public readonly text: string | undefined,
    private readonly pieces: readonly BindingPart[],
  ) {}

  /** The pieces in order. */
  public get parts(): BindingPart[] {
    return this.text === undefined ? [...this.pieces] : [BindingPart._literal(this.text)];
  }

  /** Whether a credential is in it. */
  public get holdsSecret(): boolean {
    return this.pieces.some(part => part.secret !== undefined);
  }

  /**
   * The text, with the paths of files below a folder; undefined if a credential is in it.
   *
   * @param folder the binding's folder
   */
  public textIn(folder: string): string | undefined {
    if (this.text !== undefined || this.holdsSecret) return this.text;
    return this.pieces.map(({ literal, file }) => literal ?? `${folder}/${file}`).join('');
  }
}

guard('BindingValue', BindingValue);

function written(credential: Credential, part: string, encoding: SecretEncoding): BindingValue {
  return BindingValue._of(BindingPart._secret(part, credential.part(part), encoding));
}

/** Pieces of text that stand side by side are one. */
function merge(parts: readonly BindingPart[]): readonly BindingPart[] {
  const merged: BindingPart[] = [];
  for (const part of parts) {
    const before = merged.at(-1)?.literal;
    if (before === undefined || part.literal === undefined) merged.push(part);
    else merged[merged.length - 1] = BindingPart._literal(before + part.literal);
  }
  return merged.slice();
}
