import { Manifest } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { all, counts } from './counts';
import { MeshWorld } from './world';

const LEDGER = { kind: 'PeerAuthentication', name: 'ledger', namespace: 'moving' };
const [POSTED, DRAFTS, SCALES] = ['moving/posted', 'moving/drafts', 'moving/scales'];
const BYSTANDER = 'shut/bystander';
const CALLS = 5;

/** Which connections are taken, and what holds in a whole namespace. */
export const CONNECTION_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'MutualTls.permissive(): a client without a sidecar is taken, beside callers of the mesh, until it is STRICT',
    async observe(world) {
      const [plain, inMesh] = [await plaintext(world, 'ledger', 8081), await world.send('parcels', DRAFTS, { count: CALLS })];
      const seen = `${counts(plain.statuses)} without a sidecar, ${counts(inMesh.statuses)} with one`;
      return { seen, holds: [plain, inMesh].every(outcome => all(outcome, CALLS, '200')) };
    },
    brokenBy: mutate(LEDGER, 'the migration is over', ofPort(8081, 'STRICT')),
  },
  {
    behaviour: 'MutualTls.STRICT beside it, on the way into the mesh: a client without a sidecar is refused, callers of the mesh are taken',
    async observe(world) {
      const [plain, inMesh] = [await plaintext(world, 'ledger', 8080), await world.send('parcels', POSTED, { count: CALLS })];
      const seen = `${counts(plain.statuses)} without a sidecar, ${counts(inMesh.statuses)} with one`;
      return { seen, holds: all(plain, CALLS, 'ECONNRESET') && all(inMesh, CALLS, '200') };
    },
    brokenBy: mutate(LEDGER, 'nothing is said of the workload', ({ spec }) => { delete spec.mtls; }),
  },
  {
    behaviour: 'MutualTls.disabled() at one port: a client without a sidecar is taken, and callers of the mesh, which are told nothing and speak plaintext there',
    async observe(world) {
      const [plain, inMesh] = [await plaintext(world, 'ledger', 8082), await world.send('parcels', SCALES, { count: CALLS })];
      const seen = `${counts(plain.statuses)} without a sidecar, ${counts(inMesh.statuses)} with one`;
      return { seen, holds: [plain, inMesh].every(outcome => all(outcome, CALLS, '200')) };
    },
    brokenBy: mutate(LEDGER, 'mutual TLS alone at that port, too', ofPort(8082, 'STRICT')),
  },
  {
    behaviour: 'denyByDefault: in that namespace the declared caller gets 200 of the guarded workload, and 403 of pods of which no topology knows',
    async observe(world) {
      const [declared, other] = [await world.send('parcels', 'shut/vault', { count: CALLS }), await asked(world, 'parcels')];
      const seen = `${counts(declared.statuses)} of the one, ${counts(other.statuses)} of the others, ${other.requests} reached them`;
      return { seen, holds: all(declared, CALLS, '200') && all(other, CALLS, '403') && other.requests === 0 };
    },
    brokenBy: mutate({ kind: 'AuthorizationPolicy', name: 'allow-nothing', namespace: 'shut' }, 'it is about the guarded workload alone', ({ spec }) => {
      spec.selector = { matchLabels: { app: 'vault' } };
    }),
  },
  {
    behaviour: 'denyByDefault lets in nobody else to the guarded workload either: who declared no call gets 403',
    async observe(world) {
      await world.fresh('shut/vault');
      const { statuses } = await world.send('stranger', 'shut/vault', { count: CALLS });
      const { requests } = await world.seen('shut/vault');
      return { seen: `${counts(statuses)}, ${requests} reached it`, holds: all({ statuses }, CALLS, '403') && requests === 0 };
    },
    brokenBy: mutate({ kind: 'AuthorizationPolicy', name: 'vault', namespace: 'shut' }, 'every account is allowed', ({ spec }) => {
      spec.rules[0].from[0].source.principals = ['*'];
    }),
  },
  {
    behaviour: 'mutualTls of a namespace: pods of which no topology knows refuse a client without a sidecar before it can say anything',
    async observe(world) {
      const { statuses } = await plaintext(world, 'bystander', 8080);
      return { seen: counts(statuses), holds: all({ statuses }, CALLS, 'ECONNRESET') };
    },
    brokenBy: mutate({ kind: 'PeerAuthentication', name: 'default', namespace: 'shut' }, 'mode PERMISSIVE', ({ spec }) => { spec.mtls.mode = 'PERMISSIVE'; }),
  },
];

function plaintext(world: MeshWorld, pod: string, port: number) {
  return world.pod('legacy').ask('send', { url: `http://${world.address(pod)}:${port}`, count: CALLS });
}

async function asked(world: MeshWorld, pod: string) {
  await world.fresh(BYSTANDER);
  const { statuses } = await world.send(pod, BYSTANDER, { count: CALLS });
  return { statuses, requests: (await world.seen(BYSTANDER)).requests };
}

function ofPort(port: number, mode: string): (manifest: Manifest) => void {
  return ({ spec }) => { spec.portLevelMtls[port].mode = mode; };
}
