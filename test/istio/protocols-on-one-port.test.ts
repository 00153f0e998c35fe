import {
  BackingService, GrpcProvider, GrpcService, HttpProvider, HttpService, InClusterServingProps, IstioMesh, Pods, Redis, RedisProvider, TcpProvider,
  TcpService, Topology, Workload,
} from '../../src';
import { AddressRole } from '../../src/model/address';
import { Locator } from '../../src/model/locator';
import { Protocol } from '../../src/model/protocol';
import { Provision } from '../../src/model/provision';
import { Tls } from '../../src/model/tls';
import { WorkloadStanding } from '../../src/model/workload-standing';
import { AnyService } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

type Make = (id: string, workload: Workload, targetPort: number) => BackingService;

const http: Make = (id, workload, targetPort) =>
  new HttpService(workload.topology, id, { provider: HttpProvider.workload(workload, { targetPort }) });
const grpc: Make = (id, workload, targetPort) =>
  new GrpcService(workload.topology, id, { provider: GrpcProvider.workload(workload, { targetPort }) });
const tcp: Make = (id, workload, targetPort) =>
  new TcpService(workload.topology, id, { provider: TcpProvider.workload(workload, { port: 7000, targetPort }) });
const https: Make = (id, workload, targetPort) =>
  new HttpService(workload.topology, id, { provider: HttpProvider.workload(workload, { targetPort, tls: Tls.byClient() }) });

function foundOf(one: Make, other: Make, port = 8080, standing?: WorkloadStanding): string[] {
  const declared = new MeshDeclaration();
  const web = new Workload(declared.topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web' }), standing });
  one('a', web, 8080);
  other('b', web, port);
  declared.read();
  return declared.found('BST606');
}

describe('BST606 protocols-on-one-port', () => {
  test('finds HTTP beside TCP on one port of the pods', () => expect(foundOf(http, tcp)).toEqual([
    'error a: its pods hear http on port 8080 for it, and tcp for test/shop/b: their sidecar follows the older Service and fails the other; '
      + 'let the pods listen on a port of its own for each protocol, and tell it as targetPort',
  ]));

  test.each<[string, Make, Make, number, number]>([
    ['gRPC beside HTTP, whose program is spoken to in another HTTP', http, grpc, 8080, 1], ['gRPC beside TCP', grpc, tcp, 8080, 1],
    ['TLS that the client starts beside HTTP', https, http, 8080, 1], ['TLS that the client starts beside TCP: both are passed on', https, tcp, 8080, 0],
    ['HTTP beside HTTP', http, http, 8080, 0], ['TCP beside TCP', tcp, tcp, 8080, 0], ['HTTP beside TCP on another port', http, tcp, 8081, 0],
  ])('of %s', (_, one, other, port, findings) => expect(foundOf(one, other, port)).toHaveLength(findings));

  test.each([[WorkloadStanding.MIGRATING, 1], [WorkloadStanding.FOREIGN, 0]])('of a workload that is %s there are %d', (standing, findings) =>
    expect(foundOf(http, tcp, 8080, standing)).toHaveLength(findings));

  test('finds it among the addresses of one service', () => {
    const declared = new MeshDeclaration();
    const locator = Locator.ofWorkload({ workload: declared.workload('web'), addresses: [
      { service: 'own', port: 80, protocol: Protocol.HTTP }, { service: 'own-admin', port: 81, targetPort: 80, role: AddressRole.MANAGEMENT },
    ] });
    new AnyService(declared.topology, 'own', { ...AnyService.traits(), provision: new Provision({ locator }) });
    declared.read();
    expect(declared.found('BST606')).toEqual([expect.stringContaining('hear http on port 80 for it, and tcp for test/shop/own:')]);
  });

  /** What two topologies of one app find, of which the first has HTTP on port 8080 of pods `app: web, tier: front`. */
  function foundAcross(declare: (other: Topology) => void): string[] {
    const declared = new MeshDeclaration();
    http('api', declared.workload('web', { labels: { app: 'web', tier: 'front' } }), 8080);
    const other = new Topology(declared.chart, 'other');
    declare(other);
    declared.read();
    new IstioMesh(declared.chart, 'mesh-of-other', { topology: other });
    return [...declared.topology.findings, ...other.findings].filter(({ code }) => code === 'BST606').map(({ path }) => path);
  }
  const pods = (labels: Record<string, string>) => Pods.fromLabels({ labels, serviceAccountName: 'web' });
  const neighbour = (props: Partial<InClusterServingProps>) => (other: Topology) =>
    new Redis(other, 'cache', { provider: RedisProvider.inCluster({ service: 'cache', namespace: 'shop', port: 6379, targetPort: 8080, ...props }) });

  test.each<[string, (other: Topology) => void, string[]]>([
    ['as the same workload', other => tcp('raw', new Workload(other, 'web', { pods: pods({ app: 'web', tier: 'front' }), standing: WorkloadStanding.FOREIGN }), 8080), ['test/other/raw']],
    ['by fewer labels', other => tcp('raw', new Workload(other, 'front', { pods: pods({ tier: 'front' }), standing: WorkloadStanding.FOREIGN }), 8080), ['test/other/raw']],
    ['as another team\'s service', neighbour({ podLabels: { app: 'web' } }), ['test/other/cache']],
    ['not, by other labels', neighbour({ podLabels: { app: 'cache' } }), []],
    ['not, in another namespace', neighbour({ podLabels: { app: 'web' }, namespace: 'other' }), []],
    ['perhaps, by labels that are unknown', neighbour({}), []],
  ])('finds it where another topology knows the pods %s', (_, declare, found) => expect(foundAcross(declare)).toEqual(found));

  test('is found for each of two workloads that have it', () => {
    const declared = new MeshDeclaration();
    for (const workload of declared.workloads('one', 'two')) [http, tcp].forEach((make, i) => make(`${workload.name}-${i}`, workload, 8080));
    declared.read();
    expect(declared.findings('BST606').map(({ path }) => path)).toEqual(['one-0', 'two-0']);
  });

  test('is found in linear time, once for all services that meet', () => {
    const declared = new MeshDeclaration();
    for (let i = 0; i < 3000; i++) (i % 2 === 0 ? http : tcp)(`s${i}`, declared.workload(`w${i}`), 8080);
    const web = declared.workload('web');
    for (const i of [0, 1, 2, 3]) (i === 0 ? http : tcp)(`t${i}`, web, 8080);
    declared.read();
    expect(declared.found('BST606')).toEqual([expect.stringMatching(/^error t0: .* and tcp for test\/shop\/t1, and 2 more services meet there:/)]);
  });
});
