import { BindingEntry, BindingEntryOptions } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { Locator } from '../model/locator';
import { TlsStart } from '../model/tls';
import { credentialEntries } from './credential-entries';
import { serverAddresses, serversOf, userinfo } from './url-parts';

const { literal, secret, percentEncoded, join } = BindingValue;

/** The servers, and what they are entered with, apart. */
export function natsEntries(locator: Locator, credential: Credential | undefined): BindingEntry[] {
  const { host, port, tls } = locator.primary;
  const entered = urlsOf(locator, loginOf(credential));
  return [
    BindingEntry.of('url', urlsOf(locator), { variable: 'URL', file: 'uri' }),
    BindingEntry.of('url-with-credentials', entered),
    BindingEntry.of('connection-string', entered),
    BindingEntry.text('servers', serversOf(locator), { file: 'servers' }),
    BindingEntry.text('host', host, { file: 'host' }),
    BindingEntry.text('port', String(port), { file: 'port' }),
    BindingEntry.text('tls', String(tls.isOfClient), { file: 'tls' }),
    BindingEntry.text('tls-first', String(tls.start === TlsStart.CLIENT), { file: 'tls-first' }),
    ...fileEntry(credential, 'creds', { file: 'nats.creds', fileVariable: 'CREDS_FILE' }),
    ...fileEntry(credential, 'nkey-seed', { file: 'nkey.seed', fileVariable: 'NKEY_SEED_FILE' }),
    ...credentialEntries(credential, tls, ['creds', 'nkey-seed']),
  ];
}

/** What clients read from a file, whose path they are given. */
function fileEntry(credential: Credential | undefined, part: string, names: BindingEntryOptions): BindingEntry[] {
  return credential?.has(part) ? [BindingEntry.of(part, secret(credential, part), names)] : [];
}

/** A token stands in the place of a user, without a colon. */
function loginOf(credential: Credential | undefined): BindingValue[] {
  if (credential?.has('token') && !credential.has('password')) return [percentEncoded(credential, 'token'), literal('@')];
  return userinfo(credential);
}

function urlsOf(locator: Locator, login: readonly BindingValue[] = []): BindingValue {
  const scheme = literal(locator.primary.tls.isOfClient ? 'tls://' : 'nats://');
  return join(...serverAddresses(locator).flatMap(({ hostAndPort }, nth) => [...nth === 0 ? [] : [literal(',')], scheme, ...login, literal(hostAndPort)]));
}
