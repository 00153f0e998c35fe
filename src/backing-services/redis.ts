import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry, BindingRequest } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { DataAccess } from '../model/data-access';
import { Protocol } from '../model/protocol';
import { SecretReference } from '../model/secret-reference';
import { EndpointOrigin, ServiceEndpoint, workloadEndpoint, WorkloadPortOptions } from '../model/service-endpoint';
import { pathOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { assertPort, assertWhole } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { assertHost } from '../private/host';

/** A Redis server of a third party, or one that this program knows nothing more of. */
export interface RedisEndpointProps {
  /** DNS name of the server. */
  readonly host: string;
  /**
   * Port of the server.
   *
   * @default 6379
   */
  readonly port?: number;
  /** User name and password, as a reference; with TLS also the authority of the server's certificate, if it is not a public one. */
  readonly credentials: SecretReference;
  /**
   * User name and password of a user that may only read, for consumers that declare `DataAccess.READ_ONLY`.
   *
   * @default - none: such a declaration is refused
   */
  readonly readOnlyCredentials?: SecretReference;
  /**
   * Whether clients start TLS (`rediss`).
   *
   * @default true
   */
  readonly tls?: boolean;
  /**
   * Logical database.
   *
   * @default 0
   */
  readonly database?: number;
  /**
   * Address ranges (CIDR) that the server answers from, for network policies.
   *
   * @default - any address, on the server's port
   */
  readonly cidrs?: string[];
}

/** A Redis server in a workload of ours. */
export interface RedisWorkloadOptions extends WorkloadPortOptions {
  /**
   * User name and password, as a reference.
   *
   * @default - none: the mesh's identities guard it
   */
  readonly credentials?: SecretReference;
}

interface RedisLocation {
  readonly endpoint: ServiceEndpoint;
  readonly tls: boolean;
  readonly database: number;
  readonly credentials?: SecretReference;
  readonly readOnlyCredentials?: SecretReference;
}

/** Who provides a Redis server. */
export class RedisProvider {
  /**
   * A server with a name, a port and credentials.
   *
   * @throws BST801 if the host is no DNS name, BST007 if the port does not exist, BST010 if the database is no whole number in 0..1000000
   */
  public static endpoint(props: RedisEndpointProps): RedisProvider {
    return new RedisProvider((scope, id) => {
      const path = pathOf(scope, id);
      return {
        endpoint: {
          origin: EndpointOrigin.EXTERNAL,
          host: assertHost(props.host, path),
          port: assertPort(props.port ?? 6379, path),
          cidrs: assertCidrs(props.cidrs, path),
        },
        tls: props.tls ?? true,
        database: assertWhole('database', props.database ?? 0, [0, 1_000_000], path),
        credentials: props.credentials,
        readOnlyCredentials: props.readOnlyCredentials,
      };
    });
  }

  /** A workload of ours; the mesh encrypts. Usual port: 6379. */
  public static workload(workload: IWorkload, options: RedisWorkloadOptions = {}): RedisProvider {
    return new RedisProvider((scope, id) => ({
      endpoint: workloadEndpoint(scope, id, workload, { ...options, port: options.port ?? 6379 }),
      tls: false,
      database: 0,
      credentials: options.credentials,
    }));
  }

  /** @internal */
  public readonly _locate: (scope: Construct, id: string) => RedisLocation;

  private constructor(locate: (scope: Construct, id: string) => RedisLocation) {
    this._locate = locate;
  }
}

/** What a Redis server is. */
export interface RedisProps {
  /** Who provides it. */
  readonly provider: RedisProvider;
}

const { literal, secret, percentEncoded, join } = BindingValue;

const CA_FILE = 'ca.crt';

/**
 * A Redis server. Its consumers read `<BINDING>_URL`; user and password in it are percent-encoded. Where the credentials hold the
 * authority of the server's certificate, its file is in `<BINDING>_CA_FILE`: no clients agree on how a URL could name it.
 */
export class Redis extends BackingService {
  private readonly location: RedisLocation;

  /**
   * @throws BST801 if the id cannot name a Service
   */
  constructor(scope: Construct, id: string, props: RedisProps) {
    const location = props.provider._locate(scope, id);
    super(scope, id, {
      bindingType: 'redis',
      bindingProvider: 'redis',
      shape: ServiceShape.CACHE,
      protocol: location.tls ? Protocol.TLS : Protocol.TCP,
      endpoint: location.endpoint,
      readOnlyEnforced: location.readOnlyCredentials !== undefined,
    });
    this.location = location;
  }

  public bind(request: BindingRequest): BindingEntry[] {
    const { endpoint, tls, database, readOnlyCredentials } = this.location;
    const credentials = request.access === DataAccess.READ_ONLY ? readOnlyCredentials : this.location.credentials;
    return [
      { variable: 'URL', file: 'uri', value: this.url(credentials) },
      { file: 'host', value: literal(endpoint.host) },
      { file: 'port', value: literal(String(endpoint.port)) },
      { file: 'database', value: literal(String(database)) },
      { file: 'ssl', value: literal(String(tls)) },
      ...credentials ? [
        { file: 'username', value: secret(credentials, 'username') },
        { file: 'password', value: secret(credentials, 'password') },
      ] : [],
      ...tls && credentials?.has('ca') ? [
        { variable: 'CA_FILE', value: literal(`${request.folder}/${CA_FILE}`) },
        { file: CA_FILE, value: secret(credentials, 'ca') },
      ] : [],
    ];
  }

  private url(credentials?: SecretReference): BindingValue {
    const { endpoint, tls, database } = this.location;
    if (credentials?.has('uri')) return secret(credentials, 'uri');
    const userinfo = credentials
      ? [percentEncoded(credentials, 'username'), literal(':'), percentEncoded(credentials, 'password'), literal('@')]
      : [];
    return join(literal(tls ? 'rediss://' : 'redis://'), ...userinfo, literal(`${endpoint.host}:${endpoint.port}/${database}`));
  }
}
