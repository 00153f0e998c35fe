import { guard } from '../private/boundary';
import { Credential } from './credential';
import { DataAccess } from './data-access';
import { ISubject } from './subject';
import { IWorkload } from './workload-interface';

/** A channel that a consumer reads, and the group that it reads it with. @internal */
export interface ChannelRead {
  readonly channel: ISubject & { readonly name: string };
  readonly group: string;
}

/** What a service is asked when it is bound to a consumer. */
export class BindingRequest {
  /** @internal */
  public static _of(consumer: IWorkload, access: DataAccess, consumerGroups: string[], credential?: Credential): BindingRequest {
    return new BindingRequest(consumer, access, consumerGroups, credential);
  }

  private reads: readonly ChannelRead[] = [];
  private transactional?: string;

  private constructor(
    /** The consumer. */
    public readonly consumer: IWorkload,
    /** What the consumer does with the service. */
    public readonly access: DataAccess,
    /** Consumer groups that the consumer reads topics with, sorted. */
    public readonly consumerGroups: string[],
    /** The credential that the consumer enters with; none if the service has no login. */
    public readonly credential?: Credential,
  ) {}

  /** What the transactional ids of the consumer's producers begin with; none if it publishes without transactions. */
  public get transactionalIdPrefix(): string | undefined {
    return this.transactional;
  }

  /**
   * Which channel the consumer reads with which group, in the order of the channels' names.
   *
   * @internal
   */
  public get _reads(): readonly ChannelRead[] {
    return this.reads;
  }

  /**
   * The same request, of a consumer that reads these, and publishes in transactions of these ids.
   *
   * @internal
   */
  public _reading(reads: readonly ChannelRead[], transactionalIdPrefix?: string): BindingRequest {
    this.reads = reads;
    this.transactional = transactionalIdPrefix;
    return this;
  }
}

guard('BindingRequest', BindingRequest);
