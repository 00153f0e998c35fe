import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { AUTHORIZER } from '../../systems/istiod';
import { all, counts } from './counts';
import { entering, POLICY, refusedThere } from './entering';
import { MeshWorld } from './world';

const BOARD = 'entrances/board';
const CALLS = 5;
/** Documentation addresses (RFC 5737): the one is let in behind the gateway, the other is not. */
const [CLIENT, OTHER] = ['203.0.113.7', '198.51.100.1'];

/** Policies beside what lets in, and callers that are no workload. */
export const ADMITTED_ROWS: readonly Row<MeshWorld>[] = [
  refusedThere('AccessPolicy.deny() goes before what lets in: the declared caller gets 403 for what is denied', ['parcels', BOARD, { method: 'DELETE' }],
    mutate({ ...POLICY, name: 'office-no-deletes' }, 'it is audited only', ({ spec }) => { spec.action = 'AUDIT'; })),
  {
    behaviour: 'dryRun: what would be denied goes on, and the sidecar counts it',
    async observe(world) {
      const before = await wouldBeDenied(world);
      const { statuses } = await entering(world, 'parcels', BOARD, { path: '/old/board' });
      const counted = await wouldBeDenied(world) - before;
      return { seen: `${counts(statuses)}, ${counted} counted`, holds: all({ statuses }, CALLS, '200') && counted === CALLS };
    },
    brokenBy: mutate({ ...POLICY, name: 'office-nothing-old' }, 'it is meant', ({ metadata }) => { Object.assign(metadata, { annotations: {} }); }),
  },
  {
    behaviour: 'AccessPolicy.custom(): the authorizer is asked of each request at the path, and of no other; what it refuses is turned away, and what it grants comes in if the caller is let in',
    async observe(world) {
      const asked = async (answer: number, from: string, path: string) => {
        await world.outside.ask('forget', { port: AUTHORIZER.port });
        await world.outside.ask('answer', { port: AUTHORIZER.port, status: answer });
        const { statuses, requests } = await entering(world, from, BOARD, { path });
        const { requests: questions } = await world.outside.ask('seen', { port: AUTHORIZER.port });
        return { statuses, requests, seen: `${counts(statuses)} after ${questions} questions`, questions };
      };
      const [refused, granted] = [await asked(403, 'parcels', '/asked/a'), await asked(200, 'parcels', '/asked/a')];
      const [other, stranger] = [await asked(403, 'parcels', '/other'), await asked(200, 'stranger', '/asked/a')];
      return {
        seen: `refused ${refused.seen}, granted ${granted.seen}; at another path ${other.seen}; who declared nothing ${counts(stranger.statuses)}`,
        holds: all(refused, CALLS, '403') && refused.requests === 0 && refused.questions === CALLS && all(granted, CALLS, '200')
          && all(other, CALLS, '200') && other.questions === 0 && all(stranger, CALLS, '403'),
      };
    },
    brokenBy: mutate({ ...POLICY, name: 'office-asked-for' }, 'at every path', ({ spec }) => { delete spec.rules[0].to[0].operation.paths; }),
  },
  {
    behaviour: 'AdmittedPeer.anyone(): a client without an identity, and one of the mesh that declared nothing, get 200 at the path with the method, and 403 otherwise',
    async observe(world) {
      const asked = { 'GET /healthz': ['GET', '/healthz'], 'POST /healthz': ['POST', '/healthz'], 'GET /': ['GET', '/'] } as const;
      const outcomes = [];
      for (const [what, [method, path]] of Object.entries(asked)) {
        const plain = await world.pod('legacy').ask('send', { url: `http://${world.address('office')}:8081`, count: CALLS, method, path });
        const inMesh = await world.send('stranger', BOARD, { count: CALLS, method, path });
        const expected = what === 'GET /healthz' ? '200' : '403';
        outcomes.push({ seen: `${what} ${counts(plain.statuses)} and ${counts(inMesh.statuses)}`, holds: [plain, inMesh].every(outcome => all(outcome, CALLS, expected)) });
      }
      return { seen: outcomes.map(({ seen }) => seen).join(', '), holds: outcomes.every(({ holds }) => holds) };
    },
    brokenBy: mutate({ ...POLICY, kind: 'PeerAuthentication' }, 'mutual TLS only at that port, too', ({ spec }) => { delete spec.portLevelMtls; }),
  },
  {
    behaviour: 'AdmittedPeer.pods() at /metrics of pods that are denied by default: who scrapes without an identity gets 200 there and 403 elsewhere, and who has one and declared nothing 403',
    async observe(world) {
      const scrape = (path: string) => world.pod('legacy').ask('send', { url: `http://${world.address('office')}:8081`, count: CALLS, path });
      const [metrics, other, inMesh] = [await scrape('/metrics'), await scrape('/orders'), await world.send('stranger', BOARD, { count: CALLS, path: '/metrics' })];
      const seen = `${counts(metrics.statuses)} at /metrics, ${counts(other.statuses)} elsewhere; with an identity ${counts(inMesh.statuses)}`;
      return { seen, holds: all(metrics, CALLS, '200') && [other, inMesh].every(outcome => all(outcome, CALLS, '403')) };
    },
    brokenBy: mutate(POLICY, 'whoever has an identity, and nobody else', ({ spec }) => {
      const rule = spec.rules.find(({ to }: { to: { operation: { paths?: string[] } }[] }) => to[0].operation.paths?.includes('/metrics'));
      rule.from = [{ source: { principals: ['*'] } }];
    }),
  },
  {
    behaviour: 'clientCidrs: behind a gateway that is admitted, a client is let in by the last address of X-Forwarded-For, and by none before it',
    async observe(world) {
      const of = async (...addresses: string[]) => entering(world, 'gateway', BOARD, { headers: { 'x-forwarded-for': addresses.join(', ') } });
      const [known, other, claimed] = [await of(OTHER, CLIENT), await of(OTHER), await of(CLIENT, OTHER)];
      const seen = `${counts(known.statuses)} where it is last, ${counts(other.statuses)} without it, ${counts(claimed.statuses)} where it is first`;
      return { seen, holds: all(known, CALLS, '200') && [other, claimed].every(outcome => all(outcome, CALLS, '403')) };
    },
    brokenBy: mutate(POLICY, 'any client of the gateway', ({ spec }) => { for (const { from: [{ source }] = [{ source: {} }] } of spec.rules) delete source.remoteIpBlocks; }),
  },
];

/** Requests that the sidecar would have denied since it started. Source: Envoy, HTTP role based access control, statistics */
async function wouldBeDenied(world: MeshWorld): Promise<number> {
  const lines = (await world.pod('office').envoy('stats?filter=istio_dry_run_deny_.*shadow_denied')).trim().split('\n');
  return lines.map(line => Number(/: (\d+)$/.exec(line)?.[1] ?? 0)).reduce((a, b) => a + b, 0);
}
