import { Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, entered, labels, neighbour, vault } from '../baseline-parts';

const watched = () => ({ masterName: 'mymaster', database: 1, sentinelCredentials: vault().secret('shop/sentinels') });
const operated = () => ({ ...entered(), namespace: 'cache', tls: Tls.byClient() });

/** Redis of several servers, of operators and of those who manage it. */
export const REDIS_FURTHER = {
  'RedisProvider.amazonElastiCache': () => ({ args: [{
    ...entered(), endpoint: 'master.shop.abc123.euc1.cache.amazonaws.com', readerEndpoint: 'replica.shop.abc123.euc1.cache.amazonaws.com', port: 6379, database: 1, cidrs: CIDRS,
  }] }),
  'RedisProvider.azureCache': () => ({ args: [{ ...entered(), host: 'shop.redis.cache.windows.net', port: 6380, database: 1, cidrs: CIDRS }] }),
  'RedisProvider.cluster': () => ({ args: [{ ...entered(), nodes: ['a.example.com:6379'], furtherNodes: ['*.example.com:6379'], tls: Tls.byClient(), cidrs: CIDRS }] }),
  'RedisProvider.clusterInCluster': () => ({ args: [{ ...neighbour, ...entered(), port: 6379 }] }),
  'RedisProvider.dragonfly': () => ({ args: [{ ...operated(), instance: 'cache', database: 1 }] }),
  'RedisProvider.googleMemorystore': () => ({ args: [{ ...entered(), host: '10.0.0.3', readHost: '10.0.0.4', port: 6378, database: 1 }] }),
  'RedisProvider.otCluster': () => ({ args: [{ ...operated(), cluster: 'cache', labels }] }),
  'RedisProvider.otReplication': () => ({ args: [{ ...operated(), replication: 'cache', database: 1 }] }),
  'RedisProvider.otSentinel': () => ({ args: [{ ...operated(), ...watched(), sentinel: 'cache', replication: 'cache', labels }] }),
  'RedisProvider.sentinel': () => ({ args: [{
    ...entered(), ...watched(), sentinels: ['a.example.com:26379'], servers: ['*.example.com:6379'], tls: Tls.byClient(), cidrs: CIDRS,
  }] }),
  'RedisProvider.sentinelInCluster': () => ({ args: [{ ...neighbour, ...entered(), ...watched(), port: 26379, serversService: 'api-headless', serversPort: 6379 }] }),
} satisfies Partial<Record<CallName, Baselines>>;
