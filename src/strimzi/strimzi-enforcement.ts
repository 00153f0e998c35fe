import { BackingService } from '../model/backing-service';
import { Channel } from '../model/channel';
import { Dependency } from '../model/dependency';
import { DependencyPolicy } from '../model/dependency-policy';
import { Enforcement, EnforcementAnswer } from '../model/enforcement';

/** Whether the operator runs the service, so that its resources act on it. */
export function isStrimzi(service: BackingService): boolean {
  return service.locator.operator === 'strimzi';
}

/** For every field of a dependency, whether users and ACLs carry it. A new field fails to compile here until it is decided. */
const FIELDS: Record<keyof DependencyPolicy, boolean> = {
  timeout: false,
  connectTimeout: false,
  interaction: false,
  retry: false,
  circuitBreaker: false,
  connectionPool: false,
  operations: false,
  access: false,
  clientConnections: false,
  consumerGroup: true,
  transactionalIdPrefix: true,
  criticality: false,
  bindingName: false,
  envNames: false,
  delivery: false,
  containers: false,
};

/** What Strimzi's resources carry: ACLs on consumer groups and transactional ids, and everything about a topic of a cluster that the operator runs. @internal */
export class StrimziEnforcement extends Enforcement {
  public field({ service }: Dependency, field: string): EnforcementAnswer {
    return FIELDS[field as keyof DependencyPolicy] && isStrimzi(service) ? EnforcementAnswer.CARRIED : EnforcementAnswer.NOT_MINE;
  }

  public channel({ service, address }: Channel, _property: string): EnforcementAnswer {
    return isStrimzi(service) ? EnforcementAnswer.CARRIED : EnforcementAnswer.byOthers(
      `${service.name} is not run by Strimzi, so its owner makes topic ${address}`,
      `have ${service.name}'s owner make the topic so, and acknowledge this, or take it out of the declaration`,
    );
  }
}
