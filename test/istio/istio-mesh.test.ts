import { ApiObject } from 'cdk8s';
import * as fc from 'fast-check';
import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { IstioOptions } from '../../src/istio/istio-options';
import { IstioVersion } from '../../src/istio/istio-version';
import { CircuitBreaker } from '../../src/model/circuit-breaker';
import { DataAccess } from '../../src/model/data-access';
import { CallOptions } from '../../src/model/dependency-options';
import { HttpRoute } from '../../src/model/http-route';
import { KafkaTopic } from '../../src/model/kafka-topic';
import { LoadBalancing } from '../../src/model/load-balancing';
import { Locality } from '../../src/model/locality';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Workload } from '../../src/model/workload';
import { WorkloadStanding } from '../../src/model/workload-standing';
import { Pods } from '../../src/pods/pods';
import { expectRefusal, newKafka } from '../support/declare';
import { EVERY_MESH_OPTION, MeshDeclaration, USERS_CONTRACT } from '../support/mesh';
import { ms } from '../support/topology';

/** One service of ours and its caller. */
function small(options: IstioOptions = {}): MeshDeclaration {
  const declared = new MeshDeclaration(options);
  declared.caller('web', declared.users());
  return declared;
}

describe('a mesh', () => {
  test('rules each host of ours and guards each workload', () =>
    expect(small().emitted.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'VirtualService users-api', 'DestinationRule users-api',
      'PeerAuthentication users', 'AuthorizationPolicy users', 'PeerAuthentication web', 'AuthorizationPolicy web',
    ]));

  test('writes the API versions that Istio 1.30 and 1.31 serve', () => {
    const declared = new MeshDeclaration(EVERY_MESH_OPTION);
    declared.caller('web', declared.payments());
    expect([...new Set(declared.emitted.map(({ apiVersion, kind }) => `${kind} ${apiVersion}`))].sort()).toEqual([
      'AuthorizationPolicy security.istio.io/v1', 'DestinationRule networking.istio.io/v1', 'PeerAuthentication security.istio.io/v1',
      'ServiceEntry networking.istio.io/v1', 'Sidecar networking.istio.io/v1', 'Telemetry telemetry.istio.io/v1', 'VirtualService networking.istio.io/v1',
    ]);
  });

  test('writes nothing about another team\'s service until a caller says something of its traffic: then routes, and rules for what it says of connections', () => {
    const about = (options: CallOptions) => {
      const declared = new MeshDeclaration();
      declared.caller('web', new HttpService(declared.topology, 'theirs', { provider: HttpProvider.inCluster({ service: 'theirs', namespace: 'team-b' }) }), options);
      return declared.emitted.map(({ kind }) => kind).filter(kind => kind === 'VirtualService' || kind === 'DestinationRule');
    };
    expect([about({}), about({ timeout: ms(5) }), about({ connectTimeout: ms(5) })]).toEqual([[], ['VirtualService'], ['VirtualService', 'DestinationRule']]);
  });

  test('writes nothing for a workload that another owner guards, and knows it as a caller', () => {
    const declared = new MeshDeclaration(EVERY_MESH_OPTION);
    const gateway = new Workload(declared.topology, 'gateway', {
      pods: Pods.fromLabels({ labels: { istio: 'gateway' }, namespace: 'ingress', serviceAccountName: 'gateway-account' }), standing: WorkloadStanding.FOREIGN,
    });
    gateway.calls(declared.users());
    expect(declared.emitted.filter(({ metadata }) => metadata.namespace === 'ingress')).toEqual([]);
    expect(declared.spec('AuthorizationPolicy', 'users').rules[0].from[0].source.principals).toEqual(['prod.example.com/ns/ingress/sa/gateway-account']);
    expect(declared.spec('VirtualService', 'users-api').exportTo).toEqual(['.', 'ingress']);
  });

  test('writes nothing for nothing', () => {
    const options = { ...EVERY_MESH_OPTION, telemetry: [], meshPolicy: undefined, namespacePolicies: undefined };
    expect(new MeshDeclaration(options).emitted).toEqual([]);
  });

  test('locks the topology', () => {
    const declared = small();
    declared.read();
    expect(() => declared.workload('late')).toThrow('BST012');
  });

  test('asks no object for a name that a cluster refuses, although ids are as long as they may be', () => {
    const declared = new MeshDeclaration(EVERY_MESH_OPTION);
    const server = declared.workload('s'.repeat(63));
    const service = declared.external('t'.repeat(55));
    for (const letter of ['a', 'b']) declared.workload(letter.repeat(63)).calls(service, { connectTimeout: ms(letter === 'a' ? 1 : 2) });
    server.calls(service);
    expect(declared.emitted.filter(({ metadata }) => metadata.name.length > 253)).toEqual([]);
  });
});

