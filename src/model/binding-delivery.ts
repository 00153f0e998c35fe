import { guard } from '../private/boundary';
import { lockMembers } from '../private/lock-members';

/** What of a binding reaches a container. */
export class BindingDelivery {
  /** Environment variables, and of the binding's files those that a variable names. */
  public static readonly VARIABLES = new BindingDelivery('variables', true, false);
  /** Every file of the binding below `SERVICE_BINDING_ROOT`, as the Service Binding specification lays them out, and no variable of its own. */
  public static readonly FILES = new BindingDelivery('files', false, true);
  /** Environment variables, and every file of the binding. */
  public static readonly VARIABLES_AND_FILES = new BindingDelivery('variables and files', true, true);

  private constructor(
    /** Words for it. */
    public readonly name: string,
    /** Whether variables are set. */
    public readonly variables: boolean,
    /** Whether every file is there, and not only those that a variable names. */
    public readonly allFiles: boolean,
  ) {
    lockMembers(this);
  }
}

guard('BindingDelivery', BindingDelivery);
