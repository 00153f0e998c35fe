import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { Locator } from '../model/locator';
import { TlsAuthority } from '../model/tls';
import { credentialEntries } from './credential-entries';
import { deliveryOf, enteredDatabase, partEntries, PARTS } from './entered-database';
import { CA_FILE, connectionString, encryptionOf, goUrl, javaEntries } from './sql-server-dialects';

const { secret } = BindingValue;

/** The locator as URL, as parts, and in the dialects of the usual clients. */
export function sqlServerEntries(locator: Locator, request: BindingRequest): BindingEntry[] {
  const database = enteredDatabase(locator, request);
  const { address: { tls }, credential, hasPassword, isKeptWhole } = database;
  const { encrypt, trustServerCertificate } = encryptionOf(database);
  return [
    BindingEntry.of('url', isKeptWhole ? secret(credential, 'uri') : goUrl(database), deliveryOf(database)),
    ...partEntries(database),
    BindingEntry.text('encrypt', String(encrypt), { file: 'encrypt' }),
    BindingEntry.text('trust-server-certificate', String(trustServerCertificate), { file: 'trust-server-certificate' }),
    ...credential.has('database') ? javaEntries(database) : [],
    ...hasPassword ? [connectionString(database)] : [],
    ...tls.authority === TlsAuthority.LOGIN ? [BindingEntry.of('ca', secret(credential, 'ca'), { file: CA_FILE, fileVariable: 'CA_FILE' })] : [],
    ...credentialEntries(credential, tls, [...PARTS, 'uri', 'ca']),
  ];
}
