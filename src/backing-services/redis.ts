import { Construct } from 'constructs';
import { AddressRole } from '../model/address';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { bootstrapAddresses } from '../model/bootstrap-addresses';
import { Credential } from '../model/credential';
import { DataAccess } from '../model/data-access';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { ConnectionLimitOptions } from './connection-limit-options';
import { credentialEntries } from './credential-entries';
import { clusterEntries, sentinelEntries, singleEntries } from './redis-binding';
import { RedisProvider } from './redis-provider';
import { formOf, RedisForm } from './redis-provision';
import { assertParts } from './required-parts';

/** What a Redis server is. */
export interface RedisProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: RedisProvider;
}

const TOLD = ['database', 'username', 'password', 'uri', 'sentinel-username', 'sentinel-password'];

/**
 * A Redis server. Its consumers read `<BINDING>_URL`; user and password in it are percent-encoded. Where the credentials hold the
 * authority of the server's certificate, its file is in `<BINDING>_CA_FILE`: no clients agree on how a URL could name it. StackExchange.Redis of .NET takes no URL:
 * its form is the role `connection-string`, which a password has only if it is known to be URL-safe, because nothing in that form encodes a comma.
 *
 * Of servers with sentinels no two clients take the same URL: consumers read `<BINDING>_SENTINELS`, of the form `host:port,host:port`, `_SENTINEL_MASTER`, `_DATABASE`, `_SSL`,
 * `_USERNAME` and `_PASSWORD` for the servers, and `_SENTINEL_USERNAME` and `_SENTINEL_PASSWORD` for the sentinels, where there are any. Lettuce's URL is the role
 * `sentinel-url`; it has no password of the sentinels.
 *
 * Of a cluster they read `<BINDING>_NODES`, and in `<BINDING>_URL` the first of these nodes, which redis-py, go-redis and Lettuce take for their cluster clients. ioredis and node-redis
 * forget user and password of a URL as they dial the other nodes: give them `{nodes}`, `{username}` and `{password}` by `EnvNames.map()`.
 */
export class Redis extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST010 if `maxConnections` is no number of connections
   */
  constructor(scope: Construct, id: string, props: RedisProps) {
    acceptArguments('new Redis', [scope, id, props]);
    const provision = provisionOf(props.provider, scope, id);
    super(scope, id, {
      bindingType: 'redis', provision, shape: ServiceShape.CACHE, clientRouted: isOfSeveral(formOf(provision)), maxConnections: props.maxConnections,
    });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks the part that a server is entered with
   */
  public bind({ credential, access }: BindingRequest): BindingEntry[] {
    const form = formOf(this._provision);
    if (credential) assertParts(credential, form.entersWith, this.path);
    return [...this.located(form, access, credential), ...credentialEntries(credential, this.locator.primary.tls, TOLD)];
  }

  private located({ sentinelMaster, isCluster }: RedisForm, access: DataAccess, credential?: Credential): BindingEntry[] {
    const { locator } = this;
    const begin = bootstrapAddresses(this);
    if (isCluster) return clusterEntries(begin, credential);
    const database = databaseOf(this._provision.database, credential);
    if (sentinelMaster !== undefined) return sentinelEntries(begin, sentinelMaster, database, credential);
    const address = access === DataAccess.READ_ONLY ? locator.address(AddressRole.READ_ONLY) ?? locator.primary : locator.primary;
    return singleEntries({ address, credential }, database, address === locator.primary);
  }
}

guard('Redis', Redis);

/** Clients of several servers learn from one of them which to dial. */
function isOfSeveral({ sentinelMaster, isCluster }: RedisForm): boolean {
  return isCluster === true || sentinelMaster !== undefined;
}

function databaseOf(said?: string, credential?: Credential): BindingValue {
  if (said !== undefined) return BindingValue.literal(said);
  return credential?.has('database') ? BindingValue.secret(credential, 'database') : BindingValue.literal('0');
}
