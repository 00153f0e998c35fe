import { Row } from '../../harness/row';
import { Load } from '../../pod-program/orders';
import { all, counts } from './counts';
import { MeshWorld } from './world';

/** What lets in to the workload of which rows about entering are. */
export const POLICY = { kind: 'AuthorizationPolicy', name: 'office', namespace: 'entrances' };
const CALLS = 5;

type Entering = Omit<Load, 'url' | 'count'>;

/** Five requests of a pod, and how many reached the service. */
export async function entering(world: MeshWorld, pod: string, service: string, load: Entering = {}) {
  await world.fresh(service);
  const { statuses } = await world.send(pod, service, { count: CALLS, ...load });
  return { statuses, requests: (await world.seen(service)).requests };
}

/** A row of requests that all get 403. */
export function refusedThere(behaviour: string, [pod, service, load]: readonly [pod: string, service: string, load: Entering], brokenBy: Row<MeshWorld>['brokenBy']): Row<MeshWorld> {
  return {
    behaviour,
    async observe(world) {
      const { statuses, requests } = await entering(world, pod, service, load);
      return { seen: `${counts(statuses)}, ${requests} reached the service`, holds: all({ statuses }, CALLS, '403') && requests === 0 };
    },
    brokenBy,
  };
}
