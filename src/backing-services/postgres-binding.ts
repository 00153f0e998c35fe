import { Address, AddressRole } from '../model/address';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { SecretMaker } from '../model/credential-part';
import { DataAccess } from '../model/data-access';
import { Locator } from '../model/locator';
import { Tls, TlsAuthority } from '../model/tls';
import { credentialEntries } from './credential-entries';
import { postgresDialects, sslmodeOf } from './postgres-dialects';

/**
 * Files that the URL names, each with the setting of libpq that does, and the variable that names it beside a URL which somebody keeps whole.
 * Source: https://www.postgresql.org/docs/current/libpq-connect.html
 */
const FILES: Record<string, { readonly file: string; readonly setting: string; readonly fileVariable: string }> = {
  'ca': { file: 'ca.crt', setting: 'sslrootcert', fileVariable: 'CA_FILE' },
  'client-certificate': { file: 'client.crt', setting: 'sslcert', fileVariable: 'CLIENT_CERTIFICATE_FILE' },
  'private-key': { file: 'client.key', setting: 'sslkey', fileVariable: 'PRIVATE_KEY_FILE' },
};
const { literal, secret, percentEncoded, join } = BindingValue;

/** The locator as URL and as parts. Entry names: https://servicebinding.io/spec/core/1.1.0/#well-known-secret-entries */
export function postgresEntries(locator: Locator, request: BindingRequest): BindingEntry[] {
  const credential = request.credential!;
  const address = request.access === DataAccess.READ_ONLY ? locator.address(AddressRole.READ_ONLY) ?? locator.primary : locator.primary;
  return [
    ...urlEntries(address, locator, credential),
    BindingEntry.text('host', address.host, { file: 'host' }),
    BindingEntry.text('port', String(address.port), { file: 'port' }),
    ...['database', 'username', 'password'].flatMap(part => credential.has(part) ? [BindingEntry.of(part, secret(credential, part), { file: part })] : []),
    BindingEntry.text('sslmode', sslmodeOf(address.tls), { file: 'sslmode' }),
    BindingEntry.text('ssl', String(address.tls.isOfClient)),
    BindingEntry.of('sslrootcert', sslrootcertOf(address.tls)),
    ...filesOf(address.tls, credential).map(part => BindingEntry.of(part, secret(credential, part), {
      file: FILES[part].file, fileVariable: isKeptWhole(address, locator, credential) ? FILES[part].fileVariable : undefined,
    })),
    ...postgresDialects(address, credential),
    ...credentialEntries(credential, address.tls, ['database', 'username', 'password', 'uri', ...Object.keys(FILES)]),
  ];
}

/**
 * The URL: one that is kept whole by somebody who knows how clients verify the server; an operator's, which does not know that, with the TLS
 * settings; or one composed of encoded parts.
 */
function urlEntries(address: Address, locator: Locator, credential: Credential): BindingEntry[] {
  const settings = tlsSettings(address.tls, credential);
  if (isKeptWhole(address, locator, credential)) return [BindingEntry.of('url', secret(credential, 'uri'), { variable: 'URL', file: 'uri' })];
  if (!credential.has('uri') || address !== locator.primary) {
    const url = composed(address, credential, settings);
    return [BindingEntry.of('url', url, { variable: 'URL', ...needsNoEncoding(credential) ? {} : { file: 'uri' } })];
  }
  const uri = secret(credential, 'uri');
  return [BindingEntry.of('url', join(uri, settings), { variable: 'URL' }), BindingEntry.of('uri', uri, { file: 'uri' })];
}

/** Whether somebody who knows how clients verify the server keeps the URL; an operator does not. */
function isKeptWhole(address: Address, locator: Locator, credential: Credential): boolean {
  return address === locator.primary && credential.has('uri') && credential.part('uri').maker !== SecretMaker.OPERATOR;
}

/** Kubernetes itself composes a variable of such parts, but no file. */
function needsNoEncoding(credential: Credential): boolean {
  return credential.has('password') && credential.part('password').isUrlSafe;
}

function composed(address: Address, credential: Credential, settings: BindingValue): BindingValue {
  const part = (name: string) => percentEncoded(credential, name);
  const password = credential.has('password') ? [literal(':'), part('password')] : [];
  return join(
    literal('postgresql://'), part('username'), ...password, literal(`@${address.hostAndPort}/`), part('database'), settings,
  );
}

/**
 * Where libpq finds the authorities, for conventions that are written for it: the file, or `system`, its word for those that it trusts by itself. Every
 * URL is told without that word, which Node's pg, lib/pq and asyncpg take for the name of a file. Source: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNECT-SSLROOTCERT
 */
function sslrootcertOf({ authority }: Tls): BindingValue {
  return authority === TlsAuthority.LOGIN ? BindingValue.file(FILES.ca.file) : literal(authority === TlsAuthority.SYSTEM ? 'system' : '');
}

function tlsSettings(tls: Tls, credential: Credential): BindingValue {
  const files = filesOf(tls, credential).flatMap(part => [literal(`&${FILES[part].setting}=`), BindingValue.file(FILES[part].file)]);
  return join(literal(`?sslmode=${sslmodeOf(tls)}`), ...files);
}

/** Parts that clients read from files: an authority where they verify by it, a certificate of their own where they make a handshake. */
function filesOf({ isOfClient, authority }: Tls, credential: Credential): string[] {
  return Object.keys(FILES).filter(part => part === 'ca' ? authority === TlsAuthority.LOGIN : isOfClient && credential.has(part));
}
