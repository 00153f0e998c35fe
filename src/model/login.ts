import { guard } from '../private/boundary';
import { Credential } from './credential';
import { DataAccess } from './data-access';
import { OperatedRoles } from './operated-roles';
import { IWorkload } from './workload-interface';

/** How the consumers of a service enter it: which credential each is given. */
export abstract class Login {
  /**
   * One credential for all consumers.
   *
   * @param credential for all that consumers do
   * @param readOnly of a user that may only read, for consumers that declare `DataAccess.READ_ONLY`; by default they get the other one, and
   * unless the service has an address that refuses writes that is a finding
   */
  public static shared(credential: Credential, readOnly?: Credential): Login {
    return new SharedLogin(credential, readOnly);
  }

  /** Whether the credential of a consumer that only reads cannot write. */
  public abstract readonly enforcesReadOnly: boolean;

  /**
   * The credential of a consumer.
   *
   * @param consumer who enters
   * @param access what it does with the data
   */
  public abstract credentialFor(consumer: IWorkload, access: DataAccess): Credential;

  /** The users that an operator makes for the consumers, if it makes one for each. @internal */
  public get _operatedRoles(): OperatedRoles | undefined {
    return undefined;
  }
}

guard('Login', Login);

class SharedLogin extends Login {
  constructor(private readonly credential: Credential, private readonly readOnly?: Credential) {
    super();
  }

  public get enforcesReadOnly(): boolean {
    return this.readOnly !== undefined;
  }

  public credentialFor(_consumer: IWorkload, access: DataAccess): Credential {
    return access === DataAccess.READ_ONLY ? this.readOnly ?? this.credential : this.credential;
  }
}
