import { WINCH } from '../../fixtures/yards';
import { eventually } from '../../harness/eventually';
import { Manifest } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { all, counts } from './counts';
import { MeshWorld } from './world';

const ENTRY = { kind: 'WorkloadEntry', name: 'crane.10-77-3-10' };
const POLICY = { kind: 'AuthorizationPolicy', name: 'winch' };
const LIFTS = 'yards/lifts';
const PULLS = 'yards/pulls';
const HEAVE = { host: 'hoist.yards.svc', port: 7300, text: 'heave'.repeat(20) };
const CALLS = 5;
const identity = (account: string) => `spiffe://cluster.local/ns/yards/sa/${account}`;

/** Workloads that run on machines: no Kubernetes Service has endpoints there. */
export const MACHINE_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'Machines.at(): the Service of a workload leads to its machine, and both ends have proved who they are by mutual TLS',
    async observe(world) {
      await world.fresh(LIFTS);
      const { statuses, asked } = await world.send('dock', LIFTS, { count: CALLS });
      const { requests } = await world.seen(LIFTS);
      const proven = asked?.headers['x-forwarded-client-cert'] ?? 'nothing';
      return {
        seen: `${counts(statuses)}, ${requests} reached the machine, proven: ${proven.replace(/;Hash=\w+/, '')}`,
        holds: all({ statuses }, CALLS, '200') && requests === CALLS && [`By=${identity('crane')}`, `URI=${identity('dock')}`].every(part => proven.includes(part)),
      };
    },
    brokenBy: mutate(ENTRY, 'no account, as if there were no sidecar', ({ spec }) => { delete spec.serviceAccount; }),
  },
  {
    behaviour: 'Machines.at(): connections to its TCP service arrive there too',
    async observe(world) {
      await world.fresh('yards/hoist');
      const end = await world.pod('dock').ask('exchange', HEAVE);
      const { bytes } = await world.seen('yards/hoist');
      return { seen: `${end}, ${bytes} bytes reached the machine`, holds: end === 'echoed' && bytes === HEAVE.text.length };
    },
    brokenBy: mutate({ ...ENTRY, name: 'hoist.10-77-3-11' }, 'another address, where nobody is', ({ spec }) => { spec.address = '10.77.3.99'; }),
  },
  {
    behaviour: 'Machines.group(): a machine makes itself known as its sidecar starts, and the Service of its workload leads there',
    async observe(world) {
      const { statuses, requests } = await pulled(world, 'dock');
      return { seen: `${counts(statuses)}, ${requests} reached the machine`, holds: all({ statuses }, CALLS, '200') && requests === CALLS };
    },
    brokenBy: mutate(POLICY, 'another account is allowed', policy => { allow(policy, 'cluster.local/ns/yards/sa/docks'); }),
  },
  {
    behaviour: 'who has not declared a call of what runs on a machine gets 403 of its sidecar',
    async observe(world) {
      const { statuses, requests } = await pulled(world, 'watch');
      return { seen: `${counts(statuses)}, ${requests} reached the machine`, holds: all({ statuses }, CALLS, '403') && requests === 0 };
    },
    brokenBy: mutate(POLICY, 'every account of the namespace', policy => { allow(policy, 'cluster.local/ns/yards/sa/*'); }),
  },
  {
    behaviour: 'a client without a sidecar, at the address of a machine, is refused before it can say anything',
    async observe(world) {
      await world.fresh(LIFTS);
      const { statuses } = await world.pod('legacy').ask('send', { url: `http://${world.address('crane')}:8080`, count: CALLS });
      const { requests } = await world.seen(LIFTS);
      return { seen: `${counts(statuses)}, ${requests} reached the machine`, holds: all({ statuses }, CALLS, 'ECONNRESET') && requests === 0 };
    },
    brokenBy: mutate({ kind: 'PeerAuthentication', name: 'crane' }, 'mode PERMISSIVE', ({ spec }) => { spec.mtls.mode = 'PERMISSIVE'; }),
  },
  {
    behaviour: 'what runs on a machine calls what it declared by its own identity, and gets 403 at what it did not declare',
    async observe(world) {
      const declared = await world.send('crane', 'yards/berths', { count: CALLS });
      const other = await world.send('crane', 'yards/rounds', { count: CALLS });
      const proven = declared.asked?.headers['x-forwarded-client-cert'] ?? 'nothing';
      return {
        seen: `${counts(declared.statuses)}, proven: ${proven.replace(/;Hash=\w+/, '')}; ${counts(other.statuses)}`,
        holds: all(declared, CALLS, '200') && all(other, CALLS, '403') && proven.includes(`URI=${identity('crane')}`),
      };
    },
    brokenBy: mutate({ ...POLICY, name: 'watch' }, 'another account is allowed', ({ spec }) => {
      for (const { from: [{ source }] } of spec.rules) source.principals = source.principals.map((name: string) => name.replace(/crane$/, 'cranes'));
    }),
  },
];

/** What becomes of requests to the machine that makes itself known, once the caller's sidecar knows it. */
async function pulled(world: MeshWorld, pod: string) {
  await eventually(`${pod} knows the machine`, async () => (await world.pod(pod).envoy('clusters')).includes(`::${WINCH}:8080::`));
  await world.fresh(PULLS);
  const { statuses } = await world.send(pod, PULLS, { count: CALLS });
  return { statuses, requests: (await world.seen(PULLS)).requests };
}

function allow({ spec }: Manifest, principal: string): void {
  for (const { from: [{ source }] } of spec.rules) source.principals = [principal];
}
