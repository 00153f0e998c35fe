import { Address, AddressRole } from '../model/address';
import { BindingEntry, BindingEntryOptions } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { DataAccess } from '../model/data-access';
import { Locator } from '../model/locator';

/** Where a consumer dials a database, and what it enters with. @internal */
export interface EnteredDatabase {
  readonly address: Address;
  readonly credential: Credential;
  /** Whether it enters with a user and a password, of which the forms that hold both are made. */
  readonly hasPassword: boolean;
  /** Whether somebody keeps a URL of it, who knows the server and how clients verify it. */
  readonly isKeptWhole: boolean;
}

/** Parts that are told as they are, each in a file of its name. */
export const PARTS = ['database', 'username', 'password'];

/** Who only reads is sent where writes are refused, if there is such a place. */
export function enteredDatabase(locator: Locator, request: BindingRequest): EnteredDatabase {
  const credential = request.credential!;
  const { primary } = locator;
  const address = request.access === DataAccess.READ_ONLY ? locator.address(AddressRole.READ_ONLY) ?? primary : primary;
  const hasPassword = credential.has('username') && credential.has('password');
  return { address, credential, hasPassword, isKeptWhole: credential.has('uri') && (address === primary || !hasPassword) };
}

/** The locator and the credential in parts. */
export function partEntries({ address, credential }: EnteredDatabase): BindingEntry[] {
  return [
    BindingEntry.text('host', address.host, { file: 'host' }),
    BindingEntry.text('port', String(address.port), { file: 'port' }),
    ...PARTS.flatMap(part => credential.has(part) ? [BindingEntry.of(part, BindingValue.secret(credential, part), { file: part })] : []),
  ];
}

/** How a URL reaches consumers. Kubernetes itself composes a variable of parts that need no encoding, but no file. */
export function deliveryOf({ credential, isKeptWhole }: EnteredDatabase): BindingEntryOptions {
  return !isKeptWhole && credential.part('password').isUrlSafe ? { variable: 'URL' } : { variable: 'URL', file: 'uri' };
}
