import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Answering, Load } from '../../pod-program/orders';
import { counts } from './counts';
import { MeshWorld } from './world';

const REPEATED = { kind: 'VirtualService', name: 'repeated' };
const CALLS = 5;

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
];

async function tried(world: MeshWorld, service: string, answering: Answering, load: Omit<Load, 'url'> = {}) {
  await world.fresh(service);
  await world.answer(service, answering);
  const { statuses } = await world.send('caller', service, { count: CALLS, ...load });
  const tries = (await world.seen(service)).requests;
  return { seen: `${counts(statuses)} after ${tries} tries`, tries };
}
