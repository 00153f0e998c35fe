import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { assertWhole } from '../private/bounds';
import { CredentialOptions } from './credential-options';
import { atEachHost } from './further-hosts';
import { given } from './given';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided, ProvidedOptions } from './provided-by';
import { assertParts, ENTERS_REDIS } from './required-parts';
import { FurtherHostsOptions } from './serving-options';

/** Which of the databases of one Redis server. */
export interface RedisDatabaseOptions {
  /**
   * Number of the logical database: a whole number in 0..1000000. A whole `uri` of the credentials says its own.
   *
   * @default - the part `database` of the credentials, or 0
   */
  readonly database?: number;
}

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
    return given(RedisProvider, ({ id, path }) => redis(byWorkload(workload, id, options, USUAL), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 6379.
   *
   * @throws BST010 if the database is no whole number in 0..1000000, BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterRedisProps): RedisProvider {
    return given(RedisProvider, ({ path }) => redis(byNeighbour(props, USUAL), props, path));
  }

  /**
   * A third party.
   *
   * @throws BST801 if a host is neither a DNS name nor an IP address, BST032 if one is not outside, BST007 if the port does not exist, BST026 if `cidrs`
   * leave out a host that is an IP address, BST010 if the database is no whole number in 0..1000000, BST017 if the credentials lack a part, BST016 if the mesh is to start TLS to several
   */
  public static external(props: ExternalRedisProps): RedisProvider {
    return given(RedisProvider, ({ path }) => {
      const { host, port = 6379, cidrs, furtherHosts, tls = Tls.byClient(authorityOf(props.credentials)) } = props;
      return redis(Locator.external({ cidrs, addresses: atEachHost({ host, port, tls }, furtherHosts) }), props, path);
    });
  }
}

guard('RedisProvider', RedisProvider);

/** A database of a server; it is told whether or not anybody needs a credential. */
function redis(locator: Locator, options: Omit<ProvidedOptions, 'database'> & RedisDatabaseOptions, path: string): Provision {
  const { database } = options;
  if (database !== undefined) assertWhole('database', database, [0, 1_000_000], path);
  return provided(locator, { ...options, database: database?.toString() }, path, credential => assertParts(credential, ENTERS_REDIS, path));
}
