import { CredentialPart } from '../../model/credential-part';

/** A part, and the file of the volume that it becomes. @internal */
export interface CsiObject {
  readonly file: string;
  readonly part: CredentialPart;
}

/** A provider of the driver: what asks one kind of store. @internal */
export interface CsiProvider {
  /** Its name in a SecretProviderClass. */
  readonly provider: string;
  /** The kinds of stores that it asks. */
  readonly kinds: readonly string[];
  /** Whether it takes a property of an entry; whether a whole entry. */
  readonly takes: { readonly property: boolean; readonly entry: boolean };
  /** What the store, and an entry of it, can be called. */
  readonly names: { readonly store: RegExp; readonly entry: RegExp };
  /** What it is told of parts that are all in one store. */
  parameters(objects: readonly CsiObject[]): Record<string, string>;
}

/** A list as the providers read it: as YAML, of which JSON is a part, so that no name in it means anything else. */
export function written(list: unknown): string {
  return JSON.stringify(list, undefined, 2);
}

/** Names without a rule of the provider. */
export const ANY_NAME = /^/;
