import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { ServiceProvider } from '../model/service-provider';
import { Tls, TlsStart } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { TopologyError } from '../private/topology-error';
import { CredentialOptions } from './credential-options';
import { atEachHost } from './further-hosts';
import { given } from './given';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided } from './provided-by';
import { FurtherHostsOptions } from './serving-options';
import { TlsOrigination } from './tls-origination';
import { assertUsableInTheClear } from './usable-in-the-clear';

/** Where a third party's gRPC service is. */
export interface ExternalGrpcProps extends FurtherHostsOptions, CredentialOptions {
  /** DNS name; no IP address, as a mesh knows calls by name. */
  readonly host: string;
  /**
   * Port of the server.
   *
   * @default 443
   */
  readonly port?: number;
  /**
   * How the connection is encrypted. `Tls.NONE` for a server that speaks in the clear, whose calls a mesh can time and retry.
   *
   * @default - clients start TLS and verify the server by the part `ca` of the credentials, or, without one, by the authorities they trust
   */
  readonly tls?: Tls;
  /**
   * Who starts TLS. A mesh can time and retry only what it can read: if the client starts TLS, such policies are refused. `TlsOrigination.MESH` gives
   * consumers a target at port 80 to which they speak in the clear, and their sidecar starts TLS to `port`. Not with `tls`.
   *
   * @default TlsOrigination.CLIENT - the client starts TLS, unless `tls` says otherwise
   */
  readonly tlsOrigination?: TlsOrigination;
}

const USUAL = { port: 50051, protocol: Protocol.GRPC };
/** Where a client speaks in the clear to its sidecar, as for HTTP: one sidecar listens there for all hosts, by name. */
const IN_THE_CLEAR = 80;

/** Who provides a gRPC service. What extends it gives a primary address with `Protocol.GRPC`. */
export abstract class GrpcProvider extends ServiceProvider {
  /** A workload of ours. Usual port: 50051. */
  public static workload(workload: IWorkload, options: WorkloadPortOptions = {}): GrpcProvider {
    return given(GrpcProvider, ({ id, path }) => provided(byWorkload(workload, id, options, USUAL), options, path));
  }

  /** Somebody else in this cluster: another team, another program. Usual port: 50051. */
  public static inCluster(props: InClusterProps): GrpcProvider {
    return given(GrpcProvider, ({ path }) => provided(byNeighbour(props, USUAL), props, path));
  }

  /**
   * A third party. Unless told otherwise, the client starts TLS, so that a mesh cannot see single calls and policies on them are refused.
   *
   * @throws BST801 if a host is no DNS name, BST032 if one is not outside, BST007 if the port does not exist, BST016 if both `tls` and `tlsOrigination` are
   * given, BST017 if the credentials have a part that only a client can use which starts TLS itself
   */
  public static external(props: ExternalGrpcProps): GrpcProvider {
    return given(GrpcProvider, ({ path }) => {
      const { host, port = 443, cidrs, endpoints, furtherHosts } = props;
      const tls = startedBy(props, path);
      const dialled = tls.start === TlsStart.MESH ? { port: IN_THE_CLEAR, targetPort: port } : { port };
      const addresses = atEachHost({ host, ...dialled, protocol: Protocol.GRPC, tls }, furtherHosts);
      return provided(Locator.external({ cidrs, endpoints, addresses }), props, path,
        credential => tls.isOfClient ? credential : assertUsableInTheClear(credential, path, 'let the client start TLS, by TlsOrigination.CLIENT'));
    });
  }
}

guard('GrpcProvider', GrpcProvider);

function startedBy({ tls, tlsOrigination, credentials }: ExternalGrpcProps, path: string): Tls {
  if (tls !== undefined && tlsOrigination !== undefined) throw saidTwice(path);
  if (tlsOrigination === TlsOrigination.MESH) return Tls.BY_MESH;
  return tls ?? Tls.byClient(authorityOf(credentials));
}

function saidTwice(path: string): TopologyError {
  return new TopologyError({
    code: 'BST016',
    path,
    problem: 'both tls and tlsOrigination say how the connection is encrypted',
    fix: 'give tlsOrigination for a server that takes TLS, or tls: Tls.NONE for one that does not',
  });
}
