import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { ROOT } from '../../build-tools/files';
import {
  AddressRole, AdmittedPeer, BindingDelivery, BindingRequest, CircuitBreaker, ConnectionPool, Contract, Criticality, DataAccess, Enforcement,
  EnvNames, ExternalTrafficPolicy, HttpProvider, HttpRoute, HttpService, InteractionModel, IpFamily, IpFamilyPolicy, IstioMetric, IstioVersion,
  KubernetesSecret,
  KubernetesServiceOptions, Locator, Login, MutualTls, NetworkPeer, Pods, Protocol, Provision, Redis, RedisProvider, RetryPolicy, SecretBindings,
  SecretStore, ServiceType, Severity, Telemetry, Tls, TracingTag, TrafficDistribution, Workload, WorkloadMode,
} from '../../src';
import { Bench } from '../hostile/options';

/** One call that is right. */
export interface Baseline {
  /** What is called; the class itself for a static method or constructor. */
  readonly on?: object;
  readonly args: readonly unknown[];
}

/** Calls of one entry that are right, in a topology of their own; together they give every option. */
export type Baselines = (bench: Bench) => Baseline | Baseline[];

export const CONTRACT = join(ROOT, 'examples/twelve-factor/contracts/user-service.yaml');
export const PROTO = join(ROOT, 'examples/reference/stock.proto');
export const DESCRIPTOR_SET = join(ROOT, 'examples/reference/stock.binpb');
export const OUT = mkdtempSync(join(tmpdir(), 'boundary-'));
export const CIDRS = ['203.0.113.0/24'];
/** Within these. */
export const ENDPOINTS = ['203.0.113.7'];
export const second = () => Duration.seconds(1);
export const vault = () => SecretStore.cluster('vault');
export const credentials = () => vault().secret('shop/cache', { username: 'user', password: 'pass', ca: 'ca' });
export const entered = () => ({ credentials: credentials(), readOnlyCredentials: credentials() });
export const labels = { app: 'api' };
export const peerPods = { namespace: 'dns', podLabels: { app: 'dns' }, port: 53, udp: true };
export const admittedPods = { namespace: 'monitoring', podLabels: { app: 'prometheus' }, port: 9090 };
export const admittedRequests = { methods: ['GET'], paths: ['/metrics'] };
export const admitted = () => AdmittedPeer.pods(admittedPods);
export const peer = () => NetworkPeer.pods(peerPods);
export const serving = { targetPort: 8080, headless: true, tls: Tls.NONE };
export const madeService = (): Required<KubernetesServiceOptions> => ({
  serviceType: ServiceType.LOAD_BALANCER, nodePorts: { 80: 30080 }, externalTrafficPolicy: ExternalTrafficPolicy.LOCAL,
  loadBalancerClass: 'example.com/lb', loadBalancerSourceRanges: CIDRS, allocateLoadBalancerNodePorts: true, clientAffinity: second(), trafficDistribution: TrafficDistribution.PREFER_CLOSE,
  ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK, ipFamilies: [IpFamily.IPV6, IpFamily.IPV4], publishNotReadyAddresses: true, labels,
  annotations: { 'example.com/a': 'b' }, perVersion: true,
});
export const workloadServing = () => ({
  ...serving, serverEnvNames: EnvNames.map({ SERVED_AT: '{host}' }), kubernetesService: madeService(), targetPortName: 'http',
});
/** Of a Service that is made, and of one that is there. */
export const servedBy = ({ web }: Bench, options: object) => [{ service: 'api' }, { existingService: 'api-of-chart' }].map(at => (
  { args: [web, { ...workloadServing(), ...at, ...entered(), ...options }] }));
export const neighbour = { ...serving, service: 'api', namespace: 'other', podLabels: labels };
export const address = { port: 80, targetPort: 8080, protocol: Protocol.HTTP, tls: Tls.NONE, role: AddressRole.PRIMARY };
export const inService = { ...address, service: 'api', headless: true, targetPortName: 'http' };
export const outside = { ...address, host: 'a.example.com', basePath: '/v1' };

