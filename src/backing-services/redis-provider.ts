import { CredentialPart } from '../model/credential-part';
import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { assertWhole } from '../private/bounds';
import { CredentialProps } from './credential-options';
import { given } from './given';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided } from './provided-by';
import { assertParts, ENTERS_REDIS } from './required-parts';
import { ExternalServingOptions } from './serving-options';

/**
 * A Redis server of a third party, or any other outside of the cluster. It is entered with parts `password`, and `username` unless it is the
 * default user's; or with a whole `uri`.
 */
export interface ExternalRedisProps extends ExternalServingOptions, CredentialProps {
  /** DNS name of the server. */
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
  /**
   * Logical database.
   *
   * @default 0
   */
  readonly database?: number;
}

const USUAL = { port: 6379, protocol: Protocol.TCP };

/**
 * Who provides a Redis server. What extends it gives a login of parts `password` and, where there is one, `username`, or of a whole `uri`; a
 * part `database` if it is not 0.
 */
export abstract class RedisProvider extends ServiceProvider {
  /** A workload of ours; the mesh encrypts. Usual port: 6379. */
  public static workload(workload: IWorkload, options: WorkloadPortOptions = {}): RedisProvider {
    return given(RedisProvider, ({ id, path }) =>
      provided(byWorkload(workload, id, options, USUAL), options, path, credential => assertParts(credential, ENTERS_REDIS, path)));
  }

  /** Somebody else in this cluster: another team, another program. Usual port: 6379. */
  public static inCluster(props: InClusterProps): RedisProvider {
    return given(RedisProvider, ({ path }) =>
      provided(byNeighbour(props, USUAL), props, path, credential => assertParts(credential, ENTERS_REDIS, path)));
  }

  /**
   * A third party.
   *
   * @throws BST801 if the host is no DNS name, BST032 if it is not outside, BST007 if the port does not exist, BST010 if the database is no whole
   * number in 0..1000000, BST017 if the credentials lack a part
   */
  public static external(props: ExternalRedisProps): RedisProvider {
    return given(RedisProvider, ({ path }) => {
      const { host, port = 6379, cidrs, tls = Tls.byClient(authorityOf(props.credentials)) } = props;
      const database = CredentialPart._literal(String(assertWhole('database', props.database ?? 0, [0, 1_000_000], path)));
      return provided(Locator.external({ cidrs, addresses: [{ host, port, tls }] }), props, path,
        credential => assertParts(credential, ENTERS_REDIS, path).with('database', database));
    });
  }
}

guard('RedisProvider', RedisProvider);
