import { Address } from '../model/address';
import { BindingEntry } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { Locator } from '../model/locator';
import { percentEncode } from '../private/percent-encode';
import { credentialEntries } from './credential-entries';
import { fileOf, serversOf, userinfo } from './url-parts';

const { literal, secret, percentEncoded, join } = BindingValue;

/** The locator as URL and as parts. Names of the files: https://github.com/spring-cloud/spring-cloud-bindings#rabbitmq */
export function rabbitMqEntries(locator: Locator, virtualHost: string | undefined, credential: Credential | undefined): BindingEntry[] {
  const { primary } = locator;
  const url = credential?.has('uri') ? secret(credential, 'uri') : composed(primary, virtualHost, credential);
  const part = (name: string) => credential?.has(name) ? [BindingEntry.of(name, secret(credential, name), { file: name })] : [];
  return [
    BindingEntry.of('url', url, { variable: 'URL', file: fileOf(url, 'uri') }),
    BindingEntry.of('connection-string', url),
    BindingEntry.text('addresses', serversOf(locator), { file: 'addresses' }),
    BindingEntry.text('host', primary.host, { file: 'host' }),
    BindingEntry.text('port', String(primary.port), { file: 'port' }),
    ...virtualHostEntries(virtualHost, credential),
    BindingEntry.text('ssl', String(primary.tls.isOfClient), { file: 'ssl' }),
    ...part('username'),
    ...part('password'),
    ...credentialEntries(credential, primary.tls, ['username', 'password', 'uri', 'virtual-host']),
  ];
}

/** Of a URL that somebody keeps whole, nobody else knows the virtual host, unless it is said beside it. */
function virtualHostEntries(said: string | undefined, credential: Credential | undefined): BindingEntry[] {
  const named = said !== undefined || credential?.has('virtual-host');
  if (!named && credential?.has('uri')) return [];
  const value = said === undefined && credential?.has('virtual-host') ? secret(credential, 'virtual-host') : literal(said ?? '/');
  return [BindingEntry.of('virtual-host', value, { file: 'virtual-host' })];
}

/** A path of "/" alone would be a virtual host without a name. Source: https://www.rabbitmq.com/docs/uri-spec#the-vhost */
function composed({ hostAndPort, tls }: Address, said: string | undefined, credential: Credential | undefined): BindingValue {
  const virtualHost = said === undefined && credential?.has('virtual-host')
    ? percentEncoded(credential, 'virtual-host') : literal(percentEncode(said ?? '/'));
  return join(literal(tls.isOfClient ? 'amqps://' : 'amqp://'), ...userinfo(credential), literal(`${hostAndPort}/`), virtualHost);
}
