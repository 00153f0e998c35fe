import { Construct } from 'constructs';
import { Address } from '../model/address';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { credentialEntries } from './credential-entries';
import { RedisProvider } from './redis-provider';
import { assertParts, ENTERS_REDIS } from './required-parts';

/** What a Redis server is. */
export interface RedisProps {
  /** Who provides it. */
  readonly provider: RedisProvider;
}

const { literal, secret, percentEncoded, join } = BindingValue;

/**
 * A Redis server. Its consumers read `<BINDING>_URL`; user and password in it are percent-encoded. Where the credentials hold the
 * authority of the server's certificate, its file is in `<BINDING>_CA_FILE`: no clients agree on how a URL could name it. StackExchange.Redis of .NET takes no URL:
 * its form is the role `connection-string`, which a password has only if it is known to be URL-safe, because nothing in that form encodes a comma.
 */
export class Redis extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service
   */
  constructor(scope: Construct, id: string, props: RedisProps) {
    acceptArguments('new Redis', [scope, id, props]);
    super(scope, id, { bindingType: 'redis', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.CACHE });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks the part that a server is entered with
   */
  public bind({ credential }: BindingRequest): BindingEntry[] {
    if (credential) assertParts(credential, ENTERS_REDIS, this.path);
    const { primary } = this.locator;
    const database = databaseOf(this._provision.database, credential);
    const part = (name: string) => credential?.has(name) ? [BindingEntry.of(name, secret(credential, name), { file: name })] : [];
    return [
      BindingEntry.of('url', urlOf(primary, database, credential), { variable: 'URL', file: 'uri' }),
      BindingEntry.text('host', primary.host, { file: 'host' }),
      BindingEntry.text('port', String(primary.port), { file: 'port' }),
      BindingEntry.of('database', database, { file: 'database' }),
      BindingEntry.text('ssl', String(primary.tls.isOfClient), { file: 'ssl' }),
      ...part('username'),
      ...part('password'),
      ...stackExchange(primary, database, credential),
      ...credentialEntries(credential, primary.tls, ['database', 'username', 'password', 'uri']),
    ];
  }
}

guard('Redis', Redis);

function databaseOf(said?: string, credential?: Credential): BindingValue {
  if (said !== undefined) return literal(said);
  return credential?.has('database') ? secret(credential, 'database') : literal('0');
}

/** Source: https://www.iana.org/assignments/uri-schemes/prov/redis; a URL without a user name is the default user's. */
function urlOf({ hostAndPort, tls }: Address, database: BindingValue, credential?: Credential): BindingValue {
  if (credential?.has('uri')) return secret(credential, 'uri');
  const userinfo = credential?.has('password') ? [
    ...credential.has('username') ? [percentEncoded(credential, 'username')] : [],
    literal(':'), percentEncoded(credential, 'password'), literal('@'),
  ] : [];
  return join(literal(tls.isOfClient ? 'rediss://' : 'redis://'), ...userinfo, literal(`${hostAndPort}/`), database);
}

/** Source: https://stackexchange.github.io/StackExchange.Redis/Configuration#basic-configuration-strings */
function stackExchange({ hostAndPort, tls }: Address, database: BindingValue, credential?: Credential): BindingEntry[] {
  if (credential?.has('uri') || ['username', 'password'].some(name => credential?.has(name) && !isPlain(credential, name))) return [];
  const option = (name: string, word: string) => credential?.has(name) ? [literal(`,${word}=`), secret(credential, name)] : [];
  const value = join(literal(hostAndPort), ...option('username', 'user'), ...option('password', 'password'), literal(`,ssl=${tls.isOfClient},defaultDatabase=`), database);
  return [BindingEntry.of('connection-string', value)];
}

function isPlain(credential: Credential, name: string): boolean {
  const { isUrlSafe, literal: text } = credential.part(name);
  return isUrlSafe || text !== undefined && /^[\w.~-]+$/.test(text);
}
