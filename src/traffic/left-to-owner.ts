import { DependencyPolicy } from '../model/dependency-policy';
import { ServiceOwner } from '../model/locator';
import { RoutedHost } from './routed-host';

/** What a caller says of its traffic. A rule of a mesh that carries one of these takes the place of the owner's. */
const OF_TRAFFIC = ['timeout', 'connectTimeout', 'retry', 'circuitBreaker', 'connectionPool'] as const satisfies readonly (keyof DependencyPolicy)[];

/**
 * Whether the traffic to a host is left to its owner, another team: nobody here says anything of it. A mesh prefers the rules of the caller's namespace
 * and merges none, so that rules which say nothing would still end the owner's canary, balancing and retries for these callers.
 */
export function isLeftToOwner({ service, callers }: RoutedHost): boolean {
  if (service.locator.owner !== ServiceOwner.IN_CLUSTER || service.routes.length > 0 || service.loadBalancing !== undefined) return false;
  return callers.every(({ policy }) => OF_TRAFFIC.every(field => policy[field] === undefined));
}
