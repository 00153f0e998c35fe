import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Cluster } from './cluster';
import { compare, Question } from './comparison';
import { everyOptionCluster } from './every-option-cluster';
import { examplesCluster } from './examples-cluster';
import { NetworkWorld } from './network-world';
import { Role } from './place';

interface Rule {
  readonly ports: { readonly protocol: string; port: number }[];
}

/** 9153 are CoreDNS' own metrics. */
const DNS_PORTS = [53, 5353, 9153, 8080];

/** 15010 is configuration in plain text, 15014 metrics, 15017 webhooks: https://istio.io/latest/docs/ops/deployment/application-requirements/ */
const CONTROL_PLANE_PORTS = [15010, 15012, 15014, 15017, 8080];

function clustersOf(world: NetworkWorld): Cluster[] {
  return [examplesCluster(world), everyOptionCluster(world)];
}

function toRole(cluster: Cluster, role: Role, ports: readonly number[]): Question {
  const guarded = cluster.places.filter(place => place.guarded);
  return { cluster, flows: cluster.flows(guarded, cluster.placesOf(role), ports, ['TCP', 'UDP']) };
}

/** What workloads need besides what they declare. */
export const PLATFORM_ROWS: readonly Row<NetworkWorld>[] = [{
  behaviour: 'every workload reaches the cluster\'s DNS by UDP and TCP, where the declaration says that it is, and nothing else there',
  observe: world => compare(world, clustersOf(world).map(cluster => toRole(cluster, Role.DNS, DNS_PORTS))),
  brokenBy: mutate({ kind: 'NetworkPolicy', name: 'reviews', namespace: 'books' }, 'DNS by TCP only', ({ spec }) => {
    for (const { ports } of spec.egress as Rule[]) ports.splice(0, ports.length, ...ports.filter(({ protocol }) => protocol === 'TCP'));
  }),
}, {
  behaviour: 'every workload reaches the mesh\'s control plane for configuration and certificates, and nothing else there',
  observe: world => compare(world, clustersOf(world).map(cluster => toRole(cluster, Role.CONTROL_PLANE, CONTROL_PLANE_PORTS))),
  brokenBy: mutate({ kind: 'NetworkPolicy', name: 'admin', namespace: 'edge' }, 'port 15010 of the control plane', ({ spec }) => {
    for (const { ports } of spec.egress as Rule[]) if (ports[0].port === 15012) ports[0].port = 15010;
  }),
}];
