import { Cluster, edge } from './cluster';
import { istiod, KUBE_DNS, stranger } from './known-pods';
import { NetworkWorld } from './network-world';
import { openPod, Role } from './place';

const GUARDED = ['shipping/parcels', 'shipping/returns', 'tariffs/rates'];

/** Two teams in one cluster, read from neighbours.ts by a person; and a third, of whose pods nobody told the labels. */
export function neighboursCluster(world: NetworkWorld): Cluster {
  return new Cluster([
    ...world.podsOf('shipping/parcels', ['parcels']),
    ...world.podsOf('shipping/returns', ['returns']),
    ...world.podsOf('tariffs/rates', ['rates-v1', 'rates-v2']),
    openPod(Role.OPERATED, 'border/customs', 'border', { app: 'customs' }),
    KUBE_DNS,
    istiod('istio-system'),
    stranger('shipping'), stranger('tariffs'), stranger('border'), stranger('elsewhere', { app: 'rates' }), stranger('elsewhere', { app: 'parcels' }),
  ], [
    edge('shipping/parcels', 'tariffs/rates', 8001),
    edge('shipping/parcels', 'tariffs/rates', 8002),
    ...GUARDED.flatMap(workload => [edge(workload, 'the DNS', 53), edge(workload, 'the DNS', 53, 'UDP'), edge(workload, 'the control plane', 15012)]),
  ]);
}
