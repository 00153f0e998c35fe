import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { BackingService } from './backing-service';
import { brand } from './brand';
import { CircuitBreaker } from './circuit-breaker';
import { ConnectionPool } from './connection-pool';
import { Criticality } from './criticality';
import { DataAccess } from './data-access';
import { Operation } from './operation';
import { RetryPolicy } from './retry-policy';
import { Topic } from './topic';
import { TopologyElement } from './topology-element';
import { IWorkload } from './workload-interface';

/** The verb of a dependency; it decides what is derived from it. */
export enum DependencyVerb {
  /** Sends requests to a service. */
  CALLS = 'calls',
  /** Keeps data in a store. */
  USES = 'uses',
  /** Writes messages to a topic. */
  PUBLISHES = 'publishes',
  /** Reads messages from a topic. */
  CONSUMES = 'consumes',
}

/** Everything that a dependency may say. Each output enforces or refuses every field. */
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
   * Consumer group that topics are read with.
   *
   * @default - none: nothing is read
   */
  readonly group?: string;
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
}

/** What a dependency connects. */
export interface DependencyProps extends DependencyPolicy {
  /** What the workload does with the service. */
  readonly verb: DependencyVerb;
  /** The workload that depends. */
  readonly source: IWorkload;
  /** The service that it depends on; a topic's broker for messages. */
  readonly service: BackingService;
  /**
   * The topic, for messages.
   *
   * @default - none
   */
  readonly topic?: Topic;
}

/** An edge of the topology: one workload depends on one service or topic. The verbs of `Workload` declare it. */
export class Dependency extends TopologyElement {
  /** What the workload does with the service. */
  public readonly verb: DependencyVerb;
  /** The workload that depends. */
  public readonly source: IWorkload;
  /** The service that it depends on; a topic's broker for messages. */
  public readonly service: BackingService;
  /** The topic, for messages. */
  public readonly topic?: Topic;
  /** Everything that the author said about it; nothing is added but the consumer group, which every consumer has. */
  public readonly policy: DependencyPolicy;

  constructor(scope: Construct, id: string, props: DependencyProps) {
    super(scope, id);
    const { verb, source, service, topic, ...policy } = props;
    this.verb = verb;
    this.source = source;
    this.service = service;
    this.topic = topic;
    this.policy = policy;
  }

  /** Whether the workload waits for the answer: a call or a use, not a message. */
  public get isSynchronous(): boolean {
    return this.verb === DependencyVerb.CALLS || this.verb === DependencyVerb.USES;
  }

  /** Whether the workload cannot do its work without it. */
  public get isRequired(): boolean {
    return this.policy.criticality !== Criticality.OPTIONAL;
  }
}

brand(Dependency, 'Dependency');
