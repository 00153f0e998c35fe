import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { AmazonElastiCacheProps, amazonElastiCache } from './amazon-elasticache';
import { AzureCacheProps, azureCache } from './azure-cache';
import { CredentialOptions } from './credential-options';
import { DragonflyProps, dragonfly } from './dragonfly';
import { atEachHost } from './further-hosts';
import { given } from './given';
import { GoogleMemorystoreProps, googleMemorystore } from './google-memorystore';
import { OtClusterProps, otCluster, OtReplicationProps, otReplication, OtSentinelProps, otSentinel } from './ot-redis';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload } from './provided-by';
import { ExternalRedisClusterProps, externalRedisCluster, InClusterRedisClusterProps, inClusterRedisCluster } from './redis-cluster';
import { RedisDatabaseOptions, redisProvision } from './redis-provision';
import { ExternalSentinelProps, externalSentinel, InClusterSentinelProps, inClusterSentinel } from './redis-sentinel';
import { FurtherHostsOptions } from './serving-options';

/** How a workload of ours serves Redis. */
export interface RedisWorkloadOptions extends WorkloadPortOptions, RedisDatabaseOptions {}

/** Redis that somebody else runs in this cluster. */
export interface InClusterRedisProps extends InClusterProps, RedisDatabaseOptions {}

/**
 * A Redis server of a third party, or any other outside of the cluster. It is entered with parts `password`, and `username` unless it is the
 * default user's; with a whole `uri`; or, in a network that lets nobody else in, without credentials.
 */
export interface ExternalRedisProps extends FurtherHostsOptions, CredentialOptions, RedisDatabaseOptions {
  /**
   * DNS name of the server, or its IP address: consumers are told it as it is, network policies open that one address, and a mesh knows the server by it. With TLS, few
   * certificates name an address, and a client that verifies the name refuses the others.
   */
  readonly host: string;
  /**
   * Port of the server.
   *
   * @default 6379
   */
  readonly port?: number;
  /**
   * How the connection is encrypted.
   *
   * @default - clients start TLS (`rediss`) and verify the server by the part `ca` of the credentials, or, without one, by the authorities they trust;
   * not all of them send its name, so a mesh takes the port for TCP: say `namingServer()` if all clients do
   */
  readonly tls?: Tls;
}

const USUAL = { port: 6379, protocol: Protocol.TCP };

/**
 * Who provides a Redis server. What extends it gives a login of parts `password` and, where there is one, `username`, or of a whole `uri`; and the
 * database, if it is not 0, as that of the `Provision` or as a part `database`.
 */
export abstract class RedisProvider extends ServiceProvider {
  /**
   * A workload of ours; the mesh encrypts. Usual port: 6379.
   *
   * @throws BST010 if the database is no whole number in 0..1000000, BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: RedisWorkloadOptions = {}): RedisProvider {
    return given(RedisProvider, ({ id, path }) => redisProvision(byWorkload(workload, id, options, USUAL), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 6379.
   *
   * @throws BST010 if the database is no whole number in 0..1000000, BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterRedisProps): RedisProvider {
    return given(RedisProvider, ({ path }) => redisProvision(byNeighbour(props, USUAL), props, path));
  }

  /**
   * A third party.
   *
   * @throws BST801 if a host is neither a DNS name nor an IP address, BST032 if one is not outside, BST007 if the port does not exist, BST026 if `cidrs`
   * leave out a host that is an IP address or an endpoint, BST010 if the database is no whole number in 0..1000000, BST017 if the credentials lack a part, BST016 if the mesh is to start TLS to several
   */
  public static external(props: ExternalRedisProps): RedisProvider {
    return given(RedisProvider, ({ path }) => {
      const { host, port = 6379, cidrs, endpoints, furtherHosts, tls = Tls.byClient(authorityOf(props.credentials)) } = props;
      return redisProvision(Locator.external({ cidrs, endpoints, addresses: atEachHost({ host, port, tls }, furtherHosts) }), props, path);
    });
  }

  /**
   * A master and replicas of a third party, which sentinels watch: clients ask those for the master, and then dial the server that they name. Sentinels and servers
   * are entered each with credentials of its own.
   * Source: https://redis.io/docs/latest/develop/reference/sentinel-clients/
   *
   * @throws BST027 if a sentinel or server is no `host:port` or the ports differ, BST801 if a host is neither a DNS name nor an IP address or the master has no
   * name, BST032 if a host is not outside, BST026 if `cidrs` leave out a host that is an IP address, BST511 if credentials stand in a host, BST010 if the
   * database is no whole number in 0..1000000, BST017 if credentials lack a part, or those of the sentinels have one that nobody is told
   */
  public static sentinel(props: ExternalSentinelProps): RedisProvider {
    return given(RedisProvider, ({ path }) => externalSentinel(props, path));
  }

  /**
   * A master and replicas that somebody else runs in this cluster, with sentinels that watch them. Usual ports: 26379 of the sentinels, 6379 of the servers. The operator of Spotahome, which
   * had its last release in 2023, has no provider of its own.
   *
   * @throws BST801 if the master has no name, BST010 if the database is no whole number in 0..1000000, BST017 if credentials lack a part, or those of the
   * sentinels have one that nobody is told
   */
  public static sentinelInCluster(props: InClusterSentinelProps): RedisProvider {
    return given(RedisProvider, ({ path }) => inClusterSentinel(props, path));
  }

