import { CredentialPart } from './credential-part';
import { DataAccess } from './data-access';
import { IWorkload } from './workload-interface';

/** A user of a server that one consumer has alone, and that an operator makes because of an object of ours. @internal */
export interface ConsumerRole {
  /** Its name at the server. */
  readonly name: string;
  /** Name of the object, and of the Secret that the operator reads the password from, beside the operator's resource. */
  readonly object: string;
  /** The users of the server whose privileges it has. */
  readonly inRoles: readonly string[];
  readonly password: CredentialPart;
}

/** A database that an operator makes because of an object of ours, and the user that owns it and cannot log in. @internal */
export interface OperatedDatabase {
  readonly name: string;
  readonly owner: string;
  /** Name of both objects, which are of two kinds. */
  readonly object: string;
}

/** The users that an operator makes for the consumers of one service, each of which has one. @internal */
export interface OperatedRoles {
  /** Kind and API group of the object that makes the operator make one. */
  readonly emittedKind: string;
  /** Type that the operator asks of the Secret with the name and the password. */
  readonly secretType: string;
  /** Labels that the operator asks of that Secret. */
  readonly secretLabels: Readonly<Record<string, string>>;
  /** Whether a user goes when its consumer does. */
  readonly deletes: boolean;
  readonly database: string;
  /** The database, if it is one of its own. */
  readonly declared?: OperatedDatabase;
  of(consumer: IWorkload, access: DataAccess): ConsumerRole;
}
