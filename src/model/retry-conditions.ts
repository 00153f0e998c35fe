import { Dependency } from './dependency';
import { Protocol } from './protocol';
import { RetryCondition } from './retry-condition';

/** The conditions on which a dependency is repeated; none if it is not repeated at all. */
export function conditionsOf({ policy, service }: Dependency): RetryCondition[] {
  if (!policy.retry || policy.retry.count === 0) return [];
  return policy.retry.conditions(service.protocol.name === Protocol.GRPC.name);
}
