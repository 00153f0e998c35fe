import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../harness/eventually';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { all, counts, seconds } from './counts';
import { THIRD_PARTIES } from './third-parties';
import { MeshWorld } from './world';

const FRAGILE = 'resilience/fragile';
const UNREACHABLE = 'resilience/unreachable';
const WIDE = { tcp: { maxConnections: 100 }, http: { http1MaxPendingRequests: 100 } };

/** Breakers and bulkheads. */
export const BREAKER_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'CircuitBreaker.consecutiveErrors(5, { resetTimeout: 2 s, interval: 1 s }): opens after 5 errors and lets traffic back after its time',
    async observe(world) {
      await world.fresh(FRAGILE);
      await world.answer(FRAGILE, { status: 500 });
      const closed = await world.send('caller', FRAGILE, { count: 5 });
      const opened = Date.now();
      // Envoy's threads tell each other.
      await sleep(100);
      const open = await world.send('caller', FRAGILE, { count: 15 });
      const { requests } = await world.seen(FRAGILE);
      await world.fresh(FRAGILE);
      await eventually('traffic is back', async () => (await world.send('caller', FRAGILE)).statuses['200'] === 1, 10_000);
      const back = Date.now() - opened;
      return {
        seen: `${counts(closed.statuses)}, then ${counts(open.statuses)}, the service was asked ${requests} times; traffic is back after ${seconds(back)}`,
        holds: all(closed, 5, '500') && all(open, 15, '503') && requests === 5 && back > 1_900 && back < 6_000,
      };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'fragile' }, '7 errors', ({ spec }) => { spec.trafficPolicy.outlierDetection.consecutive5xxErrors = 7; }),
  },
  {
    behaviour: 'CircuitBreaker.consecutiveGatewayErrors(5): what a program answers with 500 opens nothing, five 503 do',
    async observe(world) {
      const sent = async (status: number, count: number) => {
        await world.answer(UNREACHABLE, { status });
        return world.send('caller', UNREACHABLE, { count });
      };
      await world.fresh(UNREACHABLE);
      const [ofProgram] = [await sent(500, 20), await sent(503, 20)];
      const { requests } = await world.seen(UNREACHABLE);
      await world.fresh(UNREACHABLE);
      return { seen: `${counts(ofProgram.statuses)} passed on; of 20 requests that were answered with 503 ${requests - 20} came`, holds: all(ofProgram, 20, '500') && requests === 25 };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'unreachable' }, 'every 5xx counts', ({ spec }) => { spec.trafficPolicy.outlierDetection.consecutive5xxErrors = 5; }),
  },
  {
    behaviour: 'maxEjectionPercent 49 with two pods: the breaker never opens, which is what BST215 refuses',
    async observe(world) {
      await world.fresh('resilience/dead');
      await world.pod('pair-1').ask('answer', { port: 8012, status: 500 });
      const { statuses } = await world.send('caller', 'resilience/dead', { count: 100 });
      return { seen: `${counts(statuses)} while one of the pods fails`, holds: statuses['500'] > 25 };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'dead' }, 'maxEjectionPercent 50', ({ spec }) => { spec.trafficPolicy.outlierDetection.maxEjectionPercent = 50; }),
  },
  {
    behaviour: 'ConnectionPool.limits({ maxConnections: 1, maxPendingRequests: 1 }): of 10 requests at a time one is sent, one waits, the others fail at once',
    async observe(world) {
      const { statuses, mostAtOnce } = await crowd(world, 'caller', 'resilience/narrow');
      return { seen: `${counts(statuses)}, ${mostAtOnce} at a time`, holds: statuses['200'] === 2 && statuses['503'] === 8 && mostAtOnce === 1 };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'narrow' }, 'limits of 100', ({ spec }) => { spec.trafficPolicy.connectionPool = WIDE; }),
  },
  {
    behaviour: 'ConnectionPool.limits({ maxRequestsPerConnection: 2 }): 10 requests, one after the other, take 5 connections',
    async observe(world) {
      await world.fresh('resilience/fresh');
      const { statuses } = await world.send('caller', 'resilience/fresh', { count: 10 });
      const { connections } = await world.pod('backend').ask('seen', { port: 8015 });
      return { seen: `${counts(statuses)} over ${connections} connections`, holds: all({ statuses }, 10, '200') && connections === 5 };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'fresh' }, '10 requests a connection', ({ spec }) => { spec.trafficPolicy.connectionPool.http.maxRequestsPerConnection = 10; }),
  },
  {
    behaviour: 'ConnectionPool.limits({ idleTimeout: 1 s }): what nothing has used for two seconds is another connection, and of who says nothing it is the same',
    async observe(world) {
      const connectionsOf = async (service: string, port: number) => {
        await world.send('caller', service);
        await world.pod('backend').ask('forget', { port });
        await world.send('caller', service);
        await sleep(2_000);
        await world.send('caller', service);
        return (await world.pod('backend').ask('seen', { port })).connections;
      };
      const [idle, kept] = await Promise.all([connectionsOf('resilience/idle', 8016), connectionsOf('resilience/plain', 8001)]);
      return { seen: `${idle} made besides the one that was there; of the other ${kept}`, holds: idle === 1 && kept === 0 };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'idle' }, 'after an hour', ({ spec }) => { spec.trafficPolicy.connectionPool.http.idleTimeout = '1h'; }),
  },
  {
    behaviour: 'ConnectionPool.limits({ http2KeepAlive: { interval: 200 ms } }): over a connection that nothing is sent over come five PINGs and more in two seconds',
    async observe(world) {
      const pulse = { address: THIRD_PARTIES['pulse.example.com'], port: 7300 };
      const { statuses } = await world.pod('caller').ask('call', { url: `http://${world.told('caller', 'PULSE_TARGET')}`, path: '/conformance.Procedures/Call' });
      await world.outside.ask('forget', pulse);
      await sleep(2_000);
      const { pings, requests } = await world.outside.ask('seen', pulse);
      return { seen: `${counts(statuses)} (gRPC status), then ${pings > 4 ? 'more than four' : pings} PINGs and ${requests} requests`, holds: all({ statuses }, 1, '0') && pings > 4 && requests === 0 };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'pulse' }, 'nothing is asked', ({ spec }) => { delete spec.trafficPolicy.connectionPool; }),
  },
  {
    behaviour: 'two callers of one service have connection pools of their own: one is limited, the other is not',
    async observe(world) {
      const [free, limited] = [await crowd(world, 'caller', 'resilience/width'), await crowd(world, 'hasty', 'resilience/width')];
      return { seen: `${counts(free.statuses)}; ${counts(limited.statuses)}`, holds: free.statuses['200'] === 10 && limited.statuses['200'] === 2 && limited.statuses['503'] === 8 };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'width-from-hasty' }, 'for every pod of the namespace', ({ spec }) => { delete spec.workloadSelector; }),
  },
];

async function crowd(world: MeshWorld, pod: string, service: string) {
  await world.fresh(service);
  // A connection that is being made has its request waiting already.
  await world.send(pod, service);
  await world.answer(service, { delay: 300 });
  const { statuses } = await world.send(pod, service, { count: 10, concurrency: 10 });
  // The service may still be at work for those that were sent.
  await sleep(100);
  return { statuses, mostAtOnce: (await world.seen(service)).mostAtOnce };
}
