import { BackingService } from '../model/backing-service';
import { Binding } from '../model/binding';
import { Dependency } from '../model/dependency';
import { DependencyPolicy } from '../model/dependency-policy';
import { Enforcement, EnforcementAnswer } from '../model/enforcement';
import { Rotation } from '../model/rotation';

const { CARRIED, NOT_MINE } = EnforcementAnswer;

/** For every field of a dependency, whether bindings carry it. A new field fails to compile here until it is decided. */
const FIELDS: Record<keyof DependencyPolicy, EnforcementAnswer> = {
  timeout: NOT_MINE,
  connectTimeout: NOT_MINE,
  interaction: NOT_MINE,
  retry: NOT_MINE,
  circuitBreaker: NOT_MINE,
  connectionPool: NOT_MINE,
  operations: NOT_MINE,
  access: CARRIED,
  clientConnections: NOT_MINE,
  consumerGroup: CARRIED,
  transactionalIdPrefix: CARRIED,
  criticality: NOT_MINE,
  bindingName: CARRIED,
  envNames: CARRIED,
  delivery: CARRIED,
  containers: CARRIED,
};

/** What bindings carry: which credentials a workload is given, which group it is told, and the names of both; and what a server is told. @internal */
export class BindingEnforcement extends Enforcement {
  constructor(private readonly rotation: (binding: Binding) => Rotation | undefined = () => undefined) {
    super();
  }

  public field(_dependency: Dependency, field: string): EnforcementAnswer {
    return FIELDS[field as keyof DependencyPolicy];
  }

  public serverEnvNames(_service: BackingService): EnforcementAnswer {
    return CARRIED;
  }

  /** @internal */
  public _rotationOf(binding: Binding): Rotation | undefined {
    return this.rotation(binding);
  }
}
