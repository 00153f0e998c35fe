import { setTimeout as sleep } from 'node:timers/promises';
import { ISSUER } from '../../fixtures/entrances';
import { eventually } from '../../harness/eventually';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Answering, Load } from '../../pod-program/orders';
import { all, counts, seconds } from './counts';
import { entering, refusedThere } from './entering';
import { THIRD_PARTIES } from './third-parties';
import { MeshWorld } from './world';

const COUNT = 400;
const DESK = 'lobby/desk';
const BELL = 'lobby/bell';
const CLOCK = 'lobby/clock';
const COUNTER = 'lobby/counter';
const STAMP = 'lobby/stamp';
const CALLS = 5;
const object = (kind: string, name: string) => ({ kind, name, namespace: 'lobby' });
const policy = (name: string) => object('AuthorizationPolicy', name);
const ANYBODY_HERE = 'cluster.local/ns/lobby/sa/*';
const bearing = () => ({ path: '/items', headers: { authorization: `Bearer ${ISSUER.token()}` } });

/** How often a service is asked for requests that it answers with 503. */
async function tried(world: MeshWorld, service: string, load: Omit<Load, 'url'> = {}) {
  await world.fresh(service);
  await world.answer(service, { status: 503 });
  const { statuses } = await world.send('visitor', service, { count: CALLS, ...load });
  const tries = (await world.seen(service)).requests;
  await world.fresh(service);
  return { seen: `${counts(statuses)} after ${tries} tries`, tries };
}

/** Third parties: where they are, and how a pod is told to ask for them. */
const OUTSIDE = { payments: { host: 'payments.example.com', port: 443 }, clear: { host: 'clear.example.com', port: 80 } } as const;

/** What a third party sees of requests that a pod of ambient sends. */
async function askedOutside(world: MeshWorld, pod: string, name: keyof typeof OUTSIDE, answering: Answering = {}) {
  const { host, port } = OUTSIDE[name];
  const at = { address: THIRD_PARTIES[host], port };
  await world.outside.ask('forget', at);
  await world.outside.ask('answer', { ...at, ...answering });
  const outcome = await world.pod(pod).ask('send', { url: world.told('visitor', `${name.toUpperCase()}_URL`), count: CALLS, headers: { host }, through: await world.throughTo(pod, `lobby/${name}`) });
  const there = await world.outside.ask('seen', at);
  await world.outside.ask('forget', at);
  return { ...outcome, there };
}

