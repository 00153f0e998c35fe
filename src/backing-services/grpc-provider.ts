import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { CredentialOptions } from './credential-options';
import { given } from './given';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided } from './provided-by';
import { ExternalServingOptions } from './serving-options';

/** Where a third party's gRPC service is. */
export interface ExternalGrpcProps extends ExternalServingOptions, CredentialOptions {
  /** DNS name. */
  readonly host: string;
  /**
   * Port, reached with TLS that the client starts.
   *
   * @default 443
   */
  readonly port?: number;
}

const USUAL = { port: 50051, protocol: Protocol.GRPC };

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
   * A third party. The client starts TLS, so a mesh cannot see single calls and policies on them are refused.
   *
   * @throws BST801 if the host is no DNS name, BST032 if it is not outside, BST007 if the port does not exist
   */
  public static external(props: ExternalGrpcProps): GrpcProvider {
    const { host, port = 443, cidrs, credentials } = props;
    const addresses = [{ host, port, protocol: Protocol.GRPC, tls: Tls.byClient(authorityOf(credentials)) }];
    return given(GrpcProvider, ({ path }) => provided(Locator.external({ cidrs, addresses }), props, path));
  }
}

guard('GrpcProvider', GrpcProvider);
