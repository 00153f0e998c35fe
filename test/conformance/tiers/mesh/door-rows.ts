import { PLAIN, PORTS, SEALED, SHOP, STAFF } from '../../fixtures/doors';
import { ISSUER } from '../../fixtures/entrances';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Load, Outcome } from '../../pod-program/orders';
import { all, counts } from './counts';
import { THIRD_PARTIES } from './third-parties';
import { MeshWorld } from './world';

const CALLS = 5;
const routes = (host: string) => ({ kind: 'VirtualService', name: `door.${host}`, namespace: 'doors' });
const listener = (name: string) => ({ kind: 'Gateway', name: `door-${name}`, namespace: 'doors' });

/** A client outside of the mesh, which asks the gateway for a host. */
function knock(world: MeshWorld, scheme: 'http' | 'https', port: number, load: Partial<Load> & { readonly host: string }): Promise<Outcome> {
  const { host, headers, ...more } = load;
  return world.outside.ask('send', { url: `${scheme}://${world.address('door')}:${port}`, count: CALLS, headers: { host, ...headers }, ...more });
}

const shop = (world: MeshWorld, load: Partial<Load> = {}) => knock(world, 'https', PORTS.https, { host: SHOP, ...load });
const plain = (world: MeshWorld, path: string, load: Partial<Load> = {}) => knock(world, 'http', PORTS.plain, { host: PLAIN, path, ...load });

