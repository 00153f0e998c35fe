import { Address } from '../model/address';
import { BindingEntry } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { TlsStart } from '../model/tls';
import { credentialEntries } from './credential-entries';
import { fileOf, userinfo } from './url-parts';

const { literal, secret, join } = BindingValue;

/** The locator as URL and as parts. */
export function smtpEntries(address: Address, from: string | undefined, credential: Credential | undefined): BindingEntry[] {
  const { host, port, tls } = address;
  const url = credential?.has('uri') ? secret(credential, 'uri') : composed(SCHEME[tls.start], address, credential, INSISTENCE[tls.start]);
  const part = (name: string) => credential?.has(name) ? [BindingEntry.of(name, secret(credential, name), { file: name })] : [];
  return [
    BindingEntry.of('url', url, { variable: 'URL', file: fileOf(url, 'uri') }),
    ...credential?.has('uri') ? [] : [BindingEntry.of('django-url', composed(OF_DJANGO[tls.start], address, credential))],
    BindingEntry.text('host', host, { file: 'host' }),
    BindingEntry.text('port', String(port), { file: 'port' }),
    BindingEntry.text('ssl', String(tls.start === TlsStart.CLIENT), { file: 'ssl' }),
    BindingEntry.text('starttls', String(tls.start === TlsStart.PROTOCOL), { file: 'starttls' }),
    ...part('username'),
    ...part('password'),
    ...from === undefined ? [] : fromEntries(from),
    ...credentialEntries(credential, tls, ['username', 'password', 'uri', ...from === undefined ? [] : ['from']]),
  ];
}

/** The address, and what stands on either side of its last "@", for clients that are told them apart. Source of the names: RFC 5322 (3.4.1) */
function fromEntries(from: string): BindingEntry[] {
  const at = from.lastIndexOf('@');
  return [
    BindingEntry.text('from', from, { variable: 'FROM', file: 'from' }),
    BindingEntry.text('from-local-part', from.slice(0, at)),
    BindingEntry.text('from-domain', from.slice(at + 1)),
  ];
}

const SCHEME: Record<TlsStart, string> = { none: 'smtp', mesh: 'smtp', protocol: 'smtp', client: 'smtps' };

/** Without these, clients would go on in the clear where no STARTTLS is offered: the first is Nodemailer's word, the second Symfony's; each passes over the other. */
const INSISTENCE: Record<TlsStart, string> = { none: '', mesh: '', protocol: '?requireTLS=true&require_tls=true', client: '' };

/** Source: `Env.email_url_config` of django-environ, for which `smtps` is STARTTLS. */
const OF_DJANGO: Record<TlsStart, string> = { none: 'smtp', mesh: 'smtp', protocol: 'smtp+tls', client: 'smtp+ssl' };

function composed(scheme: string, { hostAndPort }: Address, credential: Credential | undefined, end = ''): BindingValue {
  return join(literal(`${scheme}://`), ...userinfo(credential), literal(`${hostAndPort}${end}`));
}
