import { Construct } from 'constructs';
import { acceptArguments, guard } from '../private/boundary';
import { assertWhole } from '../private/bounds';
import { frozenList } from '../private/frozen-copy';
import { assertName, NameRule, Names } from '../private/names';
import { AddressRole } from './address';
import { assertRoutes, assertWithoutTokens } from './assert-routes';
import { BindingEntry } from './binding-entry';
import { BindingRequest } from './binding-request';
import { HttpRoute } from './http-route';
import { LoadBalancing } from './load-balancing';
import { Locator, ServiceOwner } from './locator';
import { assertLocator, assertServed } from './locator-rules';
import { Login } from './login';
import { IContract } from './operation';
import { promisedBy } from './promised';
import { Protocol } from './protocol';
import { Provision } from './provision';
import { releasedRoutes } from './released-routes';
import { openTopologyOf, pathOf, TopologyElement } from './topology-element';

/** A service must not take the name of the scope that the workloads stand in. */
const SERVICE_ID: NameRule = {
  ...Names.SERVICE,
  pattern: /^(?!workloads$)[a-z]([-a-z0-9]*[a-z0-9])?$/,
  allowed: `${Names.SERVICE.allowed}, but not "workloads", the scope that workloads stand in`,
};

/** Words of the Service Binding specification: `postgresql`, `redis`, `http`. */
const BINDING_WORD: NameRule = { ...Names.LABEL, what: 'the type or provider of a binding' };

/** Numbers of connections that can be said. */
export const CONNECTIONS = [1, 2 ** 31 - 1] as const;

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
  /** Where it is and how it is entered, as its provider says. */
  readonly provision: Provision;
  /** What it looks like in a diagram. */
  readonly shape: ServiceShape;
  /**
   * What it promises.
   *
   * @default - no contract: callers cannot name operations
   */
  readonly contract?: IContract;
  /**
   * Full names of the gRPC methods that may be repeated without harm, such as `shop.Orders/Get`, beside those that the contract calls idempotent; gRPC only.
   *
   * @default - those that the contract calls idempotent; without a contract none is known
   */
  readonly idempotentMethods?: string[];
  /**
   * Where requests go among the versions of the workload behind it.
   *
   * @default - any version
   */
  readonly routes?: HttpRoute[];
  /**
   * How requests are spread over its endpoints.
   *
   * @default LoadBalancing.LEAST_REQUEST for HTTP and gRPC, but for another team's service, where its owner says; the mesh leaves other protocols alone
   */
  readonly loadBalancing?: LoadBalancing;
  /**
   * Whether the client picks its server itself, so that a mesh must not route, balance or eject: Kafka's partition leaders.
   *
   * @default false
   */
  readonly clientRouted?: boolean;
  /**
   * Connections that it takes from all its clients together.
   *
   * @default - unknown
   */
  readonly maxConnections?: number;
}

/** An attached resource: found through a locator in the configuration, whoever runs it. */
export abstract class BackingService extends TopologyElement {
  /** The service's name: its construct id. */
  public readonly name: string;
  /** Type of the binding. */
  public readonly bindingType: string;
  /** Who provides it, such as an operator; none if nobody but its owner does. */
  public readonly provider?: string;
  /** Where it is. */
  public readonly locator: Locator;
  /** How consumers enter it; none if they need no credential. */
  public readonly login?: Login;
  /** What its provider gave. @internal */
  public readonly _provision: Provision;
  /** What it looks like in a diagram. */
  public readonly shape: ServiceShape;
  /** What it promises. */
  public readonly contract?: IContract;
  /** Full names of the gRPC methods that may be repeated without harm, those that its contract calls so among them, sorted. */
  public readonly idempotentMethods: string[];
  /** Where requests go among the versions of the workload behind it, in order. */
  public readonly routes: HttpRoute[];
  /** How requests are spread over its endpoints. */
  public readonly loadBalancing?: LoadBalancing;
  /** Whether the client picks its server itself. */
  public readonly clientRouted: boolean;
  /** Connections that it takes from all its clients together; unknown if nobody said it. */
  public readonly maxConnections?: number;

  /**
   * @param id RFC 1035 label; it names the service's Kubernetes objects and, by default, its bindings
   * @param traits what the kind tells about itself
   * @throws BST801 if the id cannot name a Service, or a name, host or label of the locator or a gRPC method cannot be one; BST037 if a method is named
   * twice; BST016 if the locator could not be dialled or guarded, or variables are named for a server that no workload runs, BST046 if a Kubernetes Service
   * cannot be made as it is told, BST003 if its workload belongs to another topology, BST032 if a host is not outside, BST007 if a port does not
   * exist, BST026 if an address range is none, BST511 if credentials stand in a host, BST604 if a route names a version that
   * the workload behind it does not have, BST008 if a route cannot be reached or none takes what is left, BST710 if the contract has an operation that
   * no request can be, that is no method of a gRPC service, or two of one id, BST701 if a method is named that it lacks, BST010 if `maxConnections` is no number of connections
   */
  constructor(scope: Construct, id: string, traits: BackingServiceTraits) {
    acceptArguments('new BackingService', [scope, id, traits]);
    const path = pathOf(scope, id);
    const { provision } = traits;
    const locator = assertLocator(provision.locator, openTopologyOf(scope, id), path);
    assertServed(provision, path);
    const said = traits.routes ?? (traits.shape === ServiceShape.API ? releasedRoutes(locator) : []);
    const routes = assertWithoutTokens(assertRoutes(frozenList(said), locator, path), path);
    const promised = promisedBy(traits, locator, path);
    if (traits.maxConnections !== undefined) assertWhole('maxConnections', traits.maxConnections, CONNECTIONS, path);
    const bindingType = assertName(BINDING_WORD, traits.bindingType, path);
    const provider = provision.provider === undefined ? undefined : assertName(BINDING_WORD, provision.provider, path);
    super(scope, assertName(SERVICE_ID, id, path));
    this.name = id;
    this.bindingType = bindingType;
    this.provider = provider;
    this.locator = locator;
    this.login = provision.login;
    this._provision = provision;
    this.shape = traits.shape;
    this.contract = promised.contract;
    this.idempotentMethods = promised.idempotentMethods;
    this.routes = routes;
    const isOursToBalance = this.showsRequests && locator.owner !== ServiceOwner.IN_CLUSTER;
    this.loadBalancing = traits.loadBalancing ?? (isOursToBalance ? LoadBalancing.LEAST_REQUEST : undefined);
    this.clientRouted = traits.clientRouted ?? false;
    this.maxConnections = traits.maxConnections;
  }

  /** What client and server say to each other at its primary address. */
  public get protocol(): Protocol {
    return this.locator.primary.protocol;
  }

  /** Whether a mesh can see single requests to it, so that a timeout, a retry or an operation has a meaning. */
  public get showsRequests(): boolean {
    return this.locator.primary.showsRequests;
  }

  /** Whether a consumer that only reads can be held to that: by a credential or by an address of its own. */
  public get enforcesReadOnly(): boolean {
    return this.login?.enforcesReadOnly === true || this.locator.address(AddressRole.READ_ONLY) !== undefined;
  }

  /**
   * What a consumer is told: the locator and the credentials, as references. Asked once for each binding.
   *
   * @param request who asks, and for what
   */
  public abstract bind(request: BindingRequest): BindingEntry[];
}

guard('BackingService', BackingService);
