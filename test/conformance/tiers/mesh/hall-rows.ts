import { CALLS, HALL, HALL_PORTS } from '../../fixtures/halls';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Load, Outcome } from '../../pod-program/orders';
import { all, counts } from './counts';
import { MeshWorld } from './world';

const COUNT = 5;
const route = (kind: string, name: string) => ({ kind, name, namespace: 'halls' });
const SERVED = route('HTTPRoute', 'hall.served.hall.example.com');

/** A client outside of the mesh, which asks the gateway. */
function ask(world: MeshWorld, load: Partial<Load> = {}): Promise<Outcome> {
  const { headers, ...more } = load;
  return world.outside.ask('send', { url: `https://${world.address('hall')}:${HALL_PORTS.https}`, count: COUNT, headers: { host: HALL, ...headers }, ...more });
}

/** What a gateway of the Gateway API takes, and what becomes of it. */
export const HALL_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'gatewayClassName: what comes to the redirecting listener is sent to https, by an HTTPRoute',
    async observe(world) {
      await world.fresh('halls/served');
      const { statuses, headers } = await world.outside.ask('send', { url: `http://${world.address('hall')}:${HALL_PORTS.http}`, count: COUNT, path: '/a?b=c', headers: { host: HALL } });
      const { requests } = await world.seen('halls/served');
      return { seen: `${counts(statuses)} to ${headers.location}, ${requests} requests`, holds: all({ statuses }, COUNT, '301') && headers.location === `https://${HALL}/a?b=c` && requests === 0 };
    },
    brokenBy: mutate(route('HTTPRoute', 'hall-http-80-hall-example-com'), 'another status', ({ spec }) => { spec.rules[0].filters[0].requestRedirect.statusCode = 302; }),
  },
  {
    behaviour: 'gatewayClassName, with the Secret of a certificate and the service\'s header route: the client verifies the host, and who asks with the header gets v2',
    async observe(world) {
      const preview = await ask(world, { headers: { 'x-preview': 'yes' } });
      return { seen: `${counts(preview.answeredBy)}, x-served ${preview.headers['x-served']}`, holds: preview.answeredBy['tables-v2'] === COUNT && preview.headers['x-served'] === 'preview' };
    },
    brokenBy: mutate(SERVED, 'the header route is forgotten', ({ spec }) => { spec.rules.shift(); }),
  },
  {
    behaviour: 'gatewayClassName and HttpRoute.split({ v1: 75, v2: 25 }) over a Service of each version: a quarter goes to v2',
    async observe(world) {
      const { answeredBy } = await ask(world, { count: 1_000 });
      const share = (answeredBy['tables-v2'] ?? 0) / 1_000;
      return { seen: counts(answeredBy), holds: Math.abs(share - 0.25) < 0.06 };
    },
    brokenBy: mutate(SERVED, 'half of it', ({ spec }) => { for (const backend of spec.rules[1].backendRefs) backend.weight = 50; }),
  },
  {
    behaviour: 'gatewayClassName with timeout, rewrite and mirrors: the client gets 504 after 400 ms, the path behind the prefix is asked for, and v2 gets a copy of each request',
    async observe(world) {
      await world.fresh('halls/slow');
      const { asked, answeredBy } = await ask(world, { path: '/slow/rooms' });
      const copies = (await world.pod('tables-v2').ask('seen', { port: 8002 })).requests;
      await world.answer('halls/slow', { delay: 3_000 });
      const { statuses, longest } = await ask(world, { path: '/slow/rooms', count: 2 });
      await world.fresh('halls/slow');
      const seen = `${counts(answeredBy)}, asked for ${asked?.path}, ${copies} copies; then ${counts(statuses)} after ${Math.round(longest / 100) / 10} s at most`;
      return { seen, holds: answeredBy['tables-v1'] === COUNT && asked?.path === '/rooms' && copies === COUNT && all({ statuses }, 2, '504') && longest < 1_500 };
    },
    brokenBy: mutate(route('HTTPRoute', 'hall.slow.hall.example.com.uri-slow.4bcf15c9'), 'no timeout', ({ spec }) => { for (const rule of spec.rules) delete rule.timeouts; }),
  },
  {
    behaviour: 'gatewayClassName: a service in another namespace is reached, by a ReferenceGrant',
    async observe(world) {
      const { statuses, answeredBy } = await ask(world, { path: '/annex' });
      return { seen: `${counts(statuses)} by ${counts(answeredBy)}`, holds: all({ statuses }, COUNT, '200') && answeredBy.annex === COUNT };
    },
    brokenBy: mutate({ kind: 'ReferenceGrant', name: 'next-door.halls', namespace: 'annex' }, 'for another namespace', ({ spec }) => { spec.from[0].namespace = 'elsewhere'; }),
  },
  {
    behaviour: 'gatewayClassName and a gRPC service: the method that is exposed is called, by a GRPCRoute, and another one is not',
    async observe(world) {
      const call = (path: string) => world.outside.ask('call', { url: `http://${world.address('hall')}:${HALL_PORTS.calls}`, path, count: COUNT, headers: { ':authority': CALLS } });
      const [called, other] = [await call('/conformance.Procedures/Call'), await call('/conformance.Procedures/Other')];
      return { seen: `${counts(called.statuses)}; another method ${counts(other.statuses)}`, holds: all(called, COUNT, '0') && other.statuses['0'] === undefined };
    },
    brokenBy: mutate(route('GRPCRoute', 'hall.calls.calls.example.com.uri-conformance-procedures-call.321a7b19'), 'every method', ({ spec }) => { delete spec.rules[0].matches; }),
  },
  {
    behaviour: 'gatewayClassName and weights of a TcpService { v1: 0, v2: 100 }: bytes come back by a TCPRoute, and all connections are of v2',
    async observe(world) {
      await world.fresh('halls/bytes');
      const ends = await Promise.all(Array.from({ length: COUNT }, () => (
        world.outside.ask('exchange', { host: world.address('hall'), port: HALL_PORTS.tcp, text: 'knock'.repeat(20) }))));
      const [v1, v2] = await Promise.all(['tables-v1', 'tables-v2'].map(pod => world.pod(pod).ask('seen', { port: 7001 })));
      const seen = `${ends.filter(end => end === 'echoed').length} echoed, ${v1.connections} of v1, ${v2.connections} of v2`;
      return { seen, holds: seen === `${COUNT} echoed, 0 of v1, ${COUNT} of v2` };
    },
    brokenBy: mutate(route('TCPRoute', 'hall.bytes'), 'half of them are of v1', ({ spec }) => { for (const backend of spec.rules[0].backendRefs) backend.weight = 50; }),
  },
];
