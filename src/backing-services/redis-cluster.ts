import { AddressRole } from '../model/address';
import { Locator } from '../model/locator';
import { Tls } from '../model/tls';
import { CredentialOptions } from './credential-options';
import { authorityOf, provided } from './provided-by';
import { RedisForm, RedisProvision } from './redis-provision';
import { assertParts, ENTERS_REDIS } from './required-parts';
import { parseServerList } from './server-list';
import { ExternalServingOptions, InClusterServingProps } from './serving-options';

/**
 * A Redis Cluster outside of the cluster of Kubernetes. It is entered as one server is, and has the one database 0.
 */
export interface ExternalRedisClusterProps extends ExternalServingOptions, CredentialOptions {
  /** Nodes that clients begin at, `host:port` each, with one port: by DNS name, or by IP address (`203.0.113.7:6379`, `[2001:db8::7]:6379`). */
  readonly nodes: string[];
  /**
   * Other nodes, `host:port` each, by the hosts that nodes name to clients; `*.` before a domain of two parts or more stands for any name in it. Nodes name IP addresses
   * unless `cluster-preferred-endpoint-type` is `hostname`.
   *
   * @default - none: all are among `nodes`
   */
  readonly furtherNodes?: string[];
  /**
   * How connections to each node are encrypted.
   *
   * @default - clients start TLS (`rediss`) and verify each node by the part `ca` of the credentials, or, without one, by the authorities they trust
   */
  readonly tls?: Tls;
}

/** A Redis Cluster that somebody else runs in this cluster. `service` is its headless Service, which gives out the addresses that nodes name. */
export interface InClusterRedisClusterProps extends InClusterServingProps, CredentialOptions {
  /**
   * Port of the nodes.
   *
   * @default 6379
   */
  readonly port?: number;
}

const CLUSTER: RedisForm = { isCluster: true, entersWith: ENTERS_REDIS };

/** Source: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/ */
export function externalRedisCluster(props: ExternalRedisClusterProps, path: string): RedisProvision {
  const { cidrs, furtherNodes = [], tls = Tls.byClient(authorityOf(props.credentials)) } = props;
  const [first, ...others] = parseServerList(props.nodes, { one: 'node', option: 'nodes' }, path);
  const known = [first, ...others].map(({ host }) => host);
  const further = furtherNodes.length === 0 ? [] : parseServerList(furtherNodes, { one: 'node', option: 'furtherNodes', mayBeAny: true }, path);
  const addresses = [
    { ...first, tls },
    ...others.map(node => ({ ...node, tls, role: AddressRole.ALTERNATE })),
    ...further.filter(({ host }) => !known.includes(host)).map(node => ({ ...node, tls, role: AddressRole.MEMBER })),
  ];
  return redisCluster(Locator.external({ cidrs, addresses }), props, path);
}

/** Clients dial each node, so that the Service is headless unless its owner says otherwise. */
export function inClusterRedisCluster(props: InClusterRedisClusterProps, path: string): RedisProvision {
  const { service, namespace, podLabels, port = 6379, targetPort, headless = true, tls } = props;
  return redisCluster(Locator.inCluster({ namespace, podLabels, addresses: [{ service, port, targetPort, headless, tls }] }), props, path);
}

export function redisCluster(locator: Locator, options: CredentialOptions, path: string, entersWith: RedisForm['entersWith'] = ENTERS_REDIS): RedisProvision {
  return new RedisProvision(provided(locator, options, path, credential => assertParts(credential, entersWith, path)), { ...CLUSTER, entersWith });
}
