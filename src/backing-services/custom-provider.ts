import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { addressesOf } from './external-hosts-props';
import { given } from './given';
import { byNeighbour, byWorkload, provided } from './provided-by';
import { ExternalTcpProps, InClusterTcpProps, TcpWorkloadOptions } from './tcp-provider';

/** What a mesh can see of a service. */
export interface ProtocolOptions {
  /**
   * What client and server say to each other. Where it is HTTP or gRPC in the clear, or a sidecar starts TLS, a mesh sees requests, and consumers may `calls()` the service.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: Protocol;
}

/** How a workload serves. */
export interface CustomWorkloadOptions extends TcpWorkloadOptions, ProtocolOptions {}

/** A service that somebody else runs in this cluster. */
export interface InClusterCustomProps extends InClusterTcpProps, ProtocolOptions {}

/** Where a third party's service is. */
export interface ExternalCustomProps extends ExternalTcpProps, ProtocolOptions {
  /**
   * DNS names or IP addresses of the other servers, at the same port, where several make up the service. Consumers are told all of them, in the role `servers`.
   *
   * @default - `host` alone
   */
  readonly otherHosts?: string[];
}

/** Who provides a service that has no kind. */
export abstract class CustomProvider extends ServiceProvider {
  /** A workload of ours. */
  public static workload(workload: IWorkload, options: CustomWorkloadOptions): CustomProvider {
    return given(CustomProvider, ({ id, path }) => provided(byWorkload(workload, id, options, usual(options)), options, path));
  }

  /** Somebody else in this cluster: another team, another program. */
  public static inCluster(props: InClusterCustomProps): CustomProvider {
    return given(CustomProvider, ({ path }) => provided(byNeighbour(props, usual(props)), props, path));
  }

  /**
   * A third party.
   *
   * @throws BST801 if a host is neither a DNS name nor an IP address, BST032 if one is not outside, BST007 if the port does not exist, BST026 if `cidrs`
   * leave out a host that is an IP address or an endpoint, BST016 if the mesh is to start TLS to several
   */
  public static external(props: ExternalCustomProps): CustomProvider {
    const { host, otherHosts = [], port, protocol, tls = Tls.NONE, cidrs, endpoints, furtherHosts } = props;
    const addresses = addressesOf([host, ...otherHosts], port, tls, furtherHosts).map(address => ({ ...address, protocol }));
    return given(CustomProvider, ({ path }) => provided(Locator.external({ cidrs, endpoints, addresses }), props, path));
  }
}

guard('CustomProvider', CustomProvider);

function usual({ port, protocol = Protocol.TCP }: TcpWorkloadOptions & ProtocolOptions) {
  return { port, protocol };
}
