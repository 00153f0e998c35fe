import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { CredentialOptions } from './credential-options';
import { atEachHost } from './further-hosts';
import { given } from './given';
import { byNeighbour, byWorkload, provided } from './provided-by';
import { FurtherHostsOptions, InClusterServingProps, WorkloadServingOptions } from './serving-options';

/** How a workload serves a TCP protocol. */
export interface TcpWorkloadOptions extends WorkloadServingOptions, CredentialOptions {
  /** Port of the Kubernetes Service. */
  readonly port: number;
}

/** A TCP service that somebody else runs in this cluster. */
export interface InClusterTcpProps extends InClusterServingProps, CredentialOptions {
  /** Port of the Kubernetes Service. */
  readonly port: number;
}

/** Where a third party's TCP service is. */
export interface ExternalTcpProps extends FurtherHostsOptions, CredentialOptions {
  /**
   * DNS name of the server, or its IP address: consumers are told it as it is, network policies open that one address, and a mesh knows the server by it. With TLS, few
   * certificates name an address, and a client that verifies the name refuses the others.
   */
  readonly host: string;
  /** Port. */
  readonly port: number;
  /**
   * How the connection is encrypted.
   *
   * @default Tls.NONE
   */
  readonly tls?: Tls;
}

/** Who provides a TCP service. */
export abstract class TcpProvider extends ServiceProvider {
  /** A workload of ours. */
  public static workload(workload: IWorkload, options: TcpWorkloadOptions): TcpProvider {
    return given(TcpProvider, ({ id, path }) => provided(byWorkload(workload, id, options, usual(options.port)), options, path));
  }

  /** Somebody else in this cluster: another team, another program. */
  public static inCluster(props: InClusterTcpProps): TcpProvider {
    return given(TcpProvider, ({ path }) => provided(byNeighbour(props, usual(props.port)), props, path));
  }

  /**
   * A third party.
   *
   * @throws BST801 if a host is neither a DNS name nor an IP address, BST032 if one is not outside, BST007 if the port does not exist, BST026 if `cidrs`
   * leave out a host that is an IP address or an endpoint, BST016 if the mesh is to start TLS to several
   */
  public static external(props: ExternalTcpProps): TcpProvider {
    const { host, port, tls, cidrs, endpoints, furtherHosts } = props;
    const addresses = atEachHost({ host, port, tls }, furtherHosts);
    return given(TcpProvider, ({ path }) => provided(Locator.external({ cidrs, endpoints, addresses }), props, path));
  }
}

guard('TcpProvider', TcpProvider);

function usual(port: number) {
  return { port, protocol: Protocol.TCP };
}
