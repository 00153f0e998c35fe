import { AddressRole } from '../model/address';
import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { topologyOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { ExternalHostProps } from './external-host-props';
import { given } from './given';
import { ENTERS_MONGODB } from './mongo-db-binding';
import { mongoDbCommunity, MongoDbCommunityProps } from './mongo-db-community';
import { mongoDbDatabase, MongoDbReplicaSetProps, mongoDbSettings } from './mongo-db-database';
import { AtlasProps, MongoDbSrvProps, srvLocator } from './mongo-db-srv';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided, ProvidedOptions } from './provided-by';
import { assertParts } from './required-parts';

/** How a workload of ours serves MongoDB. */
export interface MongoDbWorkloadOptions extends WorkloadPortOptions, MongoDbReplicaSetProps {}

/** MongoDB that somebody else runs in this cluster. */
export interface InClusterMongoDbProps extends InClusterProps, MongoDbReplicaSetProps {}

/**
 * A MongoDB server of a third party, or several. They are entered with parts `username` and `password`; with a whole `uri`, which consumers are told as it
 * is; or, in a network that lets nobody else in, without credentials.
 */
export interface ExternalMongoDbProps extends ExternalHostProps, MongoDbReplicaSetProps {
  /**
   * DNS names or IP addresses of further members of the replica set that clients begin at, at the same port.
   *
   * @default - clients begin at `host` alone
   */
  readonly alternateHosts?: string[];
  /**
   * DNS names or IP addresses that members give out besides, and that clients learn from those where they begin; `*.` before a domain of two parts or more
   * stands for any name in it.
   *
   * @default - those where clients begin only
   */
  readonly memberHosts?: string[];
  /**
   * How the connection is encrypted.
   *
   * @default - clients start TLS and verify the server by the part `ca` of the credentials, or, without one, by the authorities they trust; all drivers
   * send the server's name
   */
  readonly tls?: Tls;
}

const USUAL = { port: 27017, protocol: Protocol.TCP };

/**
 * Who provides a MongoDB database. What extends it gives the database as that of the `Provision`; a login of parts `username` and `password`, or of a whole `uri`, or
 * none; the members that clients begin at as addresses with `AddressRole.ALTERNATE`, and those that they learn of with `AddressRole.MEMBER`. Among the
 * settings of the `Provision` may be `replica-set`, `auth-source`, `srv` (`true` if the primary host has SRV records), and `hosts`, in place of what the
 * addresses tell. To a `uri` in a Secret of an operator, which has a query already, where clients have the authority is appended.
 */
export abstract class MongoDbProvider extends ServiceProvider {
  /**
   * A workload of ours; the mesh encrypts. Usual port: 27017.
   *
   * @throws BST801 if a database or replica set cannot have its name, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: MongoDbWorkloadOptions): MongoDbProvider {
    return given(MongoDbProvider, ({ id, path }) => mongoDb(byWorkload(workload, id, options, USUAL), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 27017.
   *
   * @throws BST801 if a database or replica set cannot have its name, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterMongoDbProps): MongoDbProvider {
    return given(MongoDbProvider, ({ path }) => mongoDb(byNeighbour(props, USUAL), props, path));
  }

  /**
   * The MongoDB Community Operator, or MongoDB Controllers for Kubernetes, its successor: a user of a MongoDBCommunity resource, with the credentials that the
   * operator keeps. Source: https://www.mongodb.com/docs/kubernetes/current/tutorial/connect-from-inside-k8s/
   *
   * @throws BST801 if a name cannot exist, BST010 if the number of members is none in 1..50, BST013 if the namespace is unknown, BST017 if the credentials lack a part, BST511 if
   * a URL stands in place of a name
   */
  public static community(props: MongoDbCommunityProps): MongoDbProvider {
    return given(MongoDbProvider, ({ scope, path }) => {
      const { namespace = topologyOf(scope).namespace } = props;
      return mongoDbCommunity({ ...props, namespace }, path);
    });
  }

  /**
   * A third party, by the hosts of its servers. Usual port: 27017.
   *
   * @throws BST801 if a host is neither a DNS name nor an IP address, or a database or replica set cannot have its name, BST032 if a host is not outside,
   * BST007 if the port does not exist, BST026 if `cidrs` leave out a host that is an IP address or an endpoint, BST511 if a URL stands in place of a name, BST017 if the credentials lack a part
   */
  public static external(props: ExternalMongoDbProps): MongoDbProvider {
    const { host, port = USUAL.port, cidrs, endpoints, alternateHosts = [], memberHosts = [], credentials } = props;
    const { tls = Tls.byClient(authorityOf(credentials)).namingServer() } = props;
    const addresses = [
      { host, port, tls },
      ...alternateHosts.map(alternate => ({ host: alternate, port, tls, role: AddressRole.ALTERNATE })),
      ...memberHosts.map(member => ({ host: member, port, tls, role: AddressRole.MEMBER })),
    ];
    return given(MongoDbProvider, ({ path }) => mongoDb(Locator.external({ cidrs, endpoints, addresses }), props, path));
  }

  /**
   * A third party, by the one name that has SRV records of its servers (`mongodb+srv`). Clients ask for those by DNS, and then connect to what they name.
   * Source: https://www.mongodb.com/docs/manual/reference/connection-string/#srv-connection-format
   *
   * @throws BST801 if the host is no DNS name or the database cannot have its name, BST032 if a host is not outside, BST007 if the port does not exist, BST511 if
   * a URL stands in place of a name, BST017 if the credentials lack a part
   */
  public static srv(props: MongoDbSrvProps): MongoDbProvider {
    return given(MongoDbProvider, ({ path }) => mongoDb(srvLocator(props, path), props, path, { srv: 'true' }));
  }

  /**
   * MongoDB Atlas, the managed service, by the name in its `mongodb+srv` connection string. Clients start TLS and verify the servers by the public authorities
   * that they trust; users are kept in `admin`. Source: https://www.mongodb.com/docs/atlas/driver-connection/
   *
   * @throws BST801 if the host is no DNS name below mongodb.net or the database cannot have its name, BST511 if a URL stands in place of a name, BST017 if
   * the credentials lack a part
   */
  public static atlas(props: AtlasProps): MongoDbProvider {
    return given(MongoDbProvider, ({ path }) => mongoDb(srvLocator({ ...props, below: 'mongodb.net' }, path), props, path, { srv: 'true' }));
  }
}

guard('MongoDbProvider', MongoDbProvider);

/** A database of a server; it is told whether or not anybody needs a credential. */
function mongoDb(
  locator: Locator, options: Omit<ProvidedOptions, 'database'> & MongoDbReplicaSetProps, path: string, settings: Record<string, string> = {},
): Provision {
  const database = mongoDbDatabase(options.database, path);
  const provision = provided(locator, { ...options, database }, path, credential => assertParts(credential, ENTERS_MONGODB, path));
  return new Provision({ ...provision, settings: { ...settings, ...mongoDbSettings(options, path) } });
}
