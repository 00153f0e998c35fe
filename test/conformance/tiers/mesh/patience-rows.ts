import { Manifest } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { all, counts, seconds } from './counts';
import { MeshWorld } from './world';

/** How long a call may take. */
export const PATIENCE_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'timeout 500 ms: a call ends then with 504, however long the service takes',
    async observe(world) {
      const { outcome } = await slowly(world, 'caller', 'resilience/deadline', 2_000, 4);
      return { seen: `${counts(outcome.statuses)} after ${seconds(outcome.shortest)} to ${seconds(outcome.longest)}`, holds: all(outcome, 4, '504') && within(outcome, 500) };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'deadline' }, 'timeout 1.5 s', ({ spec }) => { spec.http[0].timeout = '1500ms'; }),
  },
  {
    behaviour: 'perTryTimeout 300 ms with 2 retries: three tries of 300 ms each',
    async observe(world) {
      const { outcome, tries } = await slowly(world, 'caller', 'resilience/slow-tries', 2_000);
      return { seen: `${counts(outcome.statuses)} after ${tries} tries in ${seconds(outcome.longest)}`, holds: all(outcome, 1, '504') && tries === 3 && within(outcome, 900) };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'slow-tries' }, 'perTryTimeout 600 ms', ({ spec }) => { spec.http[0].retries.perTryTimeout = '600ms'; }),
  },
  {
    behaviour: 'two callers of one service have timeouts of their own: 5 s for one, 300 ms for the other',
    async observe(world) {
      const [patient, hasty] = [await slowly(world, 'caller', 'resilience/patience', 800), await slowly(world, 'hasty', 'resilience/patience', 800)];
      const told = [patient, hasty].map(({ outcome }) => `${counts(outcome.statuses)} after ${seconds(outcome.longest)}`).join('; ');
      return { seen: told, holds: all(patient.outcome, 1, '200') && all(hasty.outcome, 1, '504') && within(hasty.outcome, 300) };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'patience' }, 'the route of the hasty one is for a caller of another label', virtualService => {
      routeOf(virtualService, 'hasty-all').match[0].sourceLabels = { app: 'nobody' };
    }),
  },
  {
    // The sidecar of the caller ends it with 14, or that of the service with 4, to which it is told the deadline; 14 is to become 4: envoy#44479.
    behaviour: 'gRPC with timeout 1 s: a call ends then with DEADLINE_EXCEEDED (4) or UNAVAILABLE (14)',
    async observe(world) {
      await world.fresh('resilience/procedures');
      await world.answer('resilience/procedures', { delay: 2_500 });
      const outcome = await world.call('caller', 'resilience/procedures', 2);
      return { seen: `${counts(outcome.statuses)} (gRPC status) after ${seconds(outcome.longest)}`, holds: Object.keys(outcome.statuses).every(status => ['4', '14'].includes(status)) && within(outcome, 1_000) };
    },
    brokenBy: mutate({ kind: 'VirtualService', name: 'procedures' }, 'timeout 2 s', ({ spec }) => { spec.http[0].timeout = '2s'; }),
  },
];

async function slowly(world: MeshWorld, pod: string, service: string, delay: number, count = 1) {
  await world.fresh(service);
  await world.answer(service, { delay });
  const outcome = await world.send(pod, service, { count, concurrency: count });
  return { outcome, tries: (await world.seen(service)).requests };
}

/** Neither before the time nor much later; a machine with other work needs a while. */
function within({ shortest, longest }: { readonly shortest: number; readonly longest: number }, milliseconds: number): boolean {
  return shortest >= milliseconds - 20 && longest <= milliseconds + 400;
}

function routeOf({ spec }: Manifest, name: string) {
  return spec.http.find((route: { readonly name: string }) => route.name === name);
}
