import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { UnderstoodWorld } from './understood-world';

/** What a sidecar has taken. */
const TAKEN = 'stats?filter=^(cluster_manager.active_clusters|listener_manager.total_listeners_active)$';

/** A sidecar that refuses configuration goes on with what it had, and answers as if nothing had happened. */
export const SIDECARS: Row<UnderstoodWorld> = {
  behaviour: 'every sidecar takes all the configuration that istiod makes of the objects',
  async observe(world) {
    const refused = world.refusedBySidecars();
    const taken = (await Promise.all(world.sidecars.map(async pod => (await pod.envoy(TAKEN)).split('\n')))).flat();
    const seen = `${world.sidecars.length} sidecars took ${total(taken, 'clusters')} clusters and ${total(taken, 'listeners_active')} listeners, and refused nothing`;
    return { seen: refused.length === 0 ? seen : refused.slice(0, 3).join('\n'), holds: world.sidecars.length > 0 && refused.length === 0 };
  },
  brokenBy: mutate({ kind: 'DestinationRule', name: 'payments', namespace: 'shop' }, 'a server name longer than TLS can say', object => {
    object.spec.trafficPolicy.tls.sni = `${'payments.'.repeat(30)}example.com`;
  }),
};

function total(lines: readonly string[], name: string): number {
  return lines.filter(line => line.includes(name)).reduce((sum, line) => sum + Number(line.split(': ')[1]), 0);
}
