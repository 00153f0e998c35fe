import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry, BindingRequest } from '../model/binding-entry';
import { Protocol } from '../model/protocol';
import { SecretReference } from '../model/secret-reference';
import { EndpointOrigin, workloadEndpoint, WorkloadPortOptions } from '../model/service-endpoint';
import { pathOf, topologyOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { assertPort } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { assertHost } from '../private/host';
import { assertName, NameRule } from '../private/names';
import { cloudNativePg } from './cloud-native-pg';
import { PostgresLocation, postgresEntries } from './postgres-binding';

/** A cluster of the CloudNativePG operator. */
export interface CloudNativePgProps {
  /** Name of the operator's Cluster. */
  readonly cluster: string;
  /**
   * Namespace of the Cluster. Its Secrets can be read there only, so consumers must live there too.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * Secret that holds the authority of the servers' certificate, under the key `ca.crt`.
   *
   * @default - `<cluster>-ca`, which the operator makes
   */
  readonly caSecret?: string;
}

/** A PostgreSQL server of a third party, or one that this program knows nothing more of. */
export interface PostgresEndpointProps {
  /** DNS name of the server. */
  readonly host: string;
  /**
   * Port of the server.
   *
   * @default 5432
   */
  readonly port?: number;
  /** Database. */
  readonly database: string;
  /** User name and password, as a reference. With a CA in it, the server's certificate is verified. */
  readonly credentials: SecretReference;
  /**
   * User name and password of a user that may only read, for consumers that declare `DataAccess.READ_ONLY`.
   *
   * @default - none: such a declaration is refused
   */
  readonly readOnlyCredentials?: SecretReference;
  /**
   * Address ranges (CIDR) that the server answers from, for network policies.
   *
   * @default - any address, on the server's port
   */
  readonly cidrs?: string[];
}

/** A PostgreSQL server in a workload of ours. */
export interface PostgresWorkloadOptions extends WorkloadPortOptions {
  /** Database. */
  readonly database: string;
  /** User name and password, as a reference. */
  readonly credentials: SecretReference;
}

/** NAMEDATALEN of PostgreSQL is 64 bytes; longer names are cut silently. */
const DATABASE: NameRule = {
  what: 'a database',
  pattern: /^[^\p{Cc}\p{Cs}]+$/u,
  longest: 63,
  allowed: '1 to 63 characters, none a control character and none invisible',
};

/** Who provides a PostgreSQL database. */
export class PostgresProvider {
  /**
   * The CloudNativePG operator: the bootstrap database, with the credentials and the authority that the operator keeps.
   * Readers are sent to the replicas. Source: https://cloudnative-pg.io/documentation/current/applications/
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown
   */
  public static cloudNativePg(props: CloudNativePgProps): PostgresProvider {
    return new PostgresProvider((scope, id) => {
      const path = pathOf(scope, id);
      return cloudNativePg(props.cluster, props.namespace ?? topologyOf(scope).namespace, props.caSecret, path);
    });
  }

  /**
   * A server with a name, a port and credentials: a managed database, or one that another program runs.
   *
   * @throws BST801 if the host is no DNS name or the database has no name, BST007 if the port does not exist
   */
  public static endpoint(props: PostgresEndpointProps): PostgresProvider {
    return new PostgresProvider((scope, id) => {
      const path = pathOf(scope, id);
      return {
        endpoint: {
          origin: EndpointOrigin.EXTERNAL,
          host: assertHost(props.host, path),
          port: assertPort(props.port ?? 5432, path),
          cidrs: assertCidrs(props.cidrs, path),
        },
        provider: 'postgresql',
        database: assertName(DATABASE, props.database, path),
        credentials: props.credentials,
        readOnlyCredentials: props.readOnlyCredentials,
        sslmode: props.credentials.has('ca') ? 'verify-full' : 'require',
      };
    });
  }

  /** A workload of ours; the mesh encrypts. Usual port: 5432. */
  public static workload(workload: IWorkload, options: PostgresWorkloadOptions): PostgresProvider {
    return new PostgresProvider((scope, id) => ({
      endpoint: workloadEndpoint(scope, id, workload, { ...options, port: options.port ?? 5432 }),
      provider: 'postgresql',
      database: assertName(DATABASE, options.database, pathOf(scope, id)),
      credentials: options.credentials,
      sslmode: 'disable',
    }));
  }

  /** @internal */
  public readonly _locate: (scope: Construct, id: string) => PostgresLocation;

  private constructor(locate: (scope: Construct, id: string) => PostgresLocation) {
    this._locate = locate;
  }
}

/** What a PostgreSQL database is. */
export interface PostgresProps {
  /** Who provides it. */
  readonly provider: PostgresProvider;
}

/**
 * A PostgreSQL database. Its consumers read `<BINDING>_URL`, whoever provides it; user and password in it are percent-encoded.
 *
 * To a mesh it is TCP: clients and server negotiate TLS in the protocol, which a sidecar cannot start for them.
 */
export class Postgres extends BackingService {
  private readonly location: PostgresLocation;

  /**
   * @throws BST801 if the id cannot name a Service, BST013 if an operator's namespace is unknown
   */
  constructor(scope: Construct, id: string, props: PostgresProps) {
    const location = props.provider._locate(scope, id);
    super(scope, id, {
      bindingType: 'postgresql',
      bindingProvider: location.provider,
      shape: ServiceShape.DATABASE,
      protocol: Protocol.TCP,
      endpoint: location.endpoint,
      readOnlyEnforced: location.readOnlyHost !== undefined || location.readOnlyCredentials !== undefined,
    });
    this.location = location;
  }

  public bind(request: BindingRequest): BindingEntry[] {
    return postgresEntries(this.location, request);
  }
}
