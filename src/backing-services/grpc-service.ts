import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry, BindingRequest } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { HttpRoute } from '../model/http-route';
import { LoadBalancing } from '../model/load-balancing';
import { Protocol } from '../model/protocol';
import { EndpointOrigin, ServiceEndpoint, workloadEndpoint, WorkloadPortOptions } from '../model/service-endpoint';
import { pathOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { assertPort } from '../private/bounds';
import { assertHost } from '../private/host';
import { assertRoutes } from './assert-routes';

/** Where a third party's gRPC service is. */
export interface GrpcEndpointProps {
  /** DNS name. */
  readonly host: string;
  /**
   * Port, reached with TLS that the client starts.
   *
   * @default 443
   */
  readonly port?: number;
}

/** Who provides a gRPC service. */
export class GrpcProvider {
  /** A workload of ours. Usual port: 50051. */
  public static workload(workload: IWorkload, options: WorkloadPortOptions = {}): GrpcProvider {
    return new GrpcProvider(Protocol.GRPC, (scope, id) => workloadEndpoint(scope, id, workload, { ...options, port: options.port ?? 50051 }));
  }

  /**
   * A third party. The client starts TLS, so a mesh cannot see single calls and policies on them are refused.
   *
   * @throws BST801 if the host is no DNS name, BST007 if the port does not exist
   */
  public static endpoint(props: GrpcEndpointProps): GrpcProvider {
    return new GrpcProvider(Protocol.TLS, (scope, id) => ({
      origin: EndpointOrigin.EXTERNAL,
      host: assertHost(props.host, pathOf(scope, id)),
      port: assertPort(props.port ?? 443, pathOf(scope, id)),
    }));
  }

  /** @internal */
  public readonly _locate: (scope: Construct, id: string) => ServiceEndpoint;
  /** @internal */
  public readonly _protocol: Protocol;

  private constructor(protocol: Protocol, locate: (scope: Construct, id: string) => ServiceEndpoint) {
    this._protocol = protocol;
    this._locate = locate;
  }
}

/** What a gRPC service is. */
export interface GrpcServiceProps {
  /** Who provides it. */
  readonly provider: GrpcProvider;
  /**
   * Where calls go among the versions of the workload behind it; the first route that matches is taken.
   *
   * @default - any version
   */
  readonly routes?: HttpRoute[];
  /**
   * How calls are spread over its endpoints.
   *
   * @default LoadBalancing.LEAST_REQUEST
   */
  readonly loadBalancing?: LoadBalancing;
}

/** A service that answers gRPC calls. Its consumers read `<BINDING>_TARGET`, a gRPC target `host:port`. */
export class GrpcService extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST007 if a port does not exist, BST604 if a route names a version that the
   * provider does not have
   */
  constructor(scope: Construct, id: string, props: GrpcServiceProps) {
    const endpoint = props.provider._locate(scope, id);
    const protocol = props.provider._protocol;
    super(scope, id, {
      bindingType: 'grpc',
      bindingProvider: id,
      shape: ServiceShape.API,
      protocol,
      endpoint,
      routes: assertRoutes(props.routes ?? [], endpoint, pathOf(scope, id)),
      loadBalancing: props.loadBalancing ?? (protocol.isHttp ? LoadBalancing.LEAST_REQUEST : undefined),
    });
  }

  public bind(_request: BindingRequest): BindingEntry[] {
    return [{ variable: 'TARGET', file: 'target', value: BindingValue.literal(`${this.endpoint.host}:${this.endpoint.port}`) }];
  }
}
