import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry, BindingRequest } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { Protocol } from '../model/protocol';
import { EndpointOrigin, ServiceEndpoint, workloadEndpoint } from '../model/service-endpoint';
import { pathOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { assertPort } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { assertHost } from '../private/host';

/** How a workload serves a TCP protocol. */
export interface TcpWorkloadOptions {
  /** Port of the Kubernetes Service. */
  readonly port: number;
  /**
   * Port that the workload's containers listen on.
   *
   * @default - the Service's port
   */
  readonly targetPort?: number;
  /**
   * Whether the Kubernetes Service is headless, as clients need that connect to each pod themselves.
   *
   * @default false
   */
  readonly headless?: boolean;
}

/** Where a third party's TCP service is. */
export interface TcpEndpointProps {
  /** DNS name. */
  readonly host: string;
  /** Port. */
  readonly port: number;
  /**
   * Address ranges (CIDR) that the service answers from, for network policies.
   *
   * @default - any address, on the service's port
   */
  readonly cidrs?: string[];
}

/** Who provides a TCP service. */
export class TcpProvider {
  /** A workload of ours. */
  public static workload(workload: IWorkload, options: TcpWorkloadOptions): TcpProvider {
    return new TcpProvider((scope, id) => workloadEndpoint(scope, id, workload, options));
  }

  /**
   * A third party.
   *
   * @throws BST801 if the host is no DNS name, BST007 if the port does not exist
   */
  public static endpoint(props: TcpEndpointProps): TcpProvider {
    return new TcpProvider((scope, id) => ({
      origin: EndpointOrigin.EXTERNAL,
      host: assertHost(props.host, pathOf(scope, id)),
      port: assertPort(props.port, pathOf(scope, id)),
      cidrs: assertCidrs(props.cidrs, pathOf(scope, id)),
    }));
  }

  /** @internal */
  public readonly _locate: (scope: Construct, id: string) => ServiceEndpoint;

  private constructor(locate: (scope: Construct, id: string) => ServiceEndpoint) {
    this._locate = locate;
  }
}

/** What a TCP service is. */
export interface TcpServiceProps {
  /** Who provides it. */
  readonly provider: TcpProvider;
}

/** A service of any protocol over TCP. Its consumers read `<BINDING>_HOST` and `<BINDING>_PORT`. */
export class TcpService extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST007 if a port does not exist
   */
  constructor(scope: Construct, id: string, props: TcpServiceProps) {
    super(scope, id, {
      bindingType: 'tcp',
      bindingProvider: id,
      shape: ServiceShape.API,
      protocol: Protocol.TCP,
      endpoint: props.provider._locate(scope, id),
    });
  }

  public bind(_request: BindingRequest): BindingEntry[] {
    return [
      { variable: 'HOST', file: 'host', value: BindingValue.literal(this.endpoint.host) },
      { variable: 'PORT', file: 'port', value: BindingValue.literal(String(this.endpoint.port)) },
    ];
  }
}
