import { Duration } from 'cdk8s';
import {
  ExternalTrafficPolicy, HttpProvider, HttpService, IpFamily, IpFamilyPolicy, KubernetesServiceOptions, KubernetesServices, Pods, ServiceType,
  TrafficDistribution, Workload, WorkloadStanding,
} from '../../src';
import { Emitted, emitted, yaml } from '../support/emitted';
import { Declaration } from '../support/topology';

const EVERY: Required<KubernetesServiceOptions> = {
  serviceType: ServiceType.LOAD_BALANCER, nodePorts: { 80: 30080 }, externalTrafficPolicy: ExternalTrafficPolicy.LOCAL,
  loadBalancerClass: 'service.k8s.aws/nlb', loadBalancerSourceRanges: ['203.0.113.0/24', '2001:db8::/32'], allocateLoadBalancerNodePorts: false,
  clientAffinity: Duration.hours(3), trafficDistribution: TrafficDistribution.PREFER_SAME_ZONE, ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK,
  ipFamilies: [IpFamily.IPV6, IpFamily.IPV4], publishNotReadyAddresses: true, labels: { team: 'web' },
  annotations: { 'external-dns.alpha.kubernetes.io/hostname': 'shop.example.com' }, perVersion: true,
};

function made(kubernetesService: KubernetesServiceOptions, headless = false): Emitted[] {
  const declared = new Declaration();
  const pods = Pods.fromLabels({ labels: { app: 'web' }, versions: [{ name: 'v1', labels: { version: 'v1' } }] });
  const workload = new Workload(declared.topology, 'web', { pods, standing: WorkloadStanding.MIGRATING });
  new HttpService(declared.topology, 'frontend', { provider: HttpProvider.workload(workload, { targetPort: 8080, headless, kubernetesService }) });
  new KubernetesServices(declared.chart, 'services', { topology: declared.topology });
  return emitted(declared.chart, 'Service');
}
const specOf = (options: KubernetesServiceOptions, headless?: boolean) => made(options, headless)[0].spec;
const PLAIN = specOf({});

test('every option', () => expect(yaml(made(EVERY))).toMatchSnapshot());

test('nothing is said of what is left out', () => expect(Object.keys(PLAIN).sort()).toEqual(['ports', 'selector', 'type']));

test.each<[KubernetesServiceOptions, object]>([
  [{ serviceType: ServiceType.CLUSTER_IP }, {}],
  [{ serviceType: ServiceType.NODE_PORT }, { type: 'NodePort', externalTrafficPolicy: 'Cluster' }],
  [{ serviceType: ServiceType.LOAD_BALANCER }, { type: 'LoadBalancer', externalTrafficPolicy: 'Cluster', allocateLoadBalancerNodePorts: true }],
  [{ publishNotReadyAddresses: false }, {}], [{ perVersion: false }, {}],
])('%j is written with what the API server would add', (options, more) => expect(specOf(options)).toEqual({ ...PLAIN, ...more }));

test('a port of the nodes stands at its port', () =>
  expect(specOf({ serviceType: ServiceType.NODE_PORT, nodePorts: { 80: 30080 } }).ports).toEqual([{ ...PLAIN.ports[0], nodePort: 30080 }]));

test('a Service of one version is reached from inside, whatever the common one is', () => {
  const [common, ofVersion] = made(EVERY);
  expect(common.metadata).toMatchObject({ labels: EVERY.labels, annotations: EVERY.annotations });
  expect([ofVersion.spec.type, ofVersion.spec.ports]).toEqual(['ClusterIP', PLAIN.ports]);
  expect(ofVersion.metadata).toEqual({ name: 'frontend-v1', namespace: 'shop', labels: EVERY.labels });
  expect(made({ perVersion: true }, true)[1].spec.clusterIP).toBe('None');
});
