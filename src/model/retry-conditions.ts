import { BackingService } from './backing-service';
import { Dependency } from './dependency';
import { Protocol } from './protocol';
import { RetryCondition } from './retry-condition';

/** The conditions on which a dependency is repeated; none if it is not repeated at all. */
export function conditionsOf({ policy, service }: Dependency): RetryCondition[] {
  if (!policy.retry || policy.retry.count === 0) return [];
  return policy.retry.conditions(isGrpc(service));
}

/** Whether the calls of a service are gRPC's, of another copy of this package too. */
export function isGrpc({ protocol }: Pick<BackingService, 'protocol'>): boolean {
  return protocol.name === Protocol.GRPC.name;
}