export const pods = (bench: Bench, id = 'pods') => new Deployment(bench.chart, id, { containers: [{ image: 'a' }] });
export const http = (bench: Bench) => new HttpService(bench.topology, 'http', {
  provider: HttpProvider.workload(bench.api()), contract: Contract.openApi(CONTRACT),
});
export const redis = (bench: Bench) => new Redis(bench.topology, 'redis', { provider: RedisProvider.external({ host: 'a.example.com', credentials: credentials() }) });
export const called = (bench: Bench) => bench.web.calls(http(bench));
export const graph = (bench: Bench) => bench.call().topology.read();
export const route = () => HttpRoute.split({ v1: 100 });
export const versioned = (bench: Bench) => bench.api({ versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) });
export const request = (bench: Bench) => BindingRequest._of(bench.web, DataAccess.READ_WRITE, ['group'], credentials());
export const secret = () => KubernetesSecret.existing('made-by-hand', { reason: 'the cache team makes it' });
export const names = () => ({ envNames: EnvNames.map({ URL: '{url}' }), delivery: BindingDelivery.FILES });
export const binding = () => ({ ...names(), bindingName: 'told', containers: ['main'], criticality: Criticality.OPTIONAL });
export const connection = () => ({
  ...binding(), connectTimeout: second(), circuitBreaker: CircuitBreaker.consecutiveErrors(5),
  connectionPool: ConnectionPool.limits({ maxConnections: 1 }),
});
export const call = () => ({
  ...connection(), interaction: InteractionModel.FIRE_AND_FORGET, operations: ['getUser'], timeout: second(), retry: RetryPolicy.attempts(1),
});
export const use = () => ({ ...connection(), access: DataAccess.READ_WRITE, clientConnections: 10 });
export const operation = { id: 'getUser', method: 'GET', path: '/users', retriable: true };
export const check = { code: 'ACME999', title: 'a rule', severity: Severity.ERROR, rationale: 'because', fix: 'change it', check: () => [] };
export const appCheck = { ...check, code: 'ACME998', title: 'a rule of the app' };
const ofAll = { labels, annotations: { 'example.com/a': 'b' } };
export const output = ({ chart, topology }: Bench, options: object = {}) => ({ args: [chart, 'output', { topology, ...ofAll, ...options }] });
export const telemetry = () => ({
  tracing: { samplingPercentage: 1, provider: 'otel', tags: [TracingTag.literal('stage', 'prod')] },
  accessLogs: [{ provider: 'envoy', filter: 'response.code >= 500', mode: WorkloadMode.SERVER }, { provider: 'otel', disabled: true }],
  metrics: {
    provider: 'prometheus', reportingInterval: second(),
    overrides: [{ metric: IstioMetric.REQUEST_COUNT, mode: WorkloadMode.SERVER, tags: { host: 'request.host' }, removedTags: ['a'] }, { metric: IstioMetric.REQUEST_SIZE, disabled: true }],
  },
});
const mesh = () => ({
  trustDomain: 'a.example', clusterDomain: 'b.example', controlPlaneNamespace: 'istio', rootNamespace: 'istio-root', ...telemetry(),
  telemetry: [Telemetry.ofMesh(telemetry())], istioVersion: IstioVersion.V1_31,
  meshPolicy: { mutualTls: MutualTls.STRICT, denyByDefault: true }, namespacePolicies: { shop: { mutualTls: MutualTls.STRICT, denyByDefault: true } },
});
export const istio = () => ({ ...mesh(), dnsCapture: true, selfDiscovery: true, sidecars: { furtherHosts: ['observability/*'], registryOnly: true } });
export const ambient = () => ({ ...mesh(), waypoint: 'way', waypointsExist: true });
export const service = (bench: Bench, props: object) => ({ args: [bench.topology, 'service', props] });
export const workload = (bench: Bench, props: object = {}) => (
  { args: [bench.topology, 'workload', { pods: Pods.fromLabels({ labels }), namespace: 'shop', serviceAccountName: 'a', ...props }] });
export const provision = (server: Workload) => new Provision({
  locator: Locator.ofWorkload({ workload: server, addresses: [{ service: 'service', port: 80 }] }), login: Login.shared(credentials()), provider: 'us',
});
export const bindings = (bench: Bench) => new SecretBindings(bench.chart, 'bindings', { topology: bench.call().topology });
export class Silent extends Enforcement {}

