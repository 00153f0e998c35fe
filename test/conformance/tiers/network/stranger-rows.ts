import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Cluster, Flow } from './cluster';
import { compare, Question } from './comparison';
import { everyOptionCluster } from './every-option-cluster';
import { examplesCluster } from './examples-cluster';
import { NetworkWorld } from './network-world';
import { Role } from './place';

/** Who is no caller of anything: strangers, the platform's own pods, addresses outside. */
const CALLS_NOBODY: readonly Role[] = [Role.STRANGER, Role.DNS, Role.CONTROL_PLANE, Role.OUTSIDE];

function strangersTo(cluster: Cluster): Question {
  const guarded = cluster.places.filter(place => place.guarded);
  const strangers = cluster.placesOf(Role.STRANGER);
  const others = cluster.placesOf(...CALLS_NOBODY);
  const platform = [53, 5353, 15012, 15017];
  const elsewhere = [...cluster.ports, 9999].filter(port => !cluster.anywherePorts.includes(port));
  const flows: Flow[] = [...cluster.flows(others, guarded, [...cluster.ports, 9999, ...platform]), ...cluster.flows(guarded, strangers, elsewhere)];
  return { cluster, flows };
}

/** Everything is denied by default. */
export const STRANGER_ROWS: readonly Row<NetworkWorld>[] = [{
  behaviour: 'a pod that nobody declared reaches no workload and is reached by none, wherever it runs and whichever labels it has',
  observe: world => compare(world, [strangersTo(examplesCluster(world)), strangersTo(everyOptionCluster(world))]),
  brokenBy: mutate({ kind: 'NetworkPolicy', name: 'users', namespace: 'books' }, 'lets in the pods of another namespace', ({ spec }) => {
    spec.ingress[0].from.push({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'elsewhere' } } });
  }),
}];