/** What a waypoint makes of requests in a mesh without sidecars, and what the proxies of nodes are told. */
export const LOBBY_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'Mesh.ambient() with HttpRoute.split({ v1: 75, v2: 25 }): the waypoint sends a quarter to v2, and all with the header of the preview',
    async observe(world) {
      const { answeredBy } = await world.send('visitor', DESK, { count: COUNT });
      const preview = await world.send('visitor', DESK, { count: 20, headers: { 'x-preview': 'yes' } });
      const share = (answeredBy['desk-v2'] ?? 0) / COUNT;
      return {
        seen: `${counts(answeredBy)}; with the header ${counts(preview.answeredBy)}`,
        holds: answeredBy['desk-v1'] !== undefined && Math.abs(share - 0.25) < 0.08 && preview.answeredBy['desk-v2'] === 20,
      };
    },
    brokenBy: mutate(object('HTTPRoute', 'desk'), 'half of it', ({ spec }) => { for (const backend of spec.rules[1].backendRefs) backend.weight = 50; }),
  },
  {
    behaviour: 'Mesh.ambient() with a timeout: the waypoint answers 504 after 400 ms',
    async observe(world) {
      await world.answer(CLOCK, { delay: 3_000 });
      const outcome = await world.send('visitor', CLOCK, { count: 5 });
      return { seen: `${counts(outcome.statuses)} after ${seconds(outcome.longest)}`, holds: all(outcome, 5, '504') && outcome.longest < 1_500 };
    },
    brokenBy: mutate(object('HTTPRoute', 'clock'), 'no timeout', ({ spec }) => { for (const rule of spec.rules) delete rule.timeouts; }),
  },
  {
    behaviour: 'Mesh.ambient() with a breaker: after three errors of one version the waypoint asks it no more',
    async observe(world) {
      await world.fresh(BELL);
      await world.answer(BELL, { status: 500 });
      const before = await world.send('visitor', BELL, { count: 3 });
      // Envoy's threads tell each other.
      await sleep(100);
      const after = await world.send('visitor', BELL, { count: 5 });
      await world.fresh(BELL);
      await eventually('traffic is back', async () => (await world.send('visitor', BELL)).statuses['200'] === 1, 10_000);
      return { seen: `${counts(before.statuses)}, then ${counts(after.statuses)}`, holds: all(before, 3, '500') && all(after, 5, '503') };
    },
    brokenBy: mutate(object('DestinationRule', 'bell-v2'), 'a hundred errors', ({ spec }) => { spec.trafficPolicy.outlierDetection.consecutive5xxErrors = 100; }),
  },
  {
    behaviour: 'Mesh.ambient() with RetryPolicy.attempts(2): a GET that fails with 503 is tried three times by the waypoint, a POST once',
    async observe(world) {
      const [asked, posted] = [await tried(world, STAMP), await tried(world, STAMP, { method: 'POST' })];
      return { seen: `${asked.seen}; POST ${posted.seen}`, holds: asked.tries === 3 * CALLS && posted.tries === CALLS };
    },
    brokenBy: mutate(object('HTTPRoute', 'stamp'), 'the rule with retries takes POST too', ({ spec }) => { spec.rules[0].matches.push({ method: 'POST' }); }),
  },
  {
    behaviour: 'Mesh.ambient() with no retry declared: what the service has answered is not repeated by the waypoint',
    async observe(world) {
      const { seen, tries } = await tried(world, CLOCK);
      return { seen, holds: tries === CALLS };
    },
    brokenBy: mutate(object('HTTPRoute', 'clock'), 'repeated on 503', ({ spec }) => { spec.rules[0].retry = { codes: [503], attempts: 1 }; }),
  },
  {
    behaviour: 'Mesh.ambient() with operations and requires(): the declared caller is let in by the waypoint, with a token, to the declared operation',
    async observe(world) {
      const { statuses, requests } = await entering(world, 'visitor', COUNTER, bearing());
      return { seen: `${counts(statuses)}, ${requests} reached the service`, holds: all({ statuses }, 5, '200') && requests === 5 };
    },
    brokenBy: mutate(policy('counter-at-waypoint'), 'the port of pods', ({ spec }) => { spec.rules[0].to[0].operation.ports = ['8080']; }),
  },
  refusedThere('Mesh.ambient(): an operation that was not declared gets 403 of the waypoint', ['visitor', COUNTER, { ...bearing(), method: 'POST' }],
    mutate(policy('counter-at-waypoint'), 'POST is allowed', ({ spec }) => { spec.rules[0].to[0].operation.methods.push('POST'); })),
  refusedThere('Mesh.ambient(): a request without the token that a workload requires gets 403 of the waypoint', ['visitor', COUNTER, { path: '/items' }],
    mutate(policy('till-requires-token'), 'nothing is demanded', ({ spec }) => { spec.rules[0].to = [{ operation: { paths: ['/elsewhere'] } }]; })),
  refusedThere('Mesh.ambient(): who declared no call gets 403 of the waypoint', ['passer-by', CLOCK, {}],
    mutate(policy('clock-at-waypoint'), 'every account of the namespace', ({ spec }) => { spec.rules[0].from[0].source.principals = [ANYBODY_HERE]; })),
  refusedThere('Mesh.ambient(): who declared no call gets 403 at the Service of a version too', ['passer-by', `${DESK}-v1`, {}],
    mutate(policy('desk-at-waypoint'), 'every account of the namespace', ({ spec }) => { spec.rules[0].from[0].source.principals = [ANYBODY_HERE]; })),
  refusedThere('Mesh.ambient(): a Service that somebody else labels for the waypoint opens no way: 403', ['visitor', 'lobby/side-door', {}],
    mutate(policy('waypoint'), 'for another waypoint', ({ spec }) => { spec.targetRefs[0].name = 'elsewhere'; })),
  {
    behaviour: 'Mesh.ambient(): the proxies of nodes are told to let in the waypoint alone to pods behind it',
    async observe(world) {
      const told = await world.toldToZtunnel('desk-v1');
      const seen = told.map(({ action = 'ALLOW', groups }) => `${action} ${JSON.stringify(groups)}`).join('; ');
      return { seen, holds: seen.includes('"principals":[{"exact":"cluster.local/ns/lobby/sa/waypoint"}]') && !seen.includes('visitor') };
    },
    brokenBy: mutate(policy('desks'), 'callers too', ({ spec }) => { spec.rules[0].from[0].source.principals.push('cluster.local/ns/lobby/sa/visitor'); }),
  },
  {
    behaviour: 'Mesh.ambient() with relays() by a waypoint: requests of a third party come from it, over TLS that it starts, for its own name',
    async observe(world) {
      const { statuses, there } = await askedOutside(world, 'visitor', 'payments');
      const isOutlet = there.addresses.join() === world.address('outlet');
      return {
        seen: `${counts(statuses)}, from ${isOutlet ? 'the waypoint' : there.addresses.join() || 'nobody'}, TLS for ${there.serverNames.join()}`,
        holds: all({ statuses }, CALLS, '200') && isOutlet && there.serverNames.join() === OUTSIDE.payments.host,
      };
    },
    brokenBy: mutate(object('DestinationRule', 'payments'), 'for another name', ({ spec }) => { spec.trafficPolicy.tls.sni = 'elsewhere.example.com'; }),
  },
  {
    behaviour: 'Mesh.ambient() with relays() by a waypoint: who declared no call of a third party gets 403, and the third party nothing',
    async observe(world) {
      const { statuses, there } = await askedOutside(world, 'passer-by', 'payments');
      return { seen: `${counts(statuses)}, ${there.requests} reached it`, holds: all({ statuses }, CALLS, '403') && there.requests === 0 };
    },
    brokenBy: mutate(policy('payments-at-outlet'), 'every account of the namespace', ({ spec }) => { spec.rules[0].from[0].source.principals = [ANYBODY_HERE]; }),
  },
  {
    behaviour: 'Mesh.ambient() with relays() by a waypoint: a caller\'s timeout of 400 ms ends its requests there with 504',
    async observe(world) {
      const { statuses, longest } = await askedOutside(world, 'visitor', 'clear', { delay: 3_000 });
      return { seen: `${counts(statuses)} after ${seconds(longest)}`, holds: all({ statuses }, CALLS, '504') && longest < 1_500 };
    },
    brokenBy: mutate(object('HTTPRoute', 'clear'), 'no timeout', ({ spec }) => { for (const rule of spec.rules) delete rule.timeouts; }),
  },
  {
    behaviour: 'Mesh.ambient() with relays() by a waypoint and RetryPolicy.attempts(2): a GET that the third party answers with 503 is tried three times',
    async observe(world) {
      const { statuses, there } = await askedOutside(world, 'visitor', 'payments', { status: 503 });
      return { seen: `${counts(statuses)} after ${there.requests} tries`, holds: there.requests === 3 * CALLS };
    },
    brokenBy: mutate(object('HTTPRoute', 'payments'), 'one attempt', ({ spec }) => { spec.rules[0].retry.attempts = 1; }),
  },
];
