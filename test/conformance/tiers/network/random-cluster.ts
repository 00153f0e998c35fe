import { Plan, PlannedService, PlannedWorkload, RANGES } from '../../fixtures/random-plan';
import { ANYWHERE, Cluster, edge, Edge } from './cluster';
import { oneByOne, Question } from './comparison';
import { clusterDns, entityOperator, istiod, kafkaBroker, KUBE_DNS, postgresInstance, stranger } from './known-pods';
import { NetworkWorld } from './network-world';
import { openPod, outside, Place, Role } from './place';

const OTHERS = 'other addresses';

/** The cluster of a random topology: the edges are those of the plan. */
export function randomCluster(world: NetworkWorld, plan: Plan): Cluster {
  return new Cluster([
    ...plan.workloads.flatMap(workload => podsOf(world, workload)),
    ...plan.services.flatMap(podsOfOthers),
    plan.ownDns ? clusterDns('dns', { app: 'coredns' }) : KUBE_DNS,
    istiod('istio-system'),
    ...[...plan.namespaces, `${plan.name}-others`, plan.ownDns ? 'dns' : 'kube-system', 'istio-system'].map(namespace => stranger(namespace)),
    ...plan.workloads.map(({ id, app }) => stranger('elsewhere', { app, 'app.kubernetes.io/name': id })),
    ...RANGES.flatMap(({ cidr, inside, beside }) => [outside(cidr, inside), outside(OTHERS, beside)]),
  ], [
    ...plan.services.flatMap(edgesTo),
    ...plan.workloads.filter(({ guarded }) => guarded).flatMap(workload => needsOf(workload, plan)),
  ]);
}

/**
 * What is asked of a random topology: workloads to each other, every workload by itself to everything and everything to it, and strangers to
 * each other, whom no policy may touch. The ports are those that are declared, those of the Services, and such that nobody has.
 */
export function questionsOf(cluster: Cluster, { services, ownDns }: Plan): Question[] {
  const ports = [...new Set([...cluster.ports, ...services.map(({ provider }) => provider.port), 53, 9999, 15012])];
  const workloads = cluster.placesOf(Role.WORKLOAD);
  const known = alike(cluster.placesOf(Role.WORKLOAD, Role.OPERATED));
  const strangers = cluster.placesOf(Role.STRANGER);
  const amongReplicas = workloads.flatMap(place => cluster.flows([place], workloads.filter(({ owner }) => owner === place.owner), ports));
  return [
    { cluster, flows: [...amongReplicas, ...cluster.flows(known, known, ports), ...cluster.flows(strangers, strangers, [9999])] },
    ...oneByOne(cluster, (alone, owner) => {
      const own = alike(alone.places.filter(place => place.owner === owner));
      const others = alike(alone.places.filter(place => place.owner !== owner));
      const pods = others.filter(({ pod }) => pod);
      return [...alone.flows(own, others, ports), ...alone.flows(pods, own, ports), ...alone.flows(own, others, [ownDns ? 5353 : 53], ['UDP'])];
    }),
  ];
}

/** One of those that no policy can tell apart. */
function alike(places: readonly Place[]): Place[] {
  return [...new Map(places.map(place => [JSON.stringify([place.owner, place.pod, place.address]), place])).values()];
}

function ownerOf({ namespace, id }: PlannedWorkload): string {
  return `${namespace}/${id}`;
}

function podsOf(world: NetworkWorld, workload: PlannedWorkload): Place[] {
  const { id, namespace, app, pods, guarded } = workload;
  const owner = ownerOf(workload);
  if (pods === 'elsewhere') return ['0', '1'].map(ordinal => ({ ...openPod(Role.WORKLOAD, owner, namespace, { app, ordinal }), guarded }));
  const made = pods === 'versions' ? world.podsOf(owner, [`${id}-v1`, `${id}-v2`], 1) : world.podsOf(owner, [id]);
  return made.map(pod => ({ ...pod, guarded }));
}

/** What operators run; and what another team does, whose labels it may not have told. */
function podsOfOthers({ kind, provider }: PlannedService): Place[] {
  if (provider.by === 'another team') {
    const { service, namespace, labels = { app: service } } = provider;
    return [openPod(Role.OPERATED, `${namespace}/${service}`, namespace, labels)];
  }
  if (provider.by !== 'operator') return [];
  const { namespace, cluster } = provider;
  return kind === 'kafka' ? [kafkaBroker(namespace, cluster), entityOperator(namespace, cluster)] : [postgresInstance(namespace, cluster)];
}

function edgesTo({ provider, consumers, kind }: PlannedService): Edge[] {
  return consumers.flatMap(consumer => {
    const from = ownerOf(consumer);
    switch (provider.by) {
      case 'workload': return [edge(from, ownerOf(provider.workload), provider.targetPort)];
      case 'operator': return [edge(from, `${provider.namespace}/${provider.cluster}-${kind === 'kafka' ? 'kafka' : '1'}`, provider.port)];
      // Who does not know the labels of the pods reaches none of them.
      case 'another team': return provider.labels ? [edge(from, `${provider.namespace}/${provider.service}`, provider.targetPort)] : [];
      case 'third party': return provider.ranges ? provider.ranges.map(({ cidr }) => edge(from, cidr, provider.port)) : [edge(from, ANYWHERE, provider.port)];
    }
  });
}

function needsOf(workload: PlannedWorkload, { ownDns, mesh }: Plan): Edge[] {
  const from = ownerOf(workload);
  const port = ownDns ? 5353 : 53;
  return [edge(from, 'the DNS', port), edge(from, 'the DNS', port, 'UDP'), ...mesh ? [edge(from, 'the control plane', 15012)] : []];
}
