import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Answering, Load } from '../../pod-program/orders';
import { counts } from './counts';
import { MeshWorld } from './world';

const REPEATED = { kind: 'VirtualService', name: 'repeated' };
const [CALL, PAY] = ['/conformance.Procedures/Call', '/conformance.Procedures/Pay'];
const CALLS = 5;
const TOGETHER = 20;

/** How often the service is asked for one request of the caller. */
export const RETRY_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'RetryPolicy.attempts(2): a GET that fails with 500 is tried three times',
    async observe(world) {
      const { seen, tries } = await tried(world, 'resilience/repeated', { status: 500 });
      return { seen, holds: tries === 3 * CALLS };
    },
    brokenBy: mutate(REPEATED, 'one attempt', ({ spec }) => { spec.http[0].retries.attempts = 1; }),
  },
  {
    behaviour: 'RetryPolicy.attempts(2): a POST is tried once, because a repetition may do harm',
    async observe(world) {
      const { seen, tries } = await tried(world, 'resilience/repeated', { status: 500 }, { method: 'POST' });
      return { seen, holds: tries === CALLS };
    },
    brokenBy: mutate(REPEATED, 'the route with retries takes POST too', ({ spec }) => { spec.http[0].match[0].method.regex += '|POST'; }),
  },
  {
    behaviour: 'RetryCondition.status(409): that answer is repeated, and no other',
    async observe(world) {
      const [named, other] = [await tried(world, 'resilience/named-status', { status: 409 }), await tried(world, 'resilience/named-status', { status: 503 })];
      return { seen: `${named.seen}; ${other.seen}`, holds: named.tries === 2 * CALLS && other.tries === CALLS };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'named-status' }, 'retryOn 503 too', ({ spec }) => { spec.http[0].retries.retryOn = '409,503'; }),
  },
  {
    behaviour: 'no retry declared: nothing is repeated, although Istio would by itself',
    async observe(world) {
      const [failed, unavailable] = [await tried(world, 'resilience/plain', { status: 503 }), await tried(world, 'resilience/plain', { grpcStatus: 14 })];
      return { seen: `${failed.seen}; with grpc-status 14 ${unavailable.seen}`, holds: failed.tries === CALLS && unavailable.tries === CALLS };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'plain' }, 'nothing is said of retries', ({ spec }) => { delete spec.http[0].retries; }),
  },
  {
    behaviour: 'gRPC with RetryPolicy.attempts(2): a call of an idempotent method that the service answers with UNAVAILABLE is tried three times, of another method once',
    async observe(world) {
      await world.fresh('resilience/procedures');
      await world.answer('resilience/procedures', { grpcStatus: 14 });
      const { statuses } = await world.call('caller', 'resilience/procedures', CALLS);
      const { requests } = await world.seen('resilience/procedures');
      await world.call('caller', 'resilience/procedures', CALLS, '/conformance.Procedures/Pay');
      const paid = (await world.seen('resilience/procedures')).requests - requests;
      return { seen: `${counts(statuses)} (gRPC status) after ${requests} tries; of the other method ${paid}`, holds: requests === 3 * CALLS && paid === CALLS };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'procedures' }, 'retryOn connect-failure only', ({ spec }) => { spec.http[0].retries.retryOn = 'connect-failure'; }),
  },
  {
    behaviour: 'ConnectionPool.limits({ retryBudget: { percent: 0, minRetryConcurrency: 1 } }): of twenty requests that fail together one is repeated at a time, and the others are not',
    async observe(world) {
      const { seen, tries } = await tried(world, 'resilience/budgeted', { status: 500, delay: 300 }, { count: TOGETHER, concurrency: TOGETHER });
      return { seen, holds: tries > TOGETHER && tries < 2 * TOGETHER };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'budgeted' }, 'no budget', ({ spec }) => { delete spec.trafficPolicy.retryBudget; }),
  },
  {
    behaviour: 'gRPC with a contract: a method whose idempotency_level says IDEMPOTENT is tried three times, one that says nothing once',
    async observe(world) {
      await world.answer('resilience/promised', { grpcStatus: 14 });
      const called = await calledOf(world, CALL);
      const paid = await calledOf(world, PAY);
      await world.fresh('resilience/promised');
      return { seen: `${called.seen}; ${paid.seen}`, holds: called.requests === 3 * CALLS && paid.requests === CALLS };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'promised' }, 'the other method is repeated too', ({ spec }) => { spec.http[0].match[0].uri = { prefix: '/conformance.' }; }),
  },
  {
    behaviour: 'gRPC with a contract: the declared caller may call the declared method, and another method ends with PERMISSION_DENIED (7)',
    async observe(world) {
      await world.fresh('resilience/promised');
      const called = await calledOf(world, CALL);
      const dropped = await calledOf(world, '/conformance.Procedures/Drop');
      return { seen: `${called.seen}; ${dropped.seen}`, holds: called.statuses['0'] === CALLS && dropped.statuses['7'] === CALLS && dropped.requests === 0 };
    },
    brokenBy: mutate({ kind: 'AuthorizationPolicy', name: 'scribe', namespace: 'resilience' }, 'every method is let in', ({ spec }) => { delete spec.rules[0].to[0].operation.paths; }),
  },
];

async function calledOf(world: MeshWorld, path: string) {
  const before = (await world.seen('resilience/promised')).requests;
  const { statuses } = await world.call('caller', 'resilience/promised', CALLS, path);
  const requests = (await world.seen('resilience/promised')).requests - before;
  return { statuses, requests, seen: `${path.split('/')[2]}: ${counts(statuses)} (gRPC status) after ${requests} tries` };
}


async function tried(world: MeshWorld, service: string, answering: Answering, load: Omit<Load, 'url'> = {}) {
  await world.fresh(service);
  await world.answer(service, answering);
  const { statuses } = await world.send('caller', service, { count: CALLS, ...load });
  const tries = (await world.seen(service)).requests;
  return { seen: `${counts(statuses)} after ${tries} tries`, tries };
}
