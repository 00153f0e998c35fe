import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { Locator } from '../model/locator';
import { credentialEntries } from './credential-entries';
import { deliveryOf, EnteredDatabase, enteredDatabase, partEntries, PARTS } from './entered-database';
import { connectionString, goEntries, javaEntries, sslMode, urlSettings } from './my-sql-dialects';

const { literal, secret, percentEncoded, join } = BindingValue;

/** The locator as URL, as parts, and in the dialects of the usual clients. */
export function mySqlEntries(locator: Locator, request: BindingRequest): BindingEntry[] {
  const database = enteredDatabase(locator, request);
  const { address, credential, hasPassword } = database;
  return [
    ...urlEntries(database),
    ...partEntries(database),
    BindingEntry.text('ssl-mode', sslMode(database), { file: 'ssl-mode' }),
    ...credential.has('database') ? javaEntries(database) : [],
    ...hasPassword ? [connectionString(database), ...goEntries(database)] : [],
    ...credentialEntries(credential, address.tls, [...PARTS, 'uri']),
  ];
}

/** A URL that somebody keeps whole is told as it is; any other is composed of encoded parts. */
function urlEntries(database: EnteredDatabase): BindingEntry[] {
  const { address, credential, isKeptWhole } = database;
  if (isKeptWhole) return [BindingEntry.of('url', secret(credential, 'uri'), deliveryOf(database))];
  const part = (name: string) => percentEncoded(credential, name);
  const bare = join(literal('mysql://'), part('username'), literal(':'), part('password'), literal(`@${address.hostAndPort}/`), part('database'));
  return [BindingEntry.of('url', join(bare, urlSettings(database)), deliveryOf(database)), BindingEntry.of('bare-url', bare)];
}
