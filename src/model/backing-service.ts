import { Construct } from 'constructs';
import { assertNoUserinfo } from '../private/literal-secret';
import { assertName, NameRule, Names } from '../private/names';
import { BindingEntry, BindingRequest } from './binding-entry';
import { brand } from './brand';
import { HttpRoute } from './http-route';
import { LoadBalancing } from './load-balancing';
import { IContract } from './operation';
import { Protocol } from './protocol';
import { ServiceEndpoint } from './service-endpoint';
import { pathOf, TopologyElement } from './topology-element';

/** A service must not take the name of the scope that the workloads stand in. */
const SERVICE_ID: NameRule = {
  ...Names.SERVICE,
  pattern: /^(?!workloads$)[a-z]([-a-z0-9]*[a-z0-9])?$/,
  allowed: `${Names.SERVICE.allowed}, but not "workloads", the scope that workloads stand in`,
};

/** What a service looks like in a diagram. */
export enum ServiceShape {
  /** Answers requests. */
  API = 'api',
  /** Keeps data. */
  DATABASE = 'database',
  /** Keeps data for a while. */
  CACHE = 'cache',
  /** Passes messages on. */
  BROKER = 'broker',
}

/** What a kind of backing service tells about itself. Outputs read these and know no kinds. */
export interface BackingServiceTraits {
  /** Type of the binding, a word of the Service Binding specification: postgresql, redis, kafka, http. */
  readonly bindingType: string;
  /** Who provides it: cloudnative-pg, strimzi, or the service's own id. */
  readonly bindingProvider: string;
  /** What travels on its port. */
  readonly protocol: Protocol;
  /** Where it is reached. */
  readonly endpoint: ServiceEndpoint;
  /** What it looks like in a diagram. */
  readonly shape: ServiceShape;
  /**
   * What it promises.
   *
   * @default - no contract: callers cannot name operations
   */
  readonly contract?: IContract;
  /**
   * Where requests go among the versions of the workload behind it.
   *
   * @default - any version
   */
  readonly routes?: HttpRoute[];
  /**
   * How requests are spread over its endpoints.
   *
   * @default LoadBalancing.LEAST_REQUEST for HTTP and gRPC; the mesh leaves other protocols alone
   */
  readonly loadBalancing?: LoadBalancing;
  /**
   * Whether a consumer that only reads can be held to that.
   *
   * @default false
   */
  readonly readOnlyEnforced?: boolean;
  /**
   * Whether the client picks its server itself, so that a mesh must not route, balance or eject: Kafka's partition leaders.
   *
   * @default false
   */
  readonly clientRouted?: boolean;
}

/** An attached resource: found through a locator in the configuration, whoever runs it. */
export abstract class BackingService extends TopologyElement {
  /** The service's name: its construct id. */
  public readonly name: string;
  /** Type of the binding. */
  public readonly bindingType: string;
  /** Who provides it. */
  public readonly bindingProvider: string;
  /** What travels on its port. */
  public readonly protocol: Protocol;
  /** Where it is reached. */
  public readonly endpoint: ServiceEndpoint;
  /** What it looks like in a diagram. */
  public readonly shape: ServiceShape;
  /** What it promises. */
  public readonly contract?: IContract;
  /** Where requests go among the versions of the workload behind it, in order. */
  public readonly routes: HttpRoute[];
  /** How requests are spread over its endpoints. */
  public readonly loadBalancing?: LoadBalancing;
  /** Whether a consumer that only reads can be held to that. */
  public readonly readOnlyEnforced: boolean;
  /** Whether the client picks its server itself. */
  public readonly clientRouted: boolean;

  /**
   * @param id RFC 1035 label; it names the service's Kubernetes objects and, by default, its bindings
   * @throws BST801 if the id cannot name a Service
   */
  constructor(scope: Construct, id: string, traits: BackingServiceTraits) {
    const path = pathOf(scope, id);
    super(scope, assertName(SERVICE_ID, id, path));
    for (const host of [traits.endpoint.host, ...traits.endpoint.moreHosts ?? []]) assertNoUserinfo(host, path);
    this.name = id;
    this.bindingType = traits.bindingType;
    this.bindingProvider = traits.bindingProvider;
    this.protocol = traits.protocol;
    this.endpoint = traits.endpoint;
    this.shape = traits.shape;
    this.contract = traits.contract;
    this.routes = traits.routes ?? [];
    this.loadBalancing = traits.loadBalancing;
    this.readOnlyEnforced = traits.readOnlyEnforced ?? false;
    this.clientRouted = traits.clientRouted ?? false;
  }

  /**
   * What a consumer is told: the locator and the credentials, as references.
   *
   * @param request who asks, and for what
   */
  public abstract bind(request: BindingRequest): BindingEntry[];
}

brand(BackingService, 'BackingService');
