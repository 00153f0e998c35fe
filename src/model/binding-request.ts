import { guard } from '../private/boundary';
import { Credential } from './credential';
import { DataAccess } from './data-access';
import { IWorkload } from './workload-interface';

/** What a service is asked when it is bound to a consumer. */
export class BindingRequest {
  /** @internal */
  public static _of(consumer: IWorkload, access: DataAccess, consumerGroups: string[], credential?: Credential): BindingRequest {
    return new BindingRequest(consumer, access, consumerGroups, credential);
  }

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
}

guard('BindingRequest', BindingRequest);