/** What a gateway takes, and what becomes of it. */
export const DOOR_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'GatewayListener.redirectToHttps(): whoever asks in the clear is sent to https, and nothing comes to the program',
    async observe(world) {
      await world.fresh('doors/shown');
      const { statuses, headers } = await knock(world, 'http', PORTS.http, { host: SHOP, path: '/a?b=c' });
      const { requests } = await world.seen('doors/shown');
      return { seen: `${counts(statuses)} to ${headers.location}, ${requests} requests`, holds: all({ statuses }, CALLS, '301') && headers.location === `https://${SHOP}/a?b=c` && requests === 0 };
    },
    brokenBy: mutate(listener('http-80-shop-example-com'), 'requests in the clear are taken', ({ spec }) => { delete spec.servers[0].tls; }),
  },
  {
    behaviour: 'GatewayListener.https() with the Secret of a certificate, and the service\'s header route: the client verifies the host, everybody gets v1, and who asks with the header v2',
    async observe(world) {
      const [usual, preview, other] = [await shop(world), await shop(world, { headers: { 'x-preview': 'yes' } }), await knock(world, 'https', PORTS.https, { host: 'other.example.com', count: 1 })];
      const seen = `${counts(usual.answeredBy)}; with the header ${counts(preview.answeredBy)}; another host ${counts(other.statuses)}`;
      return { seen, holds: usual.answeredBy['rooms-v1'] === CALLS && preview.answeredBy['rooms-v2'] === CALLS && other.statuses['200'] === undefined };
    },
    brokenBy: mutate(routes(SHOP), 'the header route is forgotten at the gateway', ({ spec }) => { spec.http = spec.http.filter(({ name }: { name: string }) => !name.includes('preview')); }),
  },
  {
    behaviour: 'exposes() with routes of its own: three quarters of what comes below /beta/ go to v2, which is asked for the path behind it',
    async observe(world) {
      const { answeredBy, asked } = await shop(world, { path: '/beta/rooms', count: 1_000 });
      const share = (answeredBy['rooms-v2'] ?? 0) / 1_000;
      return { seen: `${counts(answeredBy)}, asked for ${asked?.path}`, holds: Math.abs(share - 0.75) < 0.06 && asked?.path === '/rooms' };
    },
    brokenBy: mutate(routes(SHOP), 'no rewrite', ({ spec }) => { for (const route of spec.http) delete route.rewrite; }),
  },
  {
    behaviour: 'of two exposures the more specific is asked first: the exact path goes to another service than what is below /beta/',
    async observe(world) {
      await world.fresh('doors/manual');
      const { statuses } = await shop(world, { path: '/beta/manual' });
      const { requests } = await world.seen('doors/manual');
      return { seen: `${counts(statuses)}, ${requests} at manual`, holds: all({ statuses }, CALLS, '200') && requests === CALLS };
    },
    brokenBy: mutate(routes(SHOP), 'the wider one first', ({ spec: { http } }) => { http.unshift(...http.splice(1, 1)); }),
  },
  {
    behaviour: 'clientCertificates REQUIRED: a client that shows one of the authority is let in, and one that shows none is not',
    async observe(world) {
      const [shown, none] = [await knock(world, 'https', PORTS.staff, { host: STAFF, certificate: world.clientCertificate }), await knock(world, 'https', PORTS.staff, { host: STAFF })];
      return { seen: `${counts(shown.statuses)}; without ${counts(none.statuses)}`, holds: all(shown, CALLS, '200') && none.statuses['200'] === undefined };
    },
    brokenBy: mutate(listener('https-8443-staff-example-com'), 'nobody is asked', ({ spec }) => { spec.servers[0].tls.mode = 'SIMPLE'; }),
  },
  {
    behaviour: 'a listener that asks for certificates is not gone round: who comes without one to the wider listener of its port, and asks there for its host, is sent nowhere',
    async observe(world) {
      await world.fresh('doors/shown');
      const round = await knock(world, 'https', PORTS.staff, { host: STAFF, serverName: SHOP });
      const { requests } = await world.seen('doors/shown');
      const itself = await knock(world, 'https', PORTS.staff, { host: SHOP });
      return { seen: `${counts(round.statuses)}, ${requests} requests; for its own host ${counts(itself.statuses)}`, holds: all(round, CALLS, '404') && requests === 0 && all(itself, CALLS, '200') };
    },
    brokenBy: mutate(routes(STAFF), 'bound to the wider one too', ({ spec }) => { spec.gateways.push('doors/door-https-8443-example-com-any'); }),
  },
  {
    behaviour: 'timeout of exposes(): the client gets 504 after 400 ms',
    async observe(world) {
      await world.answer('doors/late', { delay: 3_000 });
      const { statuses, longest } = await plain(world, '/late', { count: 2 });
      await world.fresh('doors/late');
      return { seen: `${counts(statuses)} after ${Math.round(longest / 100) / 10} s at most`, holds: all({ statuses }, 2, '504') && longest < 1_500 };
    },
    brokenBy: mutate(routes(PLAIN), 'no timeout', ({ spec }) => { for (const route of spec.http) delete route.timeout; }),
  },
  {
    behaviour: 'retry of exposes(): a GET that fails with 503 is tried once more, and a POST is not',
    async observe(world) {
      const tried = async (method: string) => {
        await world.fresh('doors/late');
        await world.answer('doors/late', { status: 503 });
        await plain(world, '/late', { method });
        return (await world.seen('doors/late')).requests;
      };
      const [gets, posts] = [await tried('GET'), await tried('POST')];
      await world.fresh('doors/late');
      return { seen: `${gets} tries of ${CALLS} GETs, ${posts} of ${CALLS} POSTs`, holds: gets === 2 * CALLS && posts === CALLS };
    },
    brokenBy: mutate(routes(PLAIN), 'everything is repeated', ({ spec }) => {
      const [first] = spec.http;
      for (const route of spec.http) route.retries = first.retries;
    }),
  },
  {
    behaviour: 'exposes() of a third party: it is asked by its own host, over TLS that the gateway starts',
    async observe(world) {
      const { statuses, asked } = await plain(world, '/pay/1');
      return { seen: `${counts(statuses)}, asked as ${asked?.headers.host}`, holds: all({ statuses }, CALLS, '200') && asked?.headers.host === 'payments.example.com' };
    },
    brokenBy: mutate(routes(PLAIN), 'by the host of the client', ({ spec }) => { for (const route of spec.http) delete route.rewrite; }),
  },
  {
    behaviour: 'GatewayListener.tlsPassthrough(): the third party sees the client\'s own TLS, by the name that it asks for; another name is not passed on',
    async observe(world) {
      const { statuses } = await knock(world, 'https', PORTS.https, { host: SEALED, count: 1 });
      const port = { address: THIRD_PARTIES[SEALED], port: 443 };
      const seen = await world.outside.ask('seen', port);
      await world.outside.ask('forget', port);
      return { seen: `${counts(statuses)}, TLS for ${seen.serverNames.join()}`, holds: all({ statuses }, 1, '200') && seen.serverNames.join() === SEALED };
    },
    brokenBy: mutate(routes(SEALED), 'another name', ({ spec }) => { spec.hosts = ['elsewhere.example.com']; spec.tls[0].match[0].sniHosts = spec.hosts; }),
  },
  {
    behaviour: 'HttpMatch.tokenClaim() of exposes(), and requires() of the gateway with optional: whose token lists the group comes in, whose lists another or who has none finds nothing',
    async observe(world) {
      const ask = (groups?: string[]) => plain(world, '/members', { headers: groups && { authorization: `Bearer ${ISSUER.token({ realm: { groups } })}` } });
      const [staff, guests, none] = [await ask(['guests', 'staff']), await ask(['guests']), await ask()];
      return {
        seen: `${counts(staff.statuses)}; of another group ${counts(guests.statuses)}; without a token ${counts(none.statuses)}`,
        holds: all(staff, CALLS, '200') && [guests, none].every(outcome => all(outcome, CALLS, '404')),
      };
    },
    brokenBy: mutate(routes(PLAIN), 'another claim', ({ spec }) => {
      spec.http.find(({ name }: { name: string }) => name.includes('claim')).match[0].headers = { '@request.auth.claims.groups': { exact: 'staff' } };
    }),
  },
  {
    behaviour: 'GatewayListener.tcp() and weights of a TcpService { v1: 0, v2: 100 }: bytes come back from the service at the port, and all connections are of v2',
    async observe(world) {
      await world.fresh('doors/bytes');
      const ends = await Promise.all(Array.from({ length: CALLS }, () => (
        world.outside.ask('exchange', { host: world.address('door'), port: PORTS.tcp, text: 'knock'.repeat(20) }))));
      const [v1, v2] = await Promise.all(['rooms-v1', 'rooms-v2'].map(pod => world.pod(pod).ask('seen', { port: 7000 })));
      const seen = `${ends.filter(end => end === 'echoed').length} echoed, ${v1.connections} of v1, ${v2.connections} of v2`;
      return { seen, holds: seen === `${CALLS} echoed, 0 of v1, ${CALLS} of v2` };
    },
    brokenBy: mutate(routes('any'), 'half of them are of v1', ({ spec }) => { for (const route of spec.tcp[0].route) route.weight = 50; }),
  },
];
