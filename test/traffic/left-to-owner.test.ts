import { BackingService, CallOptions, CircuitBreaker, ConnectionPool, HttpProvider, HttpService, HttpServiceProps, LoadBalancing, RetryPolicy } from '../../src';
import { isLeftToOwner } from '../../src/traffic/left-to-owner';
import { MeshDeclaration, USERS_CONTRACT } from '../support/mesh';
import { ms } from '../support/topology';

const THEIRS = HttpProvider.inCluster({ service: 'users', namespace: 'team-b' });

/** What of a service is left to its owner, for each namespace that has callers. */
function left(make: (declared: MeshDeclaration) => BackingService, ...callers: [namespace: string, options?: CallOptions][]): boolean[] {
  const declared = new MeshDeclaration();
  const service = make(declared);
  for (const [position, [namespace, options]] of callers.entries()) declared.workload(`w${position}`, { namespace }).calls(service, options);
  return declared.hosts(service).map(isLeftToOwner);
}

const theirs = (props: Omit<HttpServiceProps, 'provider'> = {}) => ({ topology }: MeshDeclaration) => new HttpService(topology, 'users', { provider: THEIRS, ...props });

test('another team\'s service is left to it by callers that say nothing', () => expect(left(theirs(), ['shop'], ['shop'])).toEqual([true]));

test.each<[string, CallOptions]>([
  ['a timeout', { timeout: ms(5) }], ['a connect timeout', { connectTimeout: ms(5) }], ['retries', { retry: RetryPolicy.attempts(1) }],
  ['that nothing is repeated', { retry: RetryPolicy.attempts(0) }], ['a breaker', { circuitBreaker: CircuitBreaker.consecutiveErrors(5) }],
  ['a pool', { connectionPool: ConnectionPool.limits({ maxConnections: 1 }) }],
])('a caller that says %s takes it from the owner, for its namespace', (_, options) =>
  expect(left(theirs(), ['shop'], ['shop', options], ['web'])).toEqual([false, true]));

test('what has nothing to do with traffic takes nothing', () =>
  expect(left(theirs({ contract: USERS_CONTRACT }), ['shop', { operations: ['getUser'], bindingName: 'people' }])).toEqual([true]));

test('load balancing of the service takes it for all', () => expect(left(theirs({ loadBalancing: LoadBalancing.RANDOM }), ['shop'], ['web'])).toEqual([false, false]));

test('services of ours and of third parties are nobody else\'s to rule', () => {
  expect(left(declared => declared.users(), ['shop'])).toEqual([false]);
  expect(left(declared => declared.payments(), ['shop'])).toEqual([false]);
});
