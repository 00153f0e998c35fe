import { guard } from '../private/boundary';
import { BackingService } from './backing-service';
import { Channel } from './channel';
import { Criticality } from './criticality';
import { DependencyPolicy, lockedPolicy } from './dependency-policy';
import { DependencyVerb, isAwaited } from './dependency-verb';
import { ISubject } from './subject';
import { IWorkload } from './workload-interface';

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
