import { Address } from '../model/address';
import { BindingEntry, BindingEntryOptions, LeftOutRole } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { listed as listedInWords } from '../private/topology-error';

const { literal, secret, percentEncoded, join } = BindingValue;

/** What a server or a cluster of them is told by besides where it is. @internal */
export interface RedisTold {
  readonly address: Address;
  readonly credential?: Credential;
}

/** A part of the credential, if it has it. */
export function part(credential: Credential | undefined, name: string, options: BindingEntryOptions = {}): BindingEntry[] {
  return credential?.has(name) ? [BindingEntry.of(name, secret(credential, name), { file: name, ...options })] : [];
}

/** One server: the locator as URL and as parts. */
export function singleEntries({ address, credential }: RedisTold, database: BindingValue, isPrimary: boolean): BindingEntry[] {
  const url = isPrimary && credential?.has('uri') ? secret(credential, 'uri') : urlOf(address, credential, database);
  return [
    told(BindingEntry.of('url', url, { variable: 'URL', file: 'uri' }), credential),
    ...placeEntries(address),
    BindingEntry.of('database', database, { file: 'database' }),
    ...safetyEntries(address, credential),
    ...stackExchange([address], credential, [literal(',defaultDatabase='), database]),
  ];
}

/** A cluster: the nodes that clients begin at, and the URL of the first of them, from which some clients learn of the others. */
export function clusterEntries(nodes: readonly Address[], credential: Credential | undefined): BindingEntry[] {
  const [first] = nodes;
  return [
    told(BindingEntry.of('url', credential?.has('uri') ? secret(credential, 'uri') : urlOf(first, credential), { variable: 'URL', file: 'uri' }), credential),
    BindingEntry.text('nodes', listed(nodes), { variable: 'NODES', file: 'cluster.nodes' }),
    ...placeEntries(first),
    ...safetyEntries(first, credential),
    ...stackExchange(nodes, credential, []),
  ];
}

/**
 * Sentinels, and whom to ask them for. Lettuce takes that as one URL, whose password is that of the servers.
 * Source: https://redis.github.io/lettuce/user-guide/connecting-redis/
 */
export function sentinelEntries(sentinels: readonly Address[], master: string, database: BindingValue, credential?: Credential): BindingEntry[] {
  const [{ tls }] = sentinels;
  const url = join(
    literal(tls.isOfClient ? 'rediss-sentinel://' : 'redis-sentinel://'), ...userinfo(credential), literal(`${listed(sentinels)}/`), database,
    literal(`?sentinelMasterId=${master}`),
  );
  return [
    BindingEntry.text('sentinels', listed(sentinels), { variable: 'SENTINELS', file: 'sentinel.nodes' }),
    BindingEntry.text('sentinel-master', master, { variable: 'SENTINEL_MASTER', file: 'sentinel.master' }),
    BindingEntry.of('database', database, { variable: 'DATABASE', file: 'database' }),
    BindingEntry.text('ssl', String(tls.isOfClient), { variable: 'SSL', file: 'ssl' }),
    ...part(credential, 'username', { variable: 'USERNAME' }),
    ...part(credential, 'password', { variable: 'PASSWORD' }),
    ...part(credential, 'sentinel-username', { variable: 'SENTINEL_USERNAME' }),
    ...part(credential, 'sentinel-password', { variable: 'SENTINEL_PASSWORD' }),
    BindingEntry.of('sentinel-url', url),
  ];
}

function placeEntries({ host, port }: Address): BindingEntry[] {
  return [BindingEntry.text('host', host, { file: 'host' }), BindingEntry.text('port', String(port), { file: 'port' })];
}

function safetyEntries({ tls }: Address, credential: Credential | undefined): BindingEntry[] {
  return [BindingEntry.text('ssl', String(tls.isOfClient), { file: 'ssl' }), ...part(credential, 'username'), ...part(credential, 'password')];
}

function listed(addresses: readonly Address[]): string {
  return addresses.map(({ hostAndPort }) => hostAndPort).join(',');
}

/**
 * A cluster has one database, of which its URL says nothing. Source: https://www.iana.org/assignments/uri-schemes/prov/redis; a URL without a user name is the
 * default user's.
 */
function urlOf({ hostAndPort, tls }: Address, credential: Credential | undefined, database?: BindingValue): BindingValue {
  const end = database ? [literal(`${hostAndPort}/`), database] : [literal(hostAndPort)];
  return join(literal(tls.isOfClient ? 'rediss://' : 'redis://'), ...userinfo(credential), ...end);
}

function userinfo(credential: Credential | undefined): BindingValue[] {
  if (!credential?.has('password')) return [];
  const user = credential.has('username') ? [percentEncoded(credential, 'username')] : [];
  return [...user, literal(':'), percentEncoded(credential, 'password'), literal('@')];
}

/** Role of the form that .NET's client takes. */
const STACK_EXCHANGE = 'connection-string';

/** The URL, with the reason why there is no form of .NET's client, if there is none. */
function told(url: BindingEntry, credential: Credential | undefined): BindingEntry {
  const leftOut = credential && withoutStackExchange(credential);
  return leftOut ? url._leavingOut(leftOut) : url;
}

/** Why there is no such form: nothing takes a URL apart, and nothing in the form encodes a comma. */
function withoutStackExchange(credential: Credential): LeftOutRole | undefined {
  if (credential.has('uri')) return { role: STACK_EXCHANGE, reason: 'nothing takes the part "uri" of the credentials apart', fix: 'keep the password as a part of its own, or write {url}' };
  const unsafe = ['username', 'password'].filter(name => credential.has(name) && !isPlain(credential, name));
  return unsafe.length === 0 ? undefined : {
    role: STACK_EXCHANGE,
    reason: `nothing encodes a comma in it, and of the credentials ${listedInWords(unsafe)} may have one`,
    fix: 'say urlSafe() of each such part that is known to hold no sign that a URL would encode, or tell host, port and password in variables of their own',
  };
}

/** Source: https://stackexchange.github.io/StackExchange.Redis/Configuration#basic-configuration-strings */
function stackExchange(servers: readonly Address[], credential: Credential | undefined, database: BindingValue[]): BindingEntry[] {
  if (credential && withoutStackExchange(credential)) return [];
  const option = (name: string, word: string) => credential?.has(name) ? [literal(`,${word}=`), secret(credential, name)] : [];
  const ssl = literal(`,ssl=${servers[0].tls.isOfClient}`);
  return [BindingEntry.of(STACK_EXCHANGE, join(literal(listed(servers)), ...option('username', 'user'), ...option('password', 'password'), ssl, ...database))];
}

function isPlain(credential: Credential, name: string): boolean {
  const { isUrlSafe, literal: text } = credential.part(name);
  return isUrlSafe || text !== undefined && /^[\w.~-]+$/.test(text);
}