describe('an option', () => {
  test.each(Object.keys(EVERY_MESH_OPTION) as (keyof IstioOptions)[])('%s changes what is written or found, or is for the platform', option => {
    const readBy = (options: IstioOptions) => {
      const made = small(options);
      for (const name of ['a', 'b']) made.workload(`uses-${name}`).uses(made.ldap(name));
      made.workload('in-root', { namespace: EVERY_MESH_OPTION.rootNamespace });
      const zones = LoadBalancing.random({ locality: Locality.zoneAware() });
      new HttpService(made.topology, 'zoned', { provider: HttpProvider.workload(made.workload('zoned')), loadBalancing: zones });
      made.read();
      const objects = made.chart.node.findAll().filter((node): node is ApiObject => ApiObject.isApiObject(node))
        .map(object => object.toJson() as object);
      return JSON.stringify([made.found('BST609'), made.found('BST616'), made.found('BST623'), objects]);
    };
    const besides: IstioOptions = option === 'selfDiscovery' ? { istioVersion: IstioVersion.V1_31 } : {};
    const changes = readBy({ ...besides, [option]: EVERY_MESH_OPTION[option] }) !== readBy(besides);
    expect(changes).toBe(option !== 'controlPlaneNamespace');
  });

  test('clusterDomain ends the hosts of services in the cluster, and no other', () => {
    const declared = new MeshDeclaration({ clusterDomain: 'k8s.example.com' });
    const web = declared.workload('web');
    const database = declared.database();
    for (const service of [declared.users(), declared.payments()]) web.calls(service, { connectTimeout: ms(1) });
    web.uses(database, { connectTimeout: ms(1) });
    declared.workload('report').uses(database, { connectTimeout: ms(1), access: DataAccess.READ_ONLY });
    expect(declared.emitted.filter(({ kind }) => kind === 'DestinationRule').map(({ spec }) => spec.host)).toEqual([
      'orders-ro.data.svc.k8s.example.com', 'orders-rw.data.svc.k8s.example.com', 'payments.example.com', 'users-api.shop.svc.k8s.example.com']);
  });

  test.each(['', 'spiffe://cluster.local', 'cluster.local/', 'Cluster.Local', '*', 'a b', 'cluster..local'])('%j is refused as a domain', domain => {
    expectRefusal(() => small({ trustDomain: domain }).read(), 'BST801', 'test/mesh');
    expectRefusal(() => small({ clusterDomain: domain }).read(), 'BST801', 'test/mesh');
  });

  test('a cluster\'s domain is refused that leaves no room for the longest Service in the longest namespace', () => {
    const domain = (length: number) => `${'a.'.repeat(length)}`.slice(0, length - 1) + 'b';
    expect(`${'s'.repeat(63)}.${'n'.repeat(63)}.svc.${domain(121)}`).toHaveLength(253);
    expect(() => small({ clusterDomain: domain(121), trustDomain: domain(253) }).emitted).not.toThrow();
    expectRefusal(() => small({ clusterDomain: domain(122) }).read(), 'BST801', 'test/mesh', 'cannot be the domain of a cluster', 'at most 121 characters');
    expectRefusal(() => small({ trustDomain: domain(254) }).read(), 'BST801', 'test/mesh', 'at most 253 characters');
  });

  test.each(['cluster.local', 'td1', 'prod-1.example.com'])('%j is accepted as a domain', domain =>
    expect(() => small({ trustDomain: domain, clusterDomain: domain }).emitted).not.toThrow());

  test('of tracing is refused out of bounds', () =>
    expectRefusal(() => small({ tracing: { samplingPercentage: 101 } }).read(), 'BST010', 'test/mesh', '101'));
});

