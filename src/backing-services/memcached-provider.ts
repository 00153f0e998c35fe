import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { amazonElastiCache, AmazonElastiCacheMemcachedProps } from './amazon-elasti-cache-memcached';
import { addressesOf, ExternalHostsProps } from './external-hosts-props';
import { given } from './given';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided, ProvidedOptions } from './provided-by';
import { assertParts } from './required-parts';

/**
 * Memcached of a third party. It is entered with parts `username` and `password`, by SASL, or, in a network that lets nobody else in, without credentials. What is
 * kept in it is spread over all servers by the clients, each in its own way.
 */
export interface ExternalMemcachedProps extends ExternalHostsProps {
  /**
   * How the connection is encrypted. `Tls.NONE` for a server that speaks in the clear, as many do within a network of their own.
   *
   * @default - clients start TLS and verify the server by the part `ca` of the credentials, or, without one, by the authorities they trust
   */
  readonly tls?: Tls;
}

const USUAL = { port: 11211, protocol: Protocol.TCP };
/** SASL knows users. */
const ENTERED_WITH = [['username', 'password']];

/** Who provides a Memcached server. What extends it gives a login of parts `username` and `password`, or none. */
export abstract class MemcachedProvider extends ServiceProvider {
  /**
   * A workload of ours; the mesh encrypts. Usual port: 11211.
   *
   * @throws BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: WorkloadPortOptions = {}): MemcachedProvider {
    return given(MemcachedProvider, ({ id, path }) => memcached(byWorkload(workload, id, options, USUAL), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 11211.
   *
   * @throws BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterProps): MemcachedProvider {
    return given(MemcachedProvider, ({ path }) => memcached(byNeighbour(props, USUAL), props, path));
  }

  /**
   * Amazon ElastiCache: a cluster of nodes, by its configuration endpoint. Clients with Auto Discovery, as Amazon has them for Java, PHP and .NET, learn of the nodes from it
   * and dial them; they are let through to every node. Other clients would use one node alone: tell them the nodes by `external()`. A serverless cache has one
   * endpoint, and is `external()` too. Source: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoDiscovery.html
   *
   * @throws BST801 if the host is no configuration endpoint, BST007 if the port does not exist, BST026 if an address range is none
   */
  public static amazonElastiCache(props: AmazonElastiCacheMemcachedProps): MemcachedProvider {
    return given(MemcachedProvider, ({ path }) => amazonElastiCache(props, path));
  }

  /**
   * A third party. Usual port: 11211.
   *
   * @throws BST801 if a host is neither a DNS name nor an IP address, BST032 if one is not outside, BST007 if the port does not exist, BST026 if `cidrs`
   * leave out a host that is an IP address or an endpoint, BST017 if the credentials lack a part
   */
  public static external(props: ExternalMemcachedProps): MemcachedProvider {
    const { host, otherHosts = [], port = USUAL.port, cidrs, endpoints, tls = Tls.byClient(authorityOf(props.credentials)) } = props;
    return given(MemcachedProvider, ({ path }) => (
      memcached(Locator.external({ cidrs, endpoints, addresses: addressesOf([host, ...otherHosts], port, tls) }), props, path)));
  }
}

guard('MemcachedProvider', MemcachedProvider);

function memcached(locator: Locator, options: ProvidedOptions, path: string): Provision {
  return provided(locator, options, path, credential => assertParts(credential, ENTERED_WITH, path));
}
