import { AddressRole, ServiceAddressProps } from '../model/address';
import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { assertName, NameRule, Names } from '../private/names';
import { CredentialOptions } from './credential-options';
import { Asked } from './given';
import { operatorNamespace } from './operator-namespace';
import { redisCluster } from './redis-cluster';
import { ENTERED_BY_PASSWORD, RedisDatabaseOptions, RedisProvision, redisProvision } from './redis-provision';
import { SentinelOptions, withSentinels } from './redis-sentinel';

/** Where a resource of the Redis operator of OT-CONTAINER-KIT is, and how its servers speak. */
export interface OtRedisOptions extends CredentialOptions {
  /**
   * Namespace of the resource.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * How the servers want connections encrypted: `Tls.byClient(TlsAuthority.LOGIN)` where the resource has a `TLS`, with its authority as the part `ca` of the credentials.
   *
   * @default Tls.NONE
   */
  readonly tls?: Tls;
}

/** A RedisReplication of the Redis operator of OT-CONTAINER-KIT. */
export interface OtReplicationProps extends OtRedisOptions, RedisDatabaseOptions {
  /** Name of the operator's RedisReplication. */
  readonly replication: string;
}

/** A RedisCluster of the Redis operator of OT-CONTAINER-KIT. */
export interface OtClusterProps extends OtRedisOptions {
  /** Name of the operator's RedisCluster. */
  readonly cluster: string;
  /** Labels of the RedisCluster itself, which the operator gives its leaders and followers alike: one at least that only this resource has. */
  readonly labels: Record<string, string>;
}

/** A RedisSentinel of the Redis operator of OT-CONTAINER-KIT, and the RedisReplication that it watches. */
export interface OtSentinelProps extends OtRedisOptions, SentinelOptions {
  /** Name of the operator's RedisSentinel. */
  readonly sentinel: string;
  /** Name of the RedisReplication, as the RedisSentinel's `redisReplicationName` says it. */
  readonly replication: string;
  /** Labels of both resources themselves, which the operator gives the pods of each: one at least that only these two have. */
  readonly labels: Record<string, string>;
}

/** A resource whose Services have an ending, of at most 63 characters together. */
function rule(kind: string, longestEnding: string): NameRule {
  const longest = 63 - longestEnding.length;
  return {
    ...Names.SERVICE, what: `the name of a ${kind}`, longest,
    allowed: `an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most ${longest} characters`,
  };
}

const REPLICATION = rule('RedisReplication', '-additional');
const CLUSTER = rule('RedisCluster', '-follower-additional');
const SENTINEL = rule('RedisSentinel', '-sentinel-additional');

/**
 * Where the operator serves its resources. It makes no Secret: the one that a resource names is somebody else's, and so is the credential.
 * Sources: redis-operator v0.26.0, internal/k8sutils/redis-replication.go, redis-cluster.go, redis-sentinel.go, labels.go (labels of a resource reach its pods).
 */
function located(resource: string, asked: OtRedisOptions & { readonly call: string }, { scope, path }: Asked, rest: {
  readonly podLabels: Record<string, string>; readonly addresses: ServiceAddressProps[];
}): Locator {
  const namespace = operatorNamespace(asked.namespace, 'resource of the Redis operator', `RedisProvider.${asked.call}`, { scope, path });
  const addresses = rest.addresses.map(address => ({ ...address, tls: asked.tls }));
  return Locator.ofOperator({ operator: 'ot-redis-operator', resource, namespace, podLabels: rest.podLabels, addresses });
}

/** With the Services that the operator makes besides. */
function further({ form, ...provision }: RedisProvision, base: string, endings: readonly string[]): RedisProvision {
  const furtherServices = [...provision.furtherServices, ...endings.map(ending => base + ending)];
  return new RedisProvision(new Provision({ ...provision, furtherServices }), form);
}

export function otReplication(props: OtReplicationProps, asked: Asked): RedisProvision {
  const { replication } = props;
  assertName(REPLICATION, replication, asked.path);
  const locator = located(replication, { ...props, call: 'otReplication' }, asked, {
    podLabels: { app: replication, redis_setup_type: 'replication' },
    addresses: [{ service: `${replication}-master`, port: 6379 }, { service: `${replication}-replica`, port: 6379, role: AddressRole.READ_ONLY }],
  });
  const provision = redisProvision(locator, props, asked.path, { entersWith: ENTERED_BY_PASSWORD });
  return further(provision, replication, ['', '-headless', '-additional']);
}

export function otCluster(props: OtClusterProps, asked: Asked): RedisProvision {
  const { cluster, labels } = props;
  assertName(CLUSTER, cluster, asked.path);
  const node = { port: 6379, headless: true, role: AddressRole.MEMBER };
  const locator = located(cluster, { ...props, call: 'otCluster' }, asked, {
    podLabels: { ...labels, redis_setup_type: 'cluster' },
    addresses: [{ service: `${cluster}-leader`, port: 6379 }, { ...node, service: `${cluster}-leader-headless` }, { ...node, service: `${cluster}-follower-headless` }],
  });
  const provision = redisCluster(locator, props, asked.path, ENTERED_BY_PASSWORD);
  return further(provision, cluster, ['-leader-additional', '-follower', '-follower-additional', '-master']);
}

export function otSentinel(props: OtSentinelProps, asked: Asked): RedisProvision {
  const { sentinel, replication, labels } = props;
  assertName(SENTINEL, sentinel, asked.path);
  assertName(REPLICATION, replication, asked.path);
  const locator = located(sentinel, { ...props, call: 'otSentinel' }, asked, {
    podLabels: labels,
    addresses: [
      { service: `${sentinel}-sentinel`, port: 26379 },
      { service: `${replication}-headless`, port: 6379, headless: true, role: AddressRole.MEMBER },
    ],
  });
  const provision = further(withSentinels(locator, props, asked.path), sentinel, ['-sentinel-headless', '-sentinel-additional']);
  return further(provision, replication, ['', '-additional', '-master', '-replica']);
}
