import { Duration } from 'cdk8s';
import {
  ExternalTrafficPolicy, HttpProvider, HttpService, IpFamily, IpFamilyPolicy, IWorkload, KubernetesServiceOptions, Locator, Pods, ServiceType,
  TrafficDistribution, Workload,
} from '../../src';
import { assertKubernetesServices } from '../../src/model/kubernetes-service-rules';
import { expectRefusal, newTopology, newWorkload, survivesHostileText } from '../support/declare';
import { newRollout } from '../support/rollout';
import { Declaration } from '../support/topology';

const shop = newTopology();
const plain: IWorkload = newWorkload(shop, 'db');
const inVersions = (id: string, ...names: string[]): IWorkload => newWorkload(shop, id, {
  pods: Pods.fromLabels({ labels: { app: id }, versions: names.map(name => ({ name, labels: { version: name } })) }),
});
const { LOAD_BALANCER, NODE_PORT, CLUSTER_IP } = ServiceType;
const { IPV4, IPV6 } = IpFamily;

interface Around {
  readonly headless?: boolean;
  readonly existing?: boolean;
  readonly workload?: IWorkload;
  readonly service?: string;
  readonly named?: string;
}

function judged(options: KubernetesServiceOptions, { headless, existing, workload = plain, service = 'db', named = service }: Around = {}): void {
  const addresses = [{ service, port: 80, headless }, { service: `${service}-v3`, port: 80 }];
  assertKubernetesServices(Locator.ofWorkload({ workload, existing, addresses, kubernetesServices: { [named]: options } }), 'p');
}

test.each<[string, KubernetesServiceOptions, Around?]>([
  ['nothing', {}], ['a type', { serviceType: CLUSTER_IP }],
  ['all that a load balancer has', {
    serviceType: LOAD_BALANCER, nodePorts: { 80: 30080 }, externalTrafficPolicy: ExternalTrafficPolicy.LOCAL, loadBalancerClass: 'service.k8s.aws/nlb',
    loadBalancerSourceRanges: ['203.0.113.0/24'], allocateLoadBalancerNodePorts: false, clientAffinity: Duration.days(1),
    trafficDistribution: TrafficDistribution.PREFER_SAME_NODE,
  }],
  ['all that node ports have', { serviceType: NODE_PORT, nodePorts: { 80: 65535 }, externalTrafficPolicy: ExternalTrafficPolicy.CLUSTER }],
  ['one family alone', { ipFamilies: [IPV6] }], ['both', { ipFamilies: [IPV6, IPV4], ipFamilyPolicy: IpFamilyPolicy.REQUIRE_DUAL_STACK }],
  ['one family of both', { ipFamilies: [IPV6], ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK }],
  ['a headless one that gives out all', { publishNotReadyAddresses: true, labels: { a: '1' }, annotations: { 'a.b/c': 'line\nline' } }, { headless: true }],
])('accepts %s', (...[, options, around]) => expect(() => judged(options, around)).not.toThrow());

