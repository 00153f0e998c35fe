import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Cluster } from './cluster';
import { compare, Question } from './comparison';
import { everyOptionCluster } from './every-option-cluster';
import { examplesCluster } from './examples-cluster';
import { NetworkWorld } from './network-world';
import { Role } from './place';

interface Rule {
  readonly to: { ipBlock?: { cidr: string } }[];
  readonly ports: { readonly port: number }[];
}

/** Workloads to addresses outside, on every port that is declared for anything. */
function leaving(cluster: Cluster): Question {
  const addresses = cluster.placesOf(Role.OUTSIDE, Role.INSTANCE);
  return { cluster, flows: cluster.flows(cluster.places.filter(({ guarded }) => guarded), addresses, [...cluster.ports, 9999]) };
}

/** The same to pods that nobody declared. A rule for every address covers those of pods, too. */
function toStrangers(cluster: Cluster): Question {
  const strangers = cluster.placesOf(Role.STRANGER);
  return { cluster, flows: cluster.flows(cluster.places.filter(({ guarded }) => guarded), strangers, cluster.anywherePorts) };
}

/** Who reaches what is outside of the cluster. */
export const THIRD_PARTY_ROWS: readonly Row<NetworkWorld>[] = [{
  behaviour: 'a third party with address ranges is reached there, by those who declare it, on its port, and no address beside the ranges is',
  observe: world => compare(world, [leaving(everyOptionCluster(world))]),
  brokenBy: mutate({ kind: 'NetworkPolicy', name: 'batch', namespace: 'batch' }, '203.0.112.0/23 instead of 203.0.113.0/24', ({ spec }) => {
    for (const { to, ports } of spec.egress as Rule[]) if (ports[0].port === 9096) to[0].ipBlock!.cidr = '203.0.112.0/23';
  }),
}, {
  behaviour: 'a third party without address ranges is reached at any address, pods that nobody guards included, by those who declare it, on its port alone',
  observe: world => {
    const cluster = examplesCluster(world);
    return compare(world, [leaving(cluster), toStrangers(cluster)]);
  },
  brokenBy: mutate({ kind: 'NetworkPolicy', name: 'orders', namespace: 'shop' }, 'no IPv6 to the third party', ({ spec }) => {
    for (const { to, ports } of spec.egress as Rule[]) if (ports[0].port === 443) to.splice(0, to.length, { ipBlock: { cidr: '0.0.0.0/0' } });
  }),
}, {
  behaviour: 'a third party without address ranges opens nobody the way to where a cloud hands out the credentials of a machine',
  observe: world => {
    const cluster = examplesCluster(world);
    const guarded = cluster.places.filter(place => place.guarded);
    return compare(world, [{ cluster, flows: cluster.flows(guarded, cluster.placesOf(Role.INSTANCE), cluster.anywherePorts) }]);
  },
  brokenBy: mutate({ kind: 'NetworkPolicy', name: 'orders', namespace: 'shop' }, 'without the exceptions', ({ spec }) => {
    for (const { to, ports } of spec.egress as Rule[]) if (ports[0].port === 443) to.splice(0, to.length, { ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } });
  }),
}];
