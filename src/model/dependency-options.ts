import { Duration } from 'cdk8s';
import { BindingDelivery } from './binding-delivery';
import { CircuitBreaker } from './circuit-breaker';
import { ConnectionPool } from './connection-pool';
import { Criticality } from './criticality';
import { DataAccess } from './data-access';
import { EnvNames } from './env-names';
import { InteractionModel } from './interaction-model';
import { RetryPolicy } from './retry-policy';

/** What every dependency may say. */
export interface BindingOptions {
  /**
   * Name of the binding: prefix of its variables, upper-cased, and name of its folder. One workload and one service have one binding.
   *
   * @default - the service's id
   */
  readonly bindingName?: string;
  /**
   * How the variables of the binding are named.
   *
   * @default - as the workload's are
   */
  readonly envNames?: EnvNames;
  /**
   * What of the binding reaches the containers.
   *
   * @default - as for the workload
   */
  readonly delivery?: BindingDelivery;
  /**
   * Names of the containers, init containers among them, that get the binding; an empty list gives it to none.
   *
   * @default - as for the workload
   */
  readonly containers?: string[];
  /**
   * What becomes of the workload without the service.
   *
   * @default Criticality.REQUIRED
   */
  readonly criticality?: Criticality;
}

/** What every dependency on a connection may say. */
export interface ConnectionOptions extends BindingOptions {
  /**
   * Time limit of making a connection, with any protocol; a whole number of milliseconds.
   *
   * @default - Istio's: 10 seconds
   */
  readonly connectTimeout?: Duration;
  /**
   * When to stop sending to an endpoint that fails.
   *
   * @default - never
   */
  readonly circuitBreaker?: CircuitBreaker;
  /**
   * What one pod of the workload may have open.
   *
   * @default - no limit
   */
  readonly connectionPool?: ConnectionPool;
}

/** How a workload calls a service. */
export interface CallOptions extends ConnectionOptions {
  /**
   * Ids of the operations that the workload calls, as the service's contract names them; nothing else is allowed then.
   *
   * @default - everything that the service answers to
   */
  readonly operations?: string[];
  /**
   * What the workload waits for. Only a call of which it waits for the answer holds up its own callers: the checks of deadlines, of retries that
   * multiply and of circles leave the others out.
   *
   * @default InteractionModel.REQUEST_RESPONSE
   */
  readonly interaction?: InteractionModel;
  /**
   * Time limit of a whole request, all tries included; a whole number of milliseconds. HTTP and gRPC only; a stream has none.
   *
   * @default - none: the workload waits as long as the service takes
   */
  readonly timeout?: Duration;
  /**
   * How failed requests are repeated. HTTP and gRPC only.
   *
   * @default - not at all: Istio's own two retries are switched off; towards a service of another team, as its owner says
   */
  readonly retry?: RetryPolicy;
}

/** How a workload uses a data store. A mesh cannot time a query, so there is no `timeout`: set it in the client. */
export interface UseOptions extends ConnectionOptions {
  /**
   * What the workload does with the data.
   *
   * @default DataAccess.READ_WRITE
   */
  readonly access?: DataAccess;
  /**
   * Connections that one pod of the workload keeps open to the service at most: the size of its client's pool, those of all processes and containers of the pod
   * together. Nothing enforces it; the sum over all pods is held against `maxConnections` of the service.
   *
   * @default - unknown
   */
  readonly clientConnections?: number;
}

/** How a workload writes messages. */
export interface PublishOptions extends BindingOptions {
  /**
   * What the transactional ids of its producers begin with, for a Kafka topic: with "-", "." or "_" at its end. What they publish together, and the offsets of what they
   * consume for it, is then written in one transaction. Each producer needs an id of its own, because a second one of an id shuts the first one out: add the name
   * of the pod. One workload has one on one cluster.
   *
   * @default - it publishes without transactions
   */
  readonly transactionalIdPrefix?: string;
}

/** How a workload reads messages. */
export interface ConsumeOptions extends BindingOptions {
  /**
   * Consumer group that the workload reads with, of a channel that is read in groups, such as a Kafka topic.
   *
   * @default - `<namespace>.<workload>`, which no other workload has
   */
  readonly consumerGroup?: string;
}