describe('BST046: refuses', () => {
  test.each<[string, () => void, string, string]>([
    ['a Service that gives out no address', () => judged({}, { named: 'other' }), 'how the Service "other" is made', 'name one of these'],
    ['one that is there already', () => judged({}, { existing: true }), '"db" is there already', 'leave kubernetesService out'],
    ['a headless load balancer', () => judged({ serviceType: LOAD_BALANCER }, { headless: true }), 'cannot be a LoadBalancer', 'leave headless out'],
    ['headless node ports', () => judged({ serviceType: NODE_PORT }, { headless: true }), 'cannot be a NodePort', 'leave headless out'],
    ['an affinity to a headless one', () => judged({ clientAffinity: Duration.hours(1) }, { headless: true }),
      '"clientAffinity" cannot act on a headless Service', 'leave "clientAffinity" out'],
    ['a distribution of one', () => judged({ trafficDistribution: TrafficDistribution.PREFER_CLOSE }, { headless: true }), '"trafficDistribution" cannot act', 'leave headless out'],
    ['ranges of clients inside', () => judged({ loadBalancerSourceRanges: ['10.0.0.0/8'] }), '"loadBalancerSourceRanges" cannot act on a ClusterIP', 'ServiceType.LOAD_BALANCER'],
    ['a class of node ports', () => judged({ serviceType: NODE_PORT, loadBalancerClass: 'a' }), '"loadBalancerClass" cannot act on a NodePort Service', 'ServiceType.LOAD_BALANCER'],
    ['ports without nodes', () => judged({ allocateLoadBalancerNodePorts: true, nodePorts: {} }), '"nodePorts" cannot act on a ClusterIP', 'NODE_PORT'],
    ['a policy without an outside', () => judged({ externalTrafficPolicy: ExternalTrafficPolicy.LOCAL }), '"externalTrafficPolicy" cannot act', 'NODE_PORT'],
    ['no range', () => judged({ serviceType: LOAD_BALANCER, loadBalancerSourceRanges: [] }), 'would let every client through', 'at least one range'],
    ['a node port of no port', () => judged({ serviceType: NODE_PORT, nodePorts: { 81: 30080 } }), 'nodePorts has the port "81", and the Service has "80"', 'a port of the Service'],
    ['no family', () => judged({ ipFamilies: [] }), 'ipFamilies are []', 'leave ipFamilies out'],
    ['one twice', () => judged({ ipFamilies: [IPV4, IPV4], ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK }), '[IPv4, IPv4]', 'each family once'],
    ['two on a single stack', () => judged({ ipFamilies: [IPV4, IPV6] }), 'no ipFamilyPolicy of both', 'IpFamilyPolicy.REQUIRE_DUAL_STACK'],
    ['versions without a name', () => judged({ perVersion: true }), 'no version of db has a name', 'Pods.versions()'],
  ])('%s', (_, call, problem, fix) => expectRefusal(call, 'BST046', 'p', problem, fix));

  test('one port of the nodes for two', () => {
    const addresses = [{ service: 'db', port: 80 }, { service: 'db', port: 81 }];
    const kubernetesServices = { db: { serviceType: NODE_PORT, nodePorts: { 80: 30080, 81: 30080 } } };
    const locator = Locator.ofWorkload({ workload: plain, addresses, kubernetesServices });
    expectRefusal(() => assertKubernetesServices(locator, 'p'), 'BST046', 'p', 'port 30080 of the nodes to two ports', 'each its own');
  });

  test('a version whose Service would have the name of another', () =>
    expectRefusal(() => judged({ perVersion: true }, { workload: inVersions('three', 'v2', 'v3') }), 'BST046', 'p', '"db-v3"', 'another name'));
});

test('BST801: refuses a Service per version whose name would be too long', () => {
  const workload = inVersions('long', 'v'.repeat(61));
  expectRefusal(() => judged({ perVersion: true }, { workload }), 'BST801', 'p', 'at most 63 characters', 'a shorter name');
  expect(() => judged({ perVersion: true }, { workload, service: 'd' })).not.toThrow();
});

test.each<[string, KubernetesServiceOptions]>([
  ['BST801', { labels: { 'a b': 'c' } }], ['BST801', { annotations: { 'a b': 'c' } }], ['BST801', { serviceType: LOAD_BALANCER, loadBalancerClass: 'a b' }],
  ['BST007', { serviceType: NODE_PORT, nodePorts: { 80: 0 } }], ['BST026', { serviceType: LOAD_BALANCER, loadBalancerSourceRanges: ['10.0.0.1/8'] }],
  ['BST511', { annotations: { a: 'https://user:CANARY@example.com' } }],
  ...[0, 999, 1500, 86_401_000].map((millis): [string, KubernetesServiceOptions] => ['BST010', { clientAffinity: Duration.millis(millis) }]),
])('%s: refuses %j', (code, options) => expectRefusal(() => judged(options), code, 'p'));

test('tells whose range is meant', () =>
  expectRefusal(() => judged({ serviceType: LOAD_BALANCER, loadBalancerSourceRanges: ['x'] }), 'BST026', 'p', 'that clients come from'));

test('survives hostile text', () => survivesHostileText(text => [
  judged({ annotations: { a: text } }), judged({ labels: { [text]: text } }),
  judged({ serviceType: LOAD_BALANCER, loadBalancerClass: text, nodePorts: { [text]: 1 } }),
], 50));

test('BST046: versions that only who releases them tells apart have no Service each', () => {
  const declared = new Declaration();
  const goods = new Workload(declared.topology, 'goods', { pods: Pods.rollout(newRollout(declared.chart, 'goods')) });
  const provider = HttpProvider.workload(goods, { kubernetesService: { perVersion: true } });
  expectRefusal(() => new HttpService(declared.topology, 'goods-api', { provider }), 'BST046', 'test/shop/goods-api', 'have the same labels until who releases it tells them apart');
});
