import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { all, counts } from './counts';
import { THIRD_PARTIES } from './third-parties';
import { MeshWorld } from './world';

const SCOUT = { kind: 'Sidecar', name: 'scout', namespace: 'scopes' };
const POSTED = 'moving/posted';
const DECLARED = ['payments.example.com', 'posted.moving.svc.cluster.local'];
const UNDECLARED = 'undeclared.example.com';
const CALLS = 5;

/** What sidecars are told of. */
export const SCOPE_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'sidecars: the proxy of a workload has clusters for what it declared, and beside istiod\'s for nothing else',
    async observe(world) {
      const lines = (await world.pod('scout').envoy('clusters')).split('\n');
      const hosts = lines.flatMap(line => /^outbound\|\d+\|[^|]*\|([^:]+)::/.exec(line)?.[1] ?? []).filter(host => !/\.(istio-system|observability)\.svc\.|\.sentinel\.example\.com$/.test(host));
      const known = [...new Set(hosts)].sort();
      return { seen: known.length > 4 ? `${known.length} hosts` : known.join(', '), holds: known.join() === DECLARED.join() };
    },
    brokenBy: mutate(SCOUT, 'all of that namespace', ({ spec }) => { spec.egress[0].hosts.push('moving/*'); }),
  },
  {
    behaviour: 'sidecars: another team\'s service is reached, by the routes that the caller has of its own: after 500 ms it gets 504',
    async observe(world) {
      await world.fresh(POSTED);
      const answered = await world.send('scout', POSTED, { count: CALLS });
      await world.answer(POSTED, { delay: 2_000 });
      const waiting = await world.send('scout', POSTED, { count: 1 });
      await world.fresh(POSTED);
      return { seen: `${counts(answered.statuses)}, ${counts(waiting.statuses)}`, holds: all(answered, CALLS, '200') && all(waiting, 1, '504') };
    },
    brokenBy: mutate(SCOUT, 'the host in its namespace alone', ({ spec }) => {
      spec.egress[0].hosts = spec.egress[0].hosts.filter((host: string) => host !== './posted.moving.svc.cluster.local');
    }),
  },
  {
    behaviour: 'registryOnly: what is not declared gets 502 of the sidecar, and does not leave the pod',
    async observe(world) {
      const port = { address: THIRD_PARTIES[UNDECLARED], port: 80 };
      await world.outside.ask('forget', port);
      const { statuses } = await world.pod('scout').ask('send', { url: `http://${UNDECLARED}`, count: CALLS });
      const { requests } = await world.outside.ask('seen', port);
      await world.outside.ask('forget', port);
      return { seen: `${counts(statuses)}, ${requests} requests outside`, holds: all({ statuses }, CALLS, '502') && requests === 0 };
    },
    brokenBy: mutate(SCOUT, 'ALLOW_ANY', ({ spec }) => { spec.outboundTrafficPolicy.mode = 'ALLOW_ANY'; }),
  },
];
