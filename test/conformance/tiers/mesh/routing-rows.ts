import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { counts } from './counts';
import { MeshWorld } from './world';

const REVIEWS = { kind: 'VirtualService', name: 'reviews', namespace: 'books' };
const REQUESTS = 10_000;

/** Where requests to the versions of a workload go. */
export const ROUTING_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'HttpRoute.when(HttpMatch.header("end-user", "jason")).to("v2"): all such requests go to v2',
    async observe(world) {
      const { answeredBy } = await world.send('web', 'books/reviews', { count: 1_000, concurrency: 8, headers: { 'end-user': 'jason' } });
      return { seen: counts(answeredBy), holds: answeredBy['reviews-v2'] === 1_000 };
    },
    brokenBy: mutate(REVIEWS, 'the header has to be Jason', ({ spec }) => { spec.http[0].match[0].headers['end-user'].exact = 'Jason'; }),
  },
  {
    behaviour: 'HttpRoute.split({ v1: 90, v2: 10 }): 10,000 other requests are split 90 to 10, within one percent',
    async observe(world) {
      const { answeredBy } = await world.send('web', 'books/reviews', { count: REQUESTS, concurrency: 8 });
      const { 'reviews-v1': v1 = 0, 'reviews-v2': v2 = 0 } = answeredBy;
      return { seen: counts(answeredBy), holds: v1 + v2 === REQUESTS && Math.abs(v2 / REQUESTS - 0.1) <= 0.01 };
    },
    brokenBy: mutate(REVIEWS, 'weights 50 and 50', ({ spec }) => {
      spec.http.at(-1).route.forEach((destination: { weight: number }) => { destination.weight = 50; });
    }),
  },
  {
    behaviour: 'LoadBalancing.ROUND_ROBIN: two pods get the same number of requests',
    async observe(world) {
      const { answeredBy } = await world.send('caller', 'resilience/even', { count: 200 });
      return { seen: counts(answeredBy), holds: Math.abs(answeredBy['pair-1'] - 100) <= 1 && Math.abs(answeredBy['pair-2'] - 100) <= 1 };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'even' }, 'one address of a client, one pod', ({ spec }) => {
      spec.trafficPolicy.loadBalancer = { consistentHash: { useSourceIp: true } };
    }),
  },
  {
    behaviour: 'LoadBalancing.stickyHeader("x-user"): every user stays with one pod, and all users do not with the same',
    async observe(world) {
      const users = Array.from({ length: 20 }, (_, i) => `user-${i}`);
      const pods = await Promise.all(users.map(async user => (
        Object.keys((await world.send('caller', 'resilience/sticky', { count: 10, headers: { 'x-user': user } })).answeredBy))));
      const homes = { 'pair-1': 0, 'pair-2': 0, 'both pods': 0 };
      for (const of of pods) homes[of.length === 1 ? of[0] as 'pair-1' : 'both pods']++;
      return { seen: `users of ${counts(homes)}`, holds: homes['both pods'] === 0 && homes['pair-1'] > 0 && homes['pair-2'] > 0 };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'sticky' }, 'the header is x-customer', ({ spec }) => {
      spec.trafficPolicy.loadBalancer.consistentHash.httpHeaderName = 'x-customer';
    }),
  },
  {
    behaviour: 'LoadBalancing.stickyCookie("home"): who has no cookie is given one by the proxy, and whoever shows it stays with one pod',
    async observe(world) {
      const homes = await Promise.all(Array.from({ length: 12 }, async () => {
        const { headers } = await world.send('caller', 'resilience/cookie');
        const [cookie] = String(headers['set-cookie']).split(';');
        return Object.keys((await world.send('caller', 'resilience/cookie', { count: 10, headers: { cookie } })).answeredBy).join();
      }));
      const of = new Set(homes);
      return { seen: `${homes.length} clients, at ${[...of].sort().join(' or ')}`, holds: of.size === 2 && homes.every(home => !home.includes(',')) };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'cookie' }, 'no cookie', ({ spec }) => { spec.trafficPolicy.loadBalancer = { simple: 'ROUND_ROBIN' }; }),
  },
];
