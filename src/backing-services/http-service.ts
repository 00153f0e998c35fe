import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry, BindingRequest } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { HttpRoute } from '../model/http-route';
import { LoadBalancing } from '../model/load-balancing';
import { IContract } from '../model/operation';
import { Protocol } from '../model/protocol';
import { ServiceEndpoint, workloadEndpoint, WorkloadPortOptions } from '../model/service-endpoint';
import { pathOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { assertRoutes } from './assert-routes';
import { httpEndpoint, HttpLocation } from './http-location';

/** How a third party's HTTP service is reached. */
export interface ExternalHttpOptions {
  /**
   * Who starts TLS towards an `https` service. A mesh can time, retry and authorize only what it can read: if the client
   * starts TLS, such policies are refused.
   *
   * @default TlsOrigination.MESH - consumers are given an `http` URL and the sidecar starts TLS
   */
  readonly tlsOrigination?: TlsOrigination;
  /**
   * Address ranges (CIDR) that the service answers from, for network policies.
   *
   * @default - any address, on the service's port
   */
  readonly cidrs?: string[];
}

/** Who starts TLS towards a third party. */
export enum TlsOrigination {
  /** The sidecar of the consumer; the consumer speaks plain HTTP to it. */
  MESH = 'mesh',
  /** The consumer itself; the mesh passes the bytes on. */
  CLIENT = 'client',
}

/** Who provides an HTTP service. */
export class HttpProvider {
  /**
   * A workload of ours. Usual port: 80.
   */
  public static workload(workload: IWorkload, options: WorkloadPortOptions = {}): HttpProvider {
    return new HttpProvider((scope, id) => ({
      endpoint: workloadEndpoint(scope, id, workload, { ...options, port: options.port ?? 80 }),
      protocol: Protocol.HTTP,
      scheme: 'http',
      basePath: '',
    }));
  }

  /**
   * A third party.
   *
   * @param url `http` or `https` URL, with a base path if there is one, without query, fragment or credentials
   * @throws BST511 if credentials are in the URL, BST014 if it is no such URL
   */
  public static external(url: string, options: ExternalHttpOptions = {}): HttpProvider {
    return new HttpProvider((scope, id) =>
      httpEndpoint(url, options.tlsOrigination !== TlsOrigination.CLIENT, options.cidrs, pathOf(scope, id)));
  }

  /** @internal */
  public readonly _locate: (scope: Construct, id: string) => HttpLocation;

  private constructor(locate: (scope: Construct, id: string) => HttpLocation) {
    this._locate = locate;
  }
}

/** What an HTTP service is. */
export interface HttpServiceProps {
  /** Who provides it. */
  readonly provider: HttpProvider;
  /**
   * What it promises.
   *
   * @default - no contract: callers cannot name operations
   */
  readonly contract?: IContract;
  /**
   * Where requests go among the versions of the workload behind it; the first route that matches is taken.
   *
   * @default - any version
   */
  readonly routes?: HttpRoute[];
  /**
   * How requests are spread over its endpoints.
   *
   * @default LoadBalancing.LEAST_REQUEST
   */
  readonly loadBalancing?: LoadBalancing;
}

/** A service that answers HTTP requests. */
export class HttpService extends BackingService {
  private readonly url: string;

  /**
   * @throws BST801 if the id cannot name a Service, BST007 if a port does not exist, BST604 if a route names a version that the
   * provider does not have
   */
  constructor(scope: Construct, id: string, props: HttpServiceProps) {
    const { endpoint, protocol, scheme, basePath } = props.provider._locate(scope, id);
    super(scope, id, {
      bindingType: 'http',
      bindingProvider: id,
      shape: ServiceShape.API,
      protocol,
      endpoint,
      contract: props.contract,
      routes: assertRoutes(props.routes ?? [], endpoint, pathOf(scope, id)),
      loadBalancing: props.loadBalancing ?? (protocol.isHttp ? LoadBalancing.LEAST_REQUEST : undefined),
    });
    this.url = `${scheme}://${endpoint.host}${portText(scheme, endpoint)}${basePath}`;
  }

  public bind(_request: BindingRequest): BindingEntry[] {
    return [{ variable: 'URL', file: 'uri', value: BindingValue.literal(this.url) }];
  }
}

function portText(scheme: string, endpoint: ServiceEndpoint): string {
  const usual = scheme === 'https' ? 443 : 80;
  return endpoint.port === usual ? '' : `:${endpoint.port}`;
}
