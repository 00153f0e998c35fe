import { Locator } from '../model/locator';
import { Tls } from '../model/tls';
import { assertWhole } from '../private/bounds';
import { CredentialProps } from './credential-options';
import { assertManagedHost } from './managed-host';
import { authorityOf } from './provided-by';
import { ENTERED_BY_PASSWORD, RedisDatabaseOptions, RedisProvision, redisProvision } from './redis-provision';
import { ExternalServingOptions } from './serving-options';

/** Azure Cache for Redis, or Azure Managed Redis. It is entered with the part `password`, which is an access key. */
export interface AzureCacheProps extends CredentialProps, RedisDatabaseOptions, ExternalServingOptions {
  /** Host name: `shop.redis.cache.windows.net`; of Azure Managed Redis, which has the one database 0, `shop.westeurope.redis.azure.net`. */
  readonly host: string;
  /**
   * Port of the server.
   *
   * @default - 6380, or 10000 of Azure Managed Redis
   */
  readonly port?: number;
}

const HOST = {
  what: 'a host of Azure Cache for Redis or Azure Managed Redis',
  pattern: /^[a-z0-9-]+(\.redis\.cache\.(windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)|\.[a-z0-9]+\.redis\.azure\.net)$/,
  like: 'a host such as "shop.redis.cache.windows.net" or "shop.westeurope.redis.azure.net"',
};

/**
 * Sources: https://learn.microsoft.com/azure/azure-cache-for-redis/cache-configure, https://learn.microsoft.com/azure/redis/architecture
 */
export function azureCache(props: AzureCacheProps, path: string): RedisProvision {
  const { cidrs, credentials, database } = props;
  const host = assertManagedHost(props.host, HOST, path);
  const isManagedRedis = host.endsWith('.redis.azure.net');
  if (isManagedRedis && database !== undefined) assertWhole('database of Azure Managed Redis', database, [0, 0], path);
  const { port = isManagedRedis ? 10_000 : 6380 } = props;
  const addresses = [{ host, port, tls: Tls.byClient(authorityOf(credentials)) }];
  return redisProvision(Locator.external({ cidrs, addresses }), props, path, { entersWith: ENTERED_BY_PASSWORD });
}
