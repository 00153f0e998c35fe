import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { HttpRoute } from '../model/http-route';
import { LoadBalancing } from '../model/load-balancing';
import { IContract } from '../model/operation';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { credentialEntries } from './credential-entries';
import { GrpcProvider } from './grpc-provider';

/** What a gRPC service is. */
export interface GrpcServiceProps {
  /** Who provides it. */
  readonly provider: GrpcProvider;
  /**
   * What it promises: the methods that a caller may name as operations, and which of them may be repeated. `Contract.proto()` and
   * `Contract.descriptorSet()` read one.
   *
   * @default - no contract: callers cannot name operations
   */
  readonly contract?: IContract;
  /**
   * Full names of the methods that may be repeated without harm, as the proto file names them: `shop.Orders/Get`, beside those whose `idempotency_level` in
   * the contract says so. A retry repeats these alone, but for conditions under which the service cannot have seen the call.
   *
   * @default - those that the contract calls idempotent; if there is none, a retry on other conditions is refused
   */
  readonly idempotentMethods?: string[];
  /**
   * Where calls go, among the versions of the workload behind it if it has some, and what happens to them on their way; the first route that
   * matches is taken.
   *
   * @default - any version; where a controller releases the workload, all to its stable version, until it moves them
   */
  readonly routes?: HttpRoute[];
  /**
   * How calls are spread over its endpoints.
   *
   * @default LoadBalancing.LEAST_REQUEST; for a service of another team, as its owner says
   */
  readonly loadBalancing?: LoadBalancing;
}

/**
 * A service that answers gRPC calls. Its consumers read `<BINDING>_TARGET`, a gRPC target `host:port`, and, where it takes a credential, each
 * part of that: `_TOKEN`; certificates as files, `_CA_FILE`, `_CLIENT_CERTIFICATE_FILE`, `_PRIVATE_KEY_FILE`.
 */
export class GrpcService extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service or a method cannot be one, BST037 if a method is named twice,
   * BST701 if the contract lacks it, BST710 if an operation of the contract is no method of gRPC, BST007 if a port does not exist,
   * BST604 if a route names a version that the provider does not have
   */
  constructor(scope: Construct, id: string, props: GrpcServiceProps) {
    acceptArguments('new GrpcService', [scope, id, props]);
    super(scope, id, {
      bindingType: 'grpc',
      provision: provisionOf(props.provider, scope, id),
      shape: ServiceShape.API,
      contract: props.contract,
      idempotentMethods: props.idempotentMethods,
      routes: props.routes,
      loadBalancing: props.loadBalancing,
    });
  }

  public bind({ credential }: BindingRequest): BindingEntry[] {
    const { host, port, tls } = this.locator.primary;
    return [
      BindingEntry.text('target', `${host}:${port}`, { variable: 'TARGET', file: 'target' }),
      BindingEntry.text('host', host),
      BindingEntry.text('port', String(port)),
      ...credentialEntries(credential, tls),
    ];
  }
}

guard('GrpcService', GrpcService);
