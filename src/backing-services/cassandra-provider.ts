import { AddressRole } from '../model/address';
import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { topologyOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { AmazonKeyspacesProps, keyspacesHost } from './amazon-keyspaces';
import { CassandraDatacenterProps, datacenterSettings, ENTERS_CASSANDRA, keyspaceName } from './cassandra-keyspace';
import { ExternalHostProps } from './external-host-props';
import { given } from './given';
import { k8ssandra, K8ssandraProps } from './k8ssandra';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided, ProvidedOptions } from './provided-by';
import { assertParts } from './required-parts';
import { scyllaOperator, ScyllaOperatorProps } from './scylla-operator';

/** How a workload of ours serves CQL. */
export interface CassandraWorkloadOptions extends WorkloadPortOptions, CassandraDatacenterProps {}

/** A Cassandra cluster that somebody else runs in this cluster. */
export interface InClusterCassandraProps extends InClusterProps, CassandraDatacenterProps {}

/**
 * A Cassandra cluster of a third party. It is entered with parts `username` and `password`, or, in a network that lets nobody else in, without credentials.
 */
export interface ExternalCassandraProps extends ExternalHostProps, CassandraDatacenterProps {
  /**
   * DNS names or IP addresses of further nodes that clients begin at, at the same port.
   *
   * @default - clients begin at `host` alone
   */
  readonly alternateHosts?: string[];
  /**
   * DNS names or IP addresses that nodes give out besides, and that clients learn from those where they begin; `*.` before a domain of two parts or more stands
   * for any name in it.
   *
   * @default - those where clients begin only
   */
  readonly nodeHosts?: string[];
  /**
   * How the connection is encrypted. `Tls.NONE` for a cluster that speaks in the clear, as many do within a network of their own.
   *
   * @default - clients start TLS and verify the nodes by the part `ca` of the credentials, or, without one, by the authorities they trust
   */
  readonly tls?: Tls;
}

const USUAL = { port: 9042, protocol: Protocol.TCP };

/**
 * Who provides a Cassandra cluster. What extends it gives the name of the datacenter as setting `datacenter` of the `Provision`, the keyspace, if there is
 * one, as its database; a login of parts `username` and `password`, or none; the nodes that clients begin at as addresses with `AddressRole.ALTERNATE`, and
 * those that they learn of with `AddressRole.MEMBER`.
 */
export abstract class CassandraProvider extends ServiceProvider {
  /**
   * A workload of ours; the mesh encrypts. Usual port: 9042.
   *
   * @throws BST801 if a datacenter or keyspace cannot have its name, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: CassandraWorkloadOptions): CassandraProvider {
    return given(CassandraProvider, ({ id, path }) => cassandra(byWorkload(workload, id, options, USUAL), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 9042.
   *
   * @throws BST801 if a datacenter or keyspace cannot have its name, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterCassandraProps): CassandraProvider {
    return given(CassandraProvider, ({ path }) => cassandra(byNeighbour(props, USUAL), props, path));
  }

  /**
   * K8ssandra, or its cass-operator alone: a CassandraDatacenter resource, entered as the superuser that the operator makes, or as a user of yours.
   * Source: https://docs.k8ssandra.io/tasks/secure/
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST017 if the credentials lack a part, BST511 if a URL stands in place of a name
   */
  public static k8ssandra(props: K8ssandraProps): CassandraProvider {
    return given(CassandraProvider, ({ scope, path }) => {
      const { namespace = topologyOf(scope).namespace } = props;
      return k8ssandra({ ...props, namespace }, path);
    });
  }

  /**
   * ScyllaDB Operator: a ScyllaCluster or ScyllaDBDatacenter resource. Source: https://operator.docs.scylladb.com/
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST017 if the credentials lack a part, BST511 if a URL stands in place of a name
   */
  public static scyllaOperator(props: ScyllaOperatorProps): CassandraProvider {
    return given(CassandraProvider, ({ scope, path }) => {
      const { namespace = topologyOf(scope).namespace } = props;
      return scyllaOperator({ ...props, namespace }, path);
    });
  }

  /**
   * A third party. Usual port: 9042.
   *
   * @throws BST801 if a host is neither a DNS name nor an IP address, or a datacenter or keyspace cannot have its name, BST032 if a host is not outside,
   * BST007 if the port does not exist, BST026 if `cidrs` leave out a host that is an IP address or an endpoint, BST511 if a URL stands in place of a name, BST017 if the credentials lack a part
   */
  public static external(props: ExternalCassandraProps): CassandraProvider {
    const { host, port = USUAL.port, cidrs, endpoints, alternateHosts = [], nodeHosts = [], credentials } = props;
    const { tls = Tls.byClient(authorityOf(credentials)) } = props;
    const addresses = [
      { host, port, tls },
      ...alternateHosts.map(alternate => ({ host: alternate, port, tls, role: AddressRole.ALTERNATE })),
      ...nodeHosts.map(node => ({ host: node, port, tls, role: AddressRole.MEMBER })),
    ];
    return given(CassandraProvider, ({ path }) => cassandra(Locator.external({ cidrs, endpoints, addresses }), props, path));
  }

  /**
   * Amazon Keyspaces, in a region, by its port 9142 with TLS. Clients enter with service-specific credentials, and verify the server by the part `ca` of the credentials or,
   * without one, by the authorities that they trust, which Amazon's are among; the region is the datacenter.
   * Source: https://docs.aws.amazon.com/keyspaces/latest/devguide/programmatic.endpoints.html
   *
   * @throws BST801 if the region or the keyspace cannot have its name, BST026 if an address range is none, BST511 if a URL stands in place of a name, BST017 if the credentials lack a part
   */
  public static amazonKeyspaces(props: AmazonKeyspacesProps): CassandraProvider {
    return given(CassandraProvider, ({ path }) => {
      const { region, cidrs, credentials } = props;
      const addresses = [{ host: keyspacesHost(region, path), port: 9142, tls: Tls.byClient(authorityOf(credentials)) }];
      return cassandra(Locator.external({ cidrs, addresses }), { ...props, datacenter: region }, path);
    });
  }
}

guard('CassandraProvider', CassandraProvider);

function cassandra(locator: Locator, options: ProvidedOptions & CassandraDatacenterProps, path: string): Provision {
  const database = keyspaceName(options.keyspace, path);
  const provision = provided(locator, { ...options, database }, path, credential => assertParts(credential, ENTERS_CASSANDRA, path));
  return new Provision({ ...provision, settings: datacenterSettings(options.datacenter, path) });
}
