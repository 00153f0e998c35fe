import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Outcome } from '../../pod-program/orders';
import { all, counts, seconds } from './counts';
import { MeshWorld } from './world';

const CALLS = 5;
const virtualService = (name: string) => ({ kind: 'VirtualService', name, namespace: 'detours' });
const front = (world: MeshWorld, service: string, load: Parameters<MeshWorld['send']>[2] = {}) => world.send('front', `detours/${service}`, { count: CALLS, ...load });

/** What happens to requests on their way, beside that they are sent on. */
export const DETOUR_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'rewrite { uri: "/" } of the prefix /next/: the program is asked for what stands behind it',
    async observe(world) {
      const { asked } = await front(world, 'matched', { path: '/next/books?a=b' });
      return { seen: String(asked?.path), holds: asked?.path === '/books?a=b' };
    },
    brokenBy: mutate(virtualService('matched'), 'no rewrite', ({ spec }) => { delete spec.http[0].rewrite; }),
  },
  {
    behaviour: 'redirect({ uri: "/new", redirectCode: 308 }): the caller is sent there, and the program not asked',
    async observe(world) {
      const { statuses, headers, asked } = await front(world, 'answered', { path: '/old' });
      const path = new URL(headers.location ?? 'none:', 'http://answered').pathname;
      return { seen: `${counts(statuses)} to ${path}`, holds: all({ statuses }, CALLS, '308') && path === '/new' && asked === undefined };
    },
    brokenBy: mutate(virtualService('answered'), 'another status', ({ spec }) => { spec.http[0].redirect.redirectCode = 302; }),
  },
  {
    behaviour: 'respond(503, "closed"): the caller is answered so, and the program not asked',
    async observe(world) {
      const { statuses, body, asked } = await front(world, 'answered', { path: '/closed/today' });
      return { seen: `${counts(statuses)}: ${body}`, holds: all({ statuses }, CALLS, '503') && body === 'closed' && asked === undefined };
    },
    brokenBy: mutate(virtualService('answered'), 'another answer', ({ spec }) => { spec.http[1].directResponse.body.string = 'open'; }),
  },
  {
    behaviour: 'requestHeaders and responseHeaders: what is set is there, what is removed is not',
    async observe(world) {
      const { asked, headers } = await front(world, 'answered', { headers: { 'x-inner': 'yes', 'x-route': 'none' } });
      const seen = [asked?.headers['x-route'], asked?.headers['x-inner'], headers['x-answered'], headers['served-by']].map(String).join(', ');
      return { seen, holds: seen === 'main, undefined, by a route, undefined' };
    },
    brokenBy: mutate(virtualService('answered'), 'nothing is taken from the answer', ({ spec }) => { delete spec.http[2].headers.response.remove; }),
  },
  {
    behaviour: 'cors: pages of the origin that is let in may ask, with a method and a header that are, and those of another may not',
    async observe(world) {
      const [allowed, other] = [await preflight(world, 'https://shop.example.com'), await preflight(world, 'https://other.example.com')];
      return { seen: `${leave(allowed)}; ${leave(other)}`, holds: leave(allowed) === 'https://shop.example.com, GET,PUT, x-cart, 3600' && leave(other) === 'no leave' };
    },
    brokenBy: mutate(virtualService('answered'), 'every origin', ({ spec }) => { spec.http[2].corsPolicy.allowOrigins = [{ regex: '.*' }]; }),
  },
  {
    behaviour: 'mirrors to v2: v1 answers each request, and v2 gets a copy of each',
    observe: async world => {
      const { answeredBy, copies } = await copied(world, 'copied', 200);
      return { seen: `${counts(answeredBy)}, ${copies} copies`, holds: answeredBy['pages-v1'] === 200 && copies === 200 };
    },
    brokenBy: mutate(virtualService('copied'), 'a share of 50', ({ spec }) => { spec.http[0].mirrors[0].percentage = { value: 50 }; }),
  },
  {
    behaviour: 'mirrors with percentage 25: v2 gets about a quarter of them',
    observe: async world => {
      const { answeredBy, copies } = await copied(world, 'sampled', 2_000);
      return { seen: `${counts(answeredBy)}, ${copies} copies`, holds: answeredBy['pages-v1'] === 2_000 && Math.abs(copies / 2_000 - 0.25) < 0.04 };
    },
    brokenBy: mutate(virtualService('sampled'), 'no percentage', ({ spec }) => { delete spec.http[0].mirrors[0].percentage; }),
  },
  {
    behaviour: 'fault { abort }: requests with the header fail without the program, all or the share that is declared; others do not',
    async observe(world) {
      const [hit, some, others] = [await trial(world, 'abort', CALLS), await trial(world, 'some', 1_000), await front(world, 'broken')];
      const share = (some.statuses['501'] ?? 0) / 1_000;
      return {
        seen: `${counts(hit.statuses)}; ${counts(some.statuses)}; ${counts(others.statuses)}`,
        holds: all(hit, CALLS, '501') && hit.asked === undefined && Math.abs(share - 0.5) < 0.08 && all(others, CALLS, '200'),
      };
    },
    brokenBy: mutate(virtualService('broken'), 'all are hit', ({ spec }) => { spec.http.at(-1).fault = spec.http[0].fault; }),
  },
  {
    behaviour: 'fault { delay }: requests with the header wait for 700 ms, and are answered then; others do not wait',
    async observe(world) {
      const [hit, others] = [await trial(world, 'delay', CALLS), await front(world, 'broken')];
      return { seen: `${counts(hit.statuses)} after ${seconds(hit.shortest)}; others after ${seconds(others.longest)}`, holds: all(hit, CALLS, '200') && hit.shortest >= 690 && others.longest < 690 };
    },
    brokenBy: mutate(virtualService('broken'), 'no delay', ({ spec }) => { delete spec.http[2].fault; }),
  },
];

function trial(world: MeshWorld, value: string, count: number): Promise<Outcome> {
  return front(world, 'broken', { count, headers: { 'x-trial': value } });
}

/** What a browser asks before it asks for what a page wants. */
function preflight(world: MeshWorld, origin: string): Promise<Outcome> {
  const asking = { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'x-cart' };
  return front(world, 'answered', { count: 1, method: 'OPTIONS', headers: asking });
}

function leave({ headers }: Outcome): string {
  const given = ['origin', 'methods', 'headers'].map(what => headers[`access-control-allow-${what}`]);
  return given[0] === undefined ? 'no leave' : [...given, headers['access-control-max-age']].join(', ');
}

async function copied(world: MeshWorld, service: string, count: number): Promise<{ answeredBy: Readonly<Record<string, number>>; copies: number }> {
  await world.fresh(`detours/${service}`);
  const { answeredBy } = await front(world, service, { count });
  return { answeredBy, copies: (await world.seen(`detours/${service}`)).requests - count };
}
