import { Duration } from 'cdk8s';
import { frozenList } from '../private/frozen-copy';
import { BindingDelivery } from './binding-delivery';
import { CircuitBreaker } from './circuit-breaker';
import { ConnectionPool } from './connection-pool';
import { Criticality } from './criticality';
import { DataAccess } from './data-access';
import { EnvNames } from './env-names';
import { InteractionModel } from './interaction-model';
import { Operation } from './operation';
import { RetryPolicy } from './retry-policy';

/** Everything that a dependency may say. Each output answers for every field whether it carries it. */
export interface DependencyPolicy {
  /**
   * Time limit of a whole request, all tries included; HTTP and gRPC only.
   *
   * @default - none
   */
  readonly timeout?: Duration;
  /**
   * Time limit of making a connection, with any protocol.
   *
   * @default - Istio's: 10 seconds
   */
  readonly connectTimeout?: Duration;
  /**
   * What the workload waits for.
   *
   * @default InteractionModel.REQUEST_RESPONSE
   */
  readonly interaction?: InteractionModel;
  /**
   * How failed requests are repeated; HTTP and gRPC only.
   *
   * @default - no repetition
   */
  readonly retry?: RetryPolicy;
  /**
   * When to stop sending to an endpoint that fails.
   *
   * @default - never
   */
  readonly circuitBreaker?: CircuitBreaker;
  /**
   * What one client pod may have open.
   *
   * @default - no limit
   */
  readonly connectionPool?: ConnectionPool;
  /**
   * The operations that are called; nothing else is allowed.
   *
   * @default - all that the service answers to
   */
  readonly operations?: Operation[];
  /**
   * What is done with a data store.
   *
   * @default DataAccess.READ_WRITE
   */
  readonly access?: DataAccess;
  /**
   * Connections that the client in one pod keeps open at most.
   *
   * @default - unknown
   */
  readonly clientConnections?: number;
  /**
   * Consumer group that the channel is read with.
   *
   * @default - none: nothing is read, or the channel knows no groups
   */
  readonly consumerGroup?: string;
  /**
   * What the transactional ids of its producers begin with.
   *
   * @default - nothing is published in transactions
   */
  readonly transactionalIdPrefix?: string;
  /**
   * What becomes of the workload without the service.
   *
   * @default Criticality.REQUIRED
   */
  readonly criticality?: Criticality;
  /**
   * Name of the binding that tells the workload of the service.
   *
   * @default - the service's name
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
   * Names of the containers that get the binding.
   *
   * @default - as for the workload
   */
  readonly containers?: string[];
}

/**
 * What stands behind every policy: whoever would add later what was not said at the beginning finds it here, where nothing can be written.
 * Every field has to be named, so that none can be forgotten.
 */
const UNSAID: Record<keyof DependencyPolicy, undefined> = Object.freeze({
  timeout: undefined,
  connectTimeout: undefined,
  interaction: undefined,
  retry: undefined,
  circuitBreaker: undefined,
  connectionPool: undefined,
  operations: undefined,
  access: undefined,
  clientConnections: undefined,
  consumerGroup: undefined,
  transactionalIdPrefix: undefined,
  criticality: undefined,
  bindingName: undefined,
  envNames: undefined,
  delivery: undefined,
  containers: undefined,
});

/** A policy in which nothing can be written, nor added. */
export function lockedPolicy(said: DependencyPolicy): DependencyPolicy {
  const policy = Object.create(UNSAID) as Record<string, unknown>;
  for (const field of Object.keys(UNSAID) as (keyof DependencyPolicy)[]) {
    const value = said[field];
    if (value === undefined) continue;
    Object.defineProperty(policy, field, { value: Array.isArray(value) ? frozenList<unknown>(value) : value, enumerable: true });
  }
  return policy;
}
