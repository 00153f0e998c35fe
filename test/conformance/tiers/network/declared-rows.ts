import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Cluster } from './cluster';
import { compare, oneByOne, Question } from './comparison';
import { everyOptionCluster } from './every-option-cluster';
import { examplesCluster } from './examples-cluster';
import { neighboursCluster } from './neighbours-cluster';
import { NetworkWorld } from './network-world';
import { Role } from './place';

/** Every workload and every operator's pod to every other, on each port that anything declares and on one that nothing declares. */
function amongDeclared(cluster: Cluster): Question[] {
  const ports = [...cluster.ports, 9999];
  const known = (of: Cluster) => of.placesOf(Role.WORKLOAD, Role.OPERATED);
  return [{ cluster, flows: cluster.flows(known(cluster), known(cluster), ports) }, ...oneByOne(cluster, (alone, owner) => {
    const own = known(alone).filter(place => place.owner === owner);
    const others = known(alone).filter(place => place.owner !== owner);
    return [...alone.flows(own, others, ports), ...alone.flows(others, own, ports)];
  })];
}

/** The same, and to pods that nobody declared, wherever they are. */
function amongNeighbours(cluster: Cluster): Question[] {
  const ports = [...cluster.ports, 7000, 9999];
  const toStrangers = (of: Cluster) => of.flows(of.places.filter(({ guarded }) => guarded), of.placesOf(Role.STRANGER), ports);
  const customs = (of: Cluster) => of.flows(of.places.filter(({ guarded }) => guarded), of.places.filter(({ owner }) => owner === 'border/customs'), [7000]);
  return [...amongDeclared(cluster), { cluster, flows: [...toStrangers(cluster), ...customs(cluster)] }];
}

/** Ports beside the declared one, and those that a sidecar opens: https://istio.io/latest/docs/ops/deployment/application-requirements/ */
function otherPortsOf(port: number): number[] {
  return [1, 22, port + 1, port + 10, 15000, 15001, 15006, 15008, 15020, 15021, 15090, 65535];
}

/** Callers to other ports of their callees, and to the declared port by another transport. */
function besideDeclared(cluster: Cluster): Question[] {
  return oneByOne(cluster, (alone, owner) => alone.edges
    .filter(({ from, to, transport }) => transport === 'TCP' && (from === owner || to === owner))
    .flatMap(({ from, to, port }) => {
      const [callers, callees] = [from, to].map(name => alone.places.filter(place => place.pod && place.owner === name));
      return [...alone.flows(callers, callees, otherPortsOf(port)), ...alone.flows(callers, callees, [port], ['UDP'])];
    }).filter(flow => !alone.expects(flow)));
}

/** What the declarations say, and no more. */
export const DECLARED_ROWS: readonly Row<NetworkWorld>[] = [{
  behaviour: 'who reaches whom in the examples is exactly what they declare',
  observe: world => compare(world, amongDeclared(examplesCluster(world))),
  brokenBy: mutate({ kind: 'NetworkPolicy', name: 'users', namespace: 'books' }, 'port 80 instead of 8080', ({ spec }) => { spec.ingress[0].ports[0].port = 80; }),
}, {
  behaviour: 'who reaches whom in the topology that uses every option is exactly what it declares',
  observe: world => compare(world, amongDeclared(everyOptionCluster(world))),
  brokenBy: mutate({ kind: 'NetworkPolicy', name: 'store', namespace: 'all' }, 'the port of the Service instead of that of the pods', ({ spec }) => {
    for (const { ports } of spec.ingress) if (ports[0].port === 7001) ports[0].port = 7000;
  }),
}, {
  behaviour: 'a service of another team is reached by those who declare it, and not at all where the labels of its pods are unknown',
  observe: world => compare(world, amongNeighbours(neighboursCluster(world))),
  brokenBy: mutate({ kind: 'NetworkPolicy', name: 'parcels', namespace: 'shipping' }, 'every pod of the other team\'s namespace', ({ spec }) => {
    spec.egress[0].to[0].podSelector = {};
  }),
}, {
  behaviour: 'a caller reaches no port of its callee but the declared one',
  observe: world => compare(world, [...besideDeclared(examplesCluster(world)), ...besideDeclared(everyOptionCluster(world))]),
  brokenBy: mutate({ kind: 'NetworkPolicy', name: 'web', namespace: 'books' }, 'the gateway is let in up to port 8001', ({ spec }) => { spec.ingress[0].ports[0].endPort = 8001; }),
}];