/** Declarations that can come in any order, each by its own name. */
const WORKLOADS = ['app', 'job', 'users', 'web', 'web-2'];
type Step = (shop: MeshDeclaration, workload: (name: string) => Workload) => void;

function shuffled(workloads: readonly string[], services: readonly number[], calls: readonly number[]): string {
  const declared = new MeshDeclaration(EVERY_MESH_OPTION);
  const made = new Map<string, Workload>();
  const topics: KafkaTopic[] = [];
  for (const name of workloads) {
    const versions = name === 'users' ? { versions: ['v1', 'v2'].map(version => ({ name: version, labels: { version } })) } : {};
    made.set(name, declared.workload(name, { namespace: name === 'web' ? 'front' : undefined, ...versions }));
  }
  const users = () => declared.api(made.get('users')!, { contract: USERS_CONTRACT, routes: [HttpRoute.split({ v1: 50, v2: 50 })] });
  const find = (name: string) => declared.topology.node.findChild(name) as never;
  const makers = [users, () => declared.payments({ contract: USERS_CONTRACT }), () => declared.ldap(), () => declared.database(), () => topics.push(newKafka(declared.topology).topic('created'))];
  for (const position of services) makers[position]();
  const steps: Step[] = [
    (_, of) => of('web').calls(users(), { operations: ['getUser'], timeout: ms(900), retry: RetryPolicy.attempts(1) }),
    (_, of) => of('app').calls(users(), { timeout: ms(100), circuitBreaker: CircuitBreaker.consecutiveErrors(3) }),
    (_, of) => of('job').calls(users(), { timeout: ms(100) }),
    (_, of) => of('job').calls(find('payments'), { operations: ['createUser'] }),
    (_, of) => of('web-2').calls(find('payments'), { operations: ['createUser', 'getUser'], retry: RetryPolicy.attempts(1) }),
    (_, of) => of('web').uses(find('ldap'), { connectTimeout: ms(5) }),
    (_, of) => of('app').uses(find('orders-db')),
    (_, of) => of('app').publishes(topics[0]),
  ];
  for (const position of calls) steps[position](declared, name => made.get(name)!);
  return JSON.stringify(declared.emitted);
}

test('the order of declarations does not matter', () => {
  const order = (length: number) => fc.shuffledSubarray([...Array(length).keys()], { minLength: length });
  const expected = shuffled(WORKLOADS, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5, 6, 7]);
  fc.assert(fc.property(fc.shuffledSubarray(WORKLOADS, { minLength: WORKLOADS.length }), order(5), order(8), (workloads, services, calls) =>
    expect(shuffled(workloads, services, calls)).toBe(expected)), { numRuns: 40 });
});

test('a chain of a thousand workloads takes time in proportion to its length', () => {
  const millis = (count: number) => {
    const declared = new MeshDeclaration();
    const workloads = Array.from({ length: count }, (_, position) => declared.workload(`w${position}`));
    for (const workload of workloads) declared.api(workload);
    workloads.forEach((workload, position) => { if (position > 0) workload.calls(declared.api(workloads[position - 1])); });
    const start = process.cpuUsage();
    declared.read();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  millis(100);
  expect(millis(1000)).toBeLessThan(40 * Math.max(millis(100), 10));
});
