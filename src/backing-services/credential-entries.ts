import { BindingEntry, BindingEntryOptions } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { Tls, TlsAuthority } from '../model/tls';

/** Parts that clients read from a file, under the names that their documentation uses. */
const FILES: Record<string, BindingEntryOptions> = {
  'ca': { file: 'ca.crt', fileVariable: 'CA_FILE' },
  'client-certificate': { file: 'client.crt', fileVariable: 'CLIENT_CERTIFICATE_FILE' },
  'private-key': { file: 'client.key', fileVariable: 'PRIVATE_KEY_FILE' },
};

/**
 * The parts of a credential as they are kept, but for those that a kind tells in its own way: a certificate as a file, any other as a variable
 * and a file. An authority is told where clients verify by it.
 */
export function credentialEntries(credential: Credential | undefined, tls: Tls, told: readonly string[] = []): BindingEntry[] {
  const left = tls.authority === TlsAuthority.LOGIN ? told : [...told, 'ca'];
  return Object.keys(credential?.parts ?? {}).filter(part => !left.includes(part)).map(part =>
    BindingEntry.of(part, BindingValue.secret(credential!, part), FILES[part] ?? { variable: part.replaceAll('-', '_').toUpperCase(), file: part }));
}
