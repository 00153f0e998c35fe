import { AddressRole } from '../model/address';
import { Locator } from '../model/locator';
import { Tls } from '../model/tls';
import { assertWhole } from '../private/bounds';
import { quote, TopologyError } from '../private/topology-error';
import { CredentialOptions } from './credential-options';
import { assertManagedHost } from './managed-host';
import { authorityOf } from './provided-by';
import { redisCluster } from './redis-cluster';
import { ENTERED_BY_PASSWORD, RedisDatabaseOptions, RedisProvision, redisProvision } from './redis-provision';
import { ExternalServingOptions } from './serving-options';

/** Redis OSS or Valkey of Amazon ElastiCache. Its endpoint tells whether it encrypts, and whether it is a cluster. */
export interface AmazonElastiCacheProps extends CredentialOptions, RedisDatabaseOptions, ExternalServingOptions {
  /**
   * Primary endpoint, configuration endpoint of a cluster, or endpoint of a serverless cache, without its port: `master.shop.abc123.euc1.cache.amazonaws.com`,
   * `clustercfg.shop.abc123.euc1.cache.amazonaws.com`, `shop-abc123.serverless.euc1.cache.amazonaws.com`; without encryption `shop.abc123.ng.0001.euc1.cache.amazonaws.com`.
   */
  readonly endpoint: string;
  /**
   * Reader endpoint, for consumers that only read; not of a cluster, whose clients read from its nodes.
   *
   * @default - all are sent to `endpoint`
   */
  readonly readerEndpoint?: string;
  /**
   * Port of the servers.
   *
   * @default 6379
   */
  readonly port?: number;
}

const PRIMARY = {
  what: 'an endpoint of ElastiCache',
  pattern: /^(master\.[a-z0-9-]+\.[a-z0-9]+|clustercfg\.[a-z0-9-]+\.[a-z0-9]+|[a-z0-9-]+\.[a-z0-9]+\.ng\.0001|[a-z0-9-]+\.serverless)\.[a-z0-9]+\.cache\.amazonaws\.com(\.cn)?$/,
  like: 'a host such as "master.shop.abc123.euc1.cache.amazonaws.com", with "clustercfg" in place of "master" for a cluster',
};
const READER = {
  what: 'the reader endpoint of ElastiCache',
  pattern: /^(replica\.[a-z0-9-]+\.[a-z0-9]+|[a-z0-9-]+-ro\.[a-z0-9]+\.ng\.0001)\.[a-z0-9]+\.cache\.amazonaws\.com(\.cn)?$/,
  like: 'a host such as "replica.shop.abc123.euc1.cache.amazonaws.com"',
};
const IN_THE_CLEAR = '.ng.0001.';

/**
 * Source: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Endpoints.html. Clients of a cluster are named its nodes by hosts beside the configuration endpoint; those of a
 * serverless cache find replicas at port 6380 of the same host.
 */
export function amazonElastiCache(props: AmazonElastiCacheProps, path: string): RedisProvision {
  const { readerEndpoint, port = 6379, cidrs, credentials } = props;
  const host = assertManagedHost(props.endpoint, PRIMARY, path);
  const isClear = host.includes(IN_THE_CLEAR);
  if (isClear && credentials) throw enteredInTheClear(host, path);
  const tls = isClear ? Tls.NONE : Tls.byClient(authorityOf(credentials));
  const first = { host, port, tls };
  const further = furtherNodes(host, port);
  if (further === undefined) {
    const reader = readerEndpoint === undefined ? [] : [{ host: readerOf(readerEndpoint, isClear, path), port, tls, role: AddressRole.READ_ONLY }];
    return redisProvision(Locator.external({ cidrs, addresses: [first, ...reader] }), props, path, { entersWith: ENTERED_BY_PASSWORD });
  }
  if (readerEndpoint !== undefined) throw readsFromNodes(readerEndpoint, path);
  if (props.database !== undefined) assertWhole('database of a cluster', props.database, [0, 0], path);
  const member = { ...further, tls, role: AddressRole.MEMBER };
  const { readOnlyCredentials } = props;
  return redisCluster(Locator.external({ cidrs, addresses: [first, member] }), { credentials, readOnlyCredentials }, path, ENTERED_BY_PASSWORD);
}

/** What clients of a cluster dial besides; undefined if it is none. */
function furtherNodes(host: string, port: number): { readonly host: string; readonly port: number } | undefined {
  if (host.startsWith('clustercfg.')) return { host: host.replace('clustercfg.', '*.'), port };
  return host.includes('.serverless.') ? { host, port: 6380 } : undefined;
}

function readerOf(readerEndpoint: string, isClear: boolean, path: string): string {
  const host = assertManagedHost(readerEndpoint, READER, path);
  if (host.includes(IN_THE_CLEAR) === isClear) return host;
  throw new TopologyError({
    code: 'BST016',
    path,
    problem: `of the endpoint and the reader endpoint ${quote(host)} one is of servers that encrypt, the other of servers that do not`,
    fix: 'give both endpoints of one replication group',
  });
}

/** Source: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html */
function enteredInTheClear(host: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST017',
    path,
    problem: `there are credentials, and ${quote(host)} is an endpoint without encryption in transit: ElastiCache takes AUTH with it alone`,
    fix: 'give the endpoint of servers that encrypt, which begins with "master." or "clustercfg.", or leave the credentials out',
  });
}

function readsFromNodes(readerEndpoint: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST016',
    path,
    problem: `the reader endpoint ${quote(readerEndpoint)} stands beside the endpoint of a cluster, whose clients read from its nodes`,
    fix: 'leave readerEndpoint out',
  });
}