  /**
   * A Redis Cluster of a third party: clients begin at some nodes, learn of the others from them, and dial each. It has the one database 0.
   * Source: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
   *
   * @throws BST027 if a node is no `host:port` or the ports differ, BST801 if a host is neither a DNS name nor an IP address, BST032 if one is not outside, BST026 if
   * `cidrs` leave out a host that is an IP address, BST511 if credentials stand in a host, BST017 if the credentials lack a part
   */
  public static cluster(props: ExternalRedisClusterProps): RedisProvider {
    return given(RedisProvider, ({ path }) => externalRedisCluster(props, path));
  }

  /**
   * A Redis Cluster that somebody else runs in this cluster. Usual port: 6379.
   *
   * @throws BST017 if the credentials lack a part
   */
  public static clusterInCluster(props: InClusterRedisClusterProps): RedisProvider {
    return given(RedisProvider, ({ path }) => inClusterRedisCluster(props, path));
  }

  /**
   * A RedisReplication of the operator of OT-CONTAINER-KIT: consumers dial its master, those who only read its replicas. The operator makes no Secret, so that the password
   * of the one that the resource names is kept where `credentials` say, or there is none.
   * Source: https://redis-operator.opstree.dev/
   *
   * @throws BST801 if the name cannot exist, BST013 if the namespace is unknown, BST010 if the database is no whole number in 0..1000000, BST017 if the
   * credentials lack a part
   */
  public static otReplication(props: OtReplicationProps): RedisProvider {
    return given(RedisProvider, asked => otReplication(props, asked));
  }

  /**
   * A RedisCluster of the operator of OT-CONTAINER-KIT. Its leaders and followers have no label in common that only they have, unless the resource itself has one.
   * Source: https://redis-operator.opstree.dev/
   *
   * @throws BST801 if a name or label cannot exist, BST013 if the namespace is unknown, BST017 if the credentials lack a part
   */
  public static otCluster(props: OtClusterProps): RedisProvider {
    return given(RedisProvider, asked => otCluster(props, asked));
  }

  /**
   * A RedisSentinel of the operator of OT-CONTAINER-KIT, with the RedisReplication that it watches. Their pods have no label in common, unless the resources themselves have one.
   * Source: https://redis-operator.opstree.dev/
   *
   * @throws BST801 if a name or label cannot exist, BST013 if the namespace is unknown, BST016 if there is no label, BST010 if the database is no whole number in
   * 0..1000000, BST017 if credentials lack a part, or those of the sentinels have one that nobody is told
   */
  public static otSentinel(props: OtSentinelProps): RedisProvider {
    return given(RedisProvider, asked => otSentinel(props, asked));
  }

  /**
   * An instance of the Dragonfly operator: one Service, which leads to its master. The operator makes no Secret; without `passwordFromSecret` everybody enters.
   * Source: https://www.dragonflydb.io/docs/managing-dragonfly/operator/installation
   *
   * @throws BST801 if the name cannot exist, BST013 if the namespace is unknown, BST010 if the database is no whole number in 0..1000000, BST017 if the
   * credentials lack a part
   */
  public static dragonfly(props: DragonflyProps): RedisProvider {
    return given(RedisProvider, asked => dragonfly(props, asked));
  }

  /**
   * Redis OSS or Valkey of Amazon ElastiCache, as one server or, by its configuration endpoint or serverless, as a cluster. Clients start TLS, unless the endpoint is that of
   * servers without encryption, and trust Amazon's public authorities. The part `password` is the AUTH token, of 16 to 128 characters, or, beside `username`, that of an RBAC user; IAM is not covered.
   * Source: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Endpoints.html
   *
   * @throws BST801 if an endpoint is none of ElastiCache, BST511 if credentials stand in it, BST016 if the reader endpoint does not belong to it, BST017 if there are credentials
   * for servers without encryption, or they lack a part, BST010 if the database is no whole number in 0..1000000, or that of a cluster is not 0, BST007 if the port
   * does not exist, BST026 if an address range is none
   */
  public static amazonElastiCache(props: AmazonElastiCacheProps): RedisProvider {
    return given(RedisProvider, ({ path }) => amazonElastiCache(props, path));
  }

  /**
   * Azure Cache for Redis, or Azure Managed Redis. Clients start TLS and trust Microsoft's public authorities. A cache whose clients see a cluster (Premium with several shards,
   * Managed Redis with the OSS policy) has nodes at ports that change, which no network policy can follow: choose the Enterprise policy.
   * Source: https://learn.microsoft.com/azure/redis/architecture
   *
   * @throws BST801 if the host is none of Azure's, BST511 if credentials stand in it, BST010 if the database is no whole number in 0..1000000, or that of Azure Managed Redis is
   * not 0, BST017 if the credentials lack a part, BST007 if the port does not exist, BST026 if an address range is none
   */
  public static azureCache(props: AzureCacheProps): RedisProvider {
    return given(RedisProvider, ({ path }) => azureCache(props, path));
  }

  /**
   * An instance of Memorystore for Redis of Google Cloud, which has an IP address. Where it encrypts, each instance has an authority of its own, the part `ca` of the
   * credentials; clients that verify names besides have to be told not to, if its certificate does not name the address.
   * Source: https://cloud.google.com/memorystore/docs/redis/about-in-transit-encryption
   *
   * @throws BST801 if a host is no IP address, BST032 if it is not outside, BST010 if the database is no whole number in 0..1000000, BST017 if the credentials lack
   * a part, BST007 if the port does not exist
   */
  public static googleMemorystore(props: GoogleMemorystoreProps): RedisProvider {
    return given(RedisProvider, ({ path }) => googleMemorystore(props, path));
  }
}

guard('RedisProvider', RedisProvider);
