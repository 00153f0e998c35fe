import { Duration } from 'cdk8s';
import { guard } from '../private/boundary';
import { frozenList } from '../private/frozen-copy';
import { BackingService } from './backing-service';
import { BindingDelivery } from './binding-delivery';
import { Channel } from './channel';
import { CircuitBreaker } from './circuit-breaker';
import { ConnectionPool } from './connection-pool';
import { Criticality } from './criticality';
import { DataAccess } from './data-access';
import { DependencyVerb, isAwaited } from './dependency-verb';
import { EnvNames } from './env-names';
import { InteractionModel } from './interaction-model';
import { Operation } from './operation';
import { RetryPolicy } from './retry-policy';
import { ISubject } from './subject';
import { IWorkload } from './workload-interface';

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

/** What a dependency connects. @internal */
export interface DependencyProps extends DependencyPolicy {
  /** What the workload does with the service. */
  readonly verb: DependencyVerb;
  /** The workload that depends. */
  readonly source: IWorkload;
  /** The service that it depends on; a channel's broker for messages. */
  readonly service: BackingService;
  /**
   * The channel, for messages.
   *
   * @default - none
   */
  readonly channel?: Channel;
  /**
   * Whether the consumer group is the workload's own, because nobody named one.
   *
   * @default false
   */
  readonly hasOwnGroup?: boolean;
}

/** An edge of the topology: one workload depends on one service or channel. The verbs of `Workload` declare it, and nothing else can; it never changes. */
export class Dependency implements ISubject {
  /**
   * Called by the verbs, which have made sure of what it says.
   *
   * @internal
   */
  public static _declare(path: string, props: DependencyProps): Dependency {
    return new Dependency(path, props);
  }

  readonly #path: string;
  readonly #verb: DependencyVerb;
  readonly #source: IWorkload;
  readonly #service: BackingService;
  readonly #channel?: Channel;
  readonly #policy: DependencyPolicy;
  readonly #hasOwnGroup: boolean;

  private constructor(path: string, props: DependencyProps) {
    this.#path = path;
    this.#verb = props.verb;
    this.#source = props.source;
    this.#service = props.service;
    this.#channel = props.channel;
    this.#policy = lockedPolicy(props);
    this.#hasOwnGroup = props.hasOwnGroup ?? false;
  }

  public get path(): string {
    return this.#path;
  }

  /** What the workload does with the service. */
  public get verb(): DependencyVerb {
    return this.#verb;
  }

  /** The workload that depends. */
  public get source(): IWorkload {
    return this.#source;
  }

  /** The service that it depends on; a channel's broker for messages. */
  public get service(): BackingService {
    return this.#service;
  }

  /** The channel, for messages. */
  public get channel(): Channel | undefined {
    return this.#channel;
  }

  /** Everything that the author said about it; nothing is added but the consumer group, where the channel is read in groups. */
  public get policy(): DependencyPolicy {
    return this.#policy;
  }

  /**
   * Whether the consumer group is the workload's own, because nobody named one.
   *
   * @internal
   */
  public get _hasOwnGroup(): boolean {
    return this.#hasOwnGroup;
  }

  /** The dependency in words: `orders calls payments`. */
  public get name(): string {
    return `${this.source.name} ${this.verb} ${(this.channel ?? this.service).name}`;
  }

  /** Whether the workload waits for the answer: a use, or a call that is neither a stream nor forgotten; not a message. */
  public get isSynchronous(): boolean {
    return isAwaited(this.#verb, this.policy.interaction);
  }

  /** Whether the workload cannot do its work without it. */
  public get isRequired(): boolean {
    return this.policy.criticality !== Criticality.OPTIONAL;
  }
}

guard('Dependency', Dependency);

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

function lockedPolicy(said: DependencyPolicy): DependencyPolicy {
  const policy = Object.create(UNSAID) as Record<string, unknown>;
  for (const field of Object.keys(UNSAID) as (keyof DependencyPolicy)[]) {
    const value = said[field];
    if (value === undefined) continue;
    Object.defineProperty(policy, field, { value: Array.isArray(value) ? frozenList<unknown>(value) : value, enumerable: true });
  }
  return policy;
}
