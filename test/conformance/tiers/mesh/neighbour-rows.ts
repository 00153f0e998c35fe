import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { all, counts, seconds } from './counts';
import { MeshWorld } from './world';

const RATES = 'tariffs/rates';
const ZONES = 'tariffs/zones';
const CALLS = 5;
const NEXT = { 'x-rates': 'next' };

/** Services of another team in the cluster, which lets in nobody that does not prove by mutual TLS who it is. */
export const NEIGHBOUR_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'HttpProvider.inCluster: the declared caller enters a service of another team by mutual TLS, as itself',
    async observe(world) {
      const { statuses, requests } = await asked(world, 'parcels', RATES);
      return { seen: `${counts(statuses)}, ${requests} reached the service`, holds: all({ statuses }, CALLS, '200') && requests === CALLS };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'rates', namespace: 'tariffs' }, 'no mutual TLS, as towards what is outside of the mesh', ({ spec }) => {
      spec.trafficPolicy.tls = { mode: 'DISABLE' };
    }),
  },
  {
    behaviour: 'a caller of another team that says nothing of its requests is routed as the owner of the service says: by header to v2, else to v1',
    async observe(world) {
      const [asks, asksNot] = [await versions(world, RATES, NEXT), await versions(world, RATES)];
      return { seen: `with the header ${counts(asks)}, without ${counts(asksNot)}`, holds: asks['rates-v2'] === CALLS && asksNot['rates-v1'] === CALLS };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'rates', namespace: 'tariffs' }, 'the owner shows its routes to its own namespace only', ({ spec }) => {
      spec.exportTo = ['.'];
    }),
  },
  {
    behaviour: 'a caller of another team with a timeout of its own has routes of its own: to any version, whatever the owner says',
    async observe(world) {
      const answeredBy = await versions(world, ZONES, NEXT, 20);
      return { seen: counts(answeredBy), holds: answeredBy['rates-v1'] > 0 && answeredBy['rates-v2'] > 0 };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'zones', namespace: 'shipping' }, 'the caller shows its routes to nobody, as if they were for gateways', ({ spec }) => {
      spec.gateways = ['nowhere'];
    }),
  },
  {
    behaviour: 'a workload of the caller\'s namespace that declared no call to the other team gets 403',
    async observe(world) {
      const { statuses, requests } = await asked(world, 'returns', ZONES);
      return { seen: `${counts(statuses)}, ${requests} reached the service`, holds: all({ statuses }, CALLS, '403') && requests === 0 };
    },
    brokenBy: mutate({ kind: 'AuthorizationPolicy', name: 'rates', namespace: 'tariffs' }, 'every account of the caller\'s namespace is allowed', ({ spec }) => {
      for (const { from: [{ source }] } of spec.rules) source.principals = ['cluster.local/ns/shipping/sa/*'];
    }),
  },
  {
    behaviour: 'the caller\'s own timeout ends its requests to the other team, whose own routes say nothing of one',
    async observe(world) {
      await world.answer(ZONES, { delay: 2_000 });
      const { statuses, longest } = await world.send('parcels', ZONES);
      await world.fresh(ZONES);
      return { seen: `${counts(statuses)} after ${seconds(longest)}`, holds: all({ statuses }, 1, '504') && longest > 450 && longest < 1_500 };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'zones', namespace: 'shipping' }, 'no timeout', ({ spec }) => { delete spec.http[0].timeout; }),
  },
];

/** Which pods answer the declared caller. */
async function versions(world: MeshWorld, service: string, headers: Record<string, string> = {}, count = CALLS): Promise<Record<string, number>> {
  return (await world.send('parcels', service, { count, headers })).answeredBy;
}

async function asked(world: MeshWorld, pod: string, service: string) {
  await world.fresh(service);
  const { statuses } = await world.send(pod, service, { count: CALLS });
  return { statuses, requests: (await world.seen(service)).requests };
}
