import { DocumentedLocator } from './documented-locator';
import { DocumentedRoute } from './documented-route';

/** An operation of a service's contract. */
export interface DocumentedOperation {
  /** The contract's name for it. */
  readonly id: string;
  /** HTTP method in upper case. */
  readonly method: string;
  /** Path with `{parameter}` segments. */
  readonly path: string;
  /** Whether a repetition does no harm. */
  readonly retriable: boolean;
}

/** How requests are spread over a service's endpoints. */
export interface DocumentedLoadBalancing {
  /** The mesh's word for it; CONSISTENT_HASH of none of what follows is of the client's address. */
  readonly algorithm: string;
  /**
   * The header whose value keeps to one endpoint.
   *
   * @default - none
   */
  readonly header?: string;
  /**
   * The cookie whose value keeps to one endpoint.
   *
   * @default - none
   */
  readonly cookie?: string;
  /**
   * The parameter of the query whose value keeps to one endpoint.
   *
   * @default - none
   */
  readonly queryParameter?: string;
  /**
   * How what is hashed is led to its endpoint, such as `MAGLEV 65537`.
   *
   * @default - the proxy's
   */
  readonly consistentHash?: string;
  /**
   * Which endpoints are preferred, by where they are, such as `failover us-east to us-west`.
   *
   * @default - as the mesh is configured
   */
  readonly locality?: string;
  /**
   * How an endpoint that is new gets its share, such as `30s from 10 %`.
   *
   * @default - all of it at once
   */
  readonly warmup?: string;
}

/** A backing service. */
export interface DocumentedService {
  /** Its construct path, by which the document refers to it. */
  readonly path: string;
  /** Its name. */
  readonly name: string;
  /** Type of its bindings, a word of the Service Binding specification. */
  readonly bindingType: string;
  /**
   * Who provides it, such as an operator.
   *
   * @default - nobody but its owner
   */
  readonly provider?: string;
  /** What it looks like in a diagram: `api`, `database`, `cache` or `broker`. */
  readonly shape: string;
  /** Where it is, and who owns it. */
  readonly locator: DocumentedLocator;
  /**
   * The operations of its contract, sorted by id.
   *
   * @default - it has no contract
   */
  readonly operations?: DocumentedOperation[];
  /**
   * How requests are spread over its endpoints.
   *
   * @default - not said
   */
  readonly loadBalancing?: DocumentedLoadBalancing;
  /**
   * Names of the environment variables that the containers of the workload which runs it get, sorted.
   *
   * @default - none
   */
  readonly serverVariables?: string[];
  /**
   * Connections that it takes from all its clients together.
   *
   * @default - unknown
   */
  readonly maxConnections?: number;
  /** What becomes of requests to it, among the versions behind it; the first that matches is taken. */
  readonly routes: DocumentedRoute[];
}
