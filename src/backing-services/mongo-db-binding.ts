import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { SecretMaker } from '../model/credential-part';
import { DataAccess } from '../model/data-access';
import { Tls, TlsAuthority } from '../model/tls';
import { percentEncode } from '../private/percent-encode';
import { credentialEntries } from './credential-entries';

/** What MongoDB is entered with: user and password, or a whole URL. */
export const ENTERS_MONGODB = [['username', 'password'], ['uri']];

/** Where a MongoDB database is and what clients are told of it, as far as a URL has it. @internal */
export interface MongoDbPlace {
  /** Hosts that clients begin at, with their ports, or the one name that has SRV records. */
  readonly hosts: string;
  /** The first of them. */
  readonly host: string;
  readonly port: number;
  readonly tls: Tls;
  readonly isSrv: boolean;
  readonly database: string;
  readonly authSource: string;
  readonly replicaSet?: string;
}

const { literal, secret, percentEncoded, join, file } = BindingValue;
const CA_FILE = 'ca.crt';

/** The locator as URL and as parts. Files are named as the Service Binding specification and Spring Cloud Bindings name them. */
export function mongoDbEntries(place: MongoDbPlace, { credential, access }: BindingRequest): BindingEntry[] {
  const { hosts, host, port, tls, isSrv, database, authSource, replicaSet } = place;
  const preference = access === DataAccess.READ_ONLY && (isSrv || replicaSet !== undefined) ? 'secondaryPreferred' : 'primary';
  const text = (role: string, value: string, name = role) => BindingEntry.text(role, value, { file: name });
  const part = (name: string) => credential?.has(name) ? [BindingEntry.of(name, secret(credential, name), { file: name })] : [];
  return [
    ...urlEntries(place, preference, credential),
    text('hosts', hosts), text('host', host), text('port', String(port)), text('srv', String(isSrv)),
    text('database', database),
    ...part('username'), ...part('password'),
    ...credential?.has('username') ? [text('auth-source', authSource, 'authentication-database')] : [],
    ...replicaSet === undefined ? [] : [text('replica-set', replicaSet)],
    text('read-preference', preference),
    text('tls', String(tls.isOfClient)),
    ...credentialEntries(credential, tls, ['username', 'password', 'uri', 'database']),
  ];
}

/** The URL: one that somebody keeps whole; an operator's, which does not know where clients have the authority; or one composed of encoded parts. */
function urlEntries(place: MongoDbPlace, preference: string, credential?: Credential): BindingEntry[] {
  if (!credential?.has('uri')) {
    // Kubernetes itself composes a variable of such parts, but no file.
    const isWritten = credential?.has('password') === true && credential.part('password').isUrlSafe;
    return urls(composed(place, preference, credential), isWritten ? {} : { file: 'uri' });
  }
  const uri = secret(credential, 'uri');
  const missing = credential.part('uri').maker === SecretMaker.OPERATOR ? [...readOptions(preference), ...authorityOptions(place.tls)] : [];
  if (missing.length === 0) return urls(uri, { file: 'uri' });
  return [...urls(join(uri, ...missing.flatMap(option => [literal('&'), option])), {}), BindingEntry.of('uri', uri, { file: 'uri' })];
}

/** .NET and its Aspire call the same URL a connection string. */
function urls(url: BindingValue, named: { readonly file?: string }): BindingEntry[] {
  return [BindingEntry.of('url', url, { variable: 'URL', ...named }), BindingEntry.of('connection-string', url)];
}

/** Source: https://www.mongodb.com/docs/manual/reference/connection-string-options/ */
function composed(place: MongoDbPlace, preference: string, credential?: Credential): BindingValue {
  const { hosts, isSrv, database, authSource, replicaSet, tls } = place;
  const userinfo = credential?.has('username') ? [percentEncoded(credential, 'username'), literal(':'), percentEncoded(credential, 'password'), literal('@')] : [];
  const options = [
    ...replicaSet === undefined ? [] : [literal(`replicaSet=${percentEncode(replicaSet)}`)],
    ...userinfo.length === 0 ? [] : [literal(`authSource=${percentEncode(authSource)}`)],
    ...readOptions(preference),
    // By SRV records, TLS is on unless it is said to be off.
    ...tls.isOfClient || isSrv ? [literal(`tls=${tls.isOfClient}`)] : [],
    ...authorityOptions(tls),
  ];
  const query = options.flatMap((option, position) => [literal(position === 0 ? '?' : '&'), option]);
  return join(literal(isSrv ? 'mongodb+srv://' : 'mongodb://'), ...userinfo, literal(`${hosts}/${percentEncode(database)}`), ...query);
}

function readOptions(preference: string): BindingValue[] {
  return preference === 'primary' ? [] : [literal(`readPreference=${preference}`)];
}

/** Where clients find the authority, or that there is none; those that trust one by themselves are told nothing. */
function authorityOptions({ authority }: Tls): BindingValue[] {
  if (authority === TlsAuthority.LOGIN) return [join(literal('tlsCAFile='), file(CA_FILE))];
  return authority === TlsAuthority.NONE ? [literal('tlsInsecure=true')] : [];
}
