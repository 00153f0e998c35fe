import { App, Chart } from 'cdk8s';
import {
  AddressRole, AppContext, BindingValue, CheckContext, CredentialPart,
  DataAccess, EnvNames, ExternalSecretsOperator, HttpMatch, HttpRoute, LoadBalancing, Locator, Login, Mesh,
  Pods, RetryCondition, RetryPolicy, SecretEncoding, Secrets, ServiceShape, SuppliedSecret,
  TlsAuthority, WorkloadStanding,
  AddressRole, AdmittedPeer, AppContext, BindingDelivery, BindingRequest, BindingValue, CheckContext, CircuitBreaker, CleanupPolicy,
  ConnectionPool, Contract, Credential, CredentialPart, Criticality, DataAccess, Enforcement, EnvNames, ExternalSecretsOperator,
  ExternalTrafficPolicy, FirstSupplier, GrpcProvider, GrpcService, HttpMatch, HttpProvider, HttpRoute, HttpService, InteractionModel, IpFamily,
  IpFamilyPolicy, KafkaProvider, KubernetesSecret, KubernetesServiceOptions, LoadBalancing, Locator, Login, Mesh, NetworkPeer, OnePasswordOperator,
  Pods, Postgres, PostgresProvider, Protocol, Provision, Redis, RedisProvider, RetryCondition, RetryPolicy, SaslMechanism, SecretBindings,
  SecretEncoding, Secrets, SecretsStoreCsiDriver, SecretStore, ServiceShape, ServiceType, Severity, SuppliedSecret, TcpProvider, TcpService, Tls,
  TlsAuthority, TlsOrigination, TrafficDistribution, VaultSecretsOperator, Workload, WorkloadStanding,
} from '../../src';
import { EmittedObjects } from '../../src/model/emitted-objects';
import { CallName } from '../../src/private/boundary';
import {
  Baselines, CONTRACT, OUT, CIDRS, second, vault, credentials, labels, peerPods, admittedPods, admitted, peer, madeService, inService,
  outside, pods, http, redis, called, graph, route, versioned, secret, names, binding, connection, call, operation, check, appCheck, output,
  istio, service, workload, provision, bindings, Silent,
} from './baseline-parts';
import { DOCUMENT } from './document';
import { KINDS, PROVIDERS } from './kind-baselines';
import { MEMCACHED } from './kinds/memcached';
import { SUPPLIERS } from './supplier-baselines';

/** One call that is right. */
export interface Baseline {
  /** What is called; the class itself for a static method or constructor. */
  readonly on?: object;
  readonly args: readonly unknown[];
}

/** Calls of one entry that are right, in a topology of their own; together they give every option. */
export type Baselines = (bench: Bench) => Baseline | Baseline[];

const CONTRACT = join(ROOT, 'examples/twelve-factor/contracts/user-service.yaml');
const OUT = mkdtempSync(join(tmpdir(), 'boundary-'));
const CIDRS = ['203.0.113.0/24'];
const second = () => Duration.seconds(1);
const vault = () => SecretStore.cluster('vault');
const credentials = () => vault().secret('shop/cache', { username: 'user', password: 'pass', ca: 'ca' });
const entered = () => ({ credentials: credentials(), readOnlyCredentials: credentials() });
const labels = { app: 'api' };
const peerPods = { namespace: 'dns', podLabels: { app: 'dns' }, port: 53, udp: true };
const admittedPods = { namespace: 'monitoring', podLabels: { app: 'prometheus' }, port: 9090 };
const admitted = () => AdmittedPeer.pods(admittedPods);
const peer = () => NetworkPeer.pods(peerPods);
const serving = { targetPort: 8080, headless: true, tls: Tls.NONE };
const madeService = (): Required<KubernetesServiceOptions> => ({
  serviceType: ServiceType.LOAD_BALANCER, nodePorts: { 80: 30080 }, externalTrafficPolicy: ExternalTrafficPolicy.LOCAL,
  loadBalancerClass: 'example.com/lb', loadBalancerSourceRanges: CIDRS, allocateLoadBalancerNodePorts: true, clientAffinity: second(), trafficDistribution: TrafficDistribution.PREFER_CLOSE,
  ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK, ipFamilies: [IpFamily.IPV6, IpFamily.IPV4], publishNotReadyAddresses: true, labels,
  annotations: { 'example.com/a': 'b' }, perVersion: true,
});
const workloadServing = () => ({
  ...serving, serverEnvNames: EnvNames.map({ SERVED_AT: '{host}' }), kubernetesService: madeService(), targetPortName: 'http',
});
/** Of a Service that is made, and of one that is there. */
const servedBy = ({ web }: Bench, options: object) => [{ service: 'api' }, { existingService: 'api-of-chart' }].map(at => (
  { args: [web, { ...workloadServing(), ...at, ...entered(), ...options }] }));
const neighbour = { ...serving, service: 'api', namespace: 'other', podLabels: labels };
const address = { port: 80, targetPort: 8080, protocol: Protocol.HTTP, tls: Tls.NONE, role: AddressRole.PRIMARY };
const inService = { ...address, service: 'api', headless: true, targetPortName: 'http' };
const outside = { ...address, host: 'a.example.com', basePath: '/v1' };

const pods = (bench: Bench, id = 'pods') => new Deployment(bench.chart, id, { containers: [{ image: 'a' }] });
const http = (bench: Bench) => new HttpService(bench.topology, 'http', {
  provider: HttpProvider.workload(bench.api()), contract: Contract.openApi(CONTRACT),
});
const redis = (bench: Bench) => new Redis(bench.topology, 'redis', { provider: RedisProvider.external({ host: 'a.example.com', credentials: credentials() }) });
const called = (bench: Bench) => bench.web.calls(http(bench));
const graph = (bench: Bench) => bench.call().topology.read();
const route = () => HttpRoute.split({ v1: 100 });
const versioned = (bench: Bench) => bench.api({ versions: [{ name: 'v1', labels: { version: 'v1' } }] });
const request = (bench: Bench) => BindingRequest._of(bench.web, DataAccess.READ_WRITE, ['group'], credentials());
const secret = () => KubernetesSecret.existing('made-by-hand', { reason: 'the cache team makes it' });
const suppliedSecret = (from = credentials()) => SuppliedSecret._of('web-cache', 'shop', 'servicebinding.io/redis', new Map([['uri', BindingValue.secret(from, 'password')]]));
const item = () => SecretStore.onePassword('Shop').secret('cache');
const csi = () => ({
  vault: { address: 'https://vault.example.com:8200', kubernetesMount: 'kubernetes/shop' },
  azure: { tenantId: '11111111-2222-3333-4444-555555555555', clientId: '66666666-7777-8888-9999-aaaaaaaaaaaa' }, awsPodIdentity: true,
});
const inVault = () => SecretStore.vaultKeyValue('vault', { mount: 'kv', version: 1 }).secret('shop/cache');
const names = () => ({ envNames: EnvNames.map({ URL: '{url}' }), delivery: BindingDelivery.FILES });
const binding = () => ({ ...names(), bindingName: 'told', containers: ['main'], criticality: Criticality.OPTIONAL });
const connection = () => ({
  ...binding(), connectTimeout: second(), circuitBreaker: CircuitBreaker.consecutiveErrors(5),
  connectionPool: ConnectionPool.limits({ maxConnections: 1 }),
});
const call = () => ({
  ...connection(), interaction: InteractionModel.FIRE_AND_FORGET, operations: ['getUser'], timeout: second(), retry: RetryPolicy.attempts(1),
});
const operation = { id: 'getUser', method: 'GET', path: '/users', retriable: true };
const check = { code: 'ACME999', title: 'a rule', severity: Severity.ERROR, rationale: 'because', fix: 'change it', check: () => [] };
const appCheck = { ...check, code: 'ACME998', title: 'a rule of the app' };
const output = ({ chart, topology }: Bench, options: object = {}) => ({ args: [chart, 'output', { topology, ...options }] });
const istio = () => ({
  trustDomain: 'a.example', clusterDomain: 'b.example', controlPlaneNamespace: 'istio', rootNamespace: 'istio-root', tracing: { samplingPercentage: 1, provider: 'otel' }, dnsCapture: true,
});
const service = (bench: Bench, props: object) => ({ args: [bench.topology, 'service', props] });
const workload = (bench: Bench, props: object = {}) => (
  { args: [bench.topology, 'workload', { pods: Pods.fromLabels({ labels }), namespace: 'shop', serviceAccountName: 'a', ...props }] });
const provision = (server: Workload) => new Provision({
  locator: Locator.ofWorkload({ workload: server, addresses: [{ service: 'service', port: 80 }] }), login: Login.shared(credentials()), provider: 'us',
});
const bindings = (bench: Bench) => new SecretBindings(bench.chart, 'bindings', { topology: bench.call().topology });
class Silent extends Enforcement {}

const MODEL = {
  'App.manifestsOf': () => ({ args: [new Chart(new App(), 'chart')] }),
  'AppContext#objectsOf': () => ({ on: AppContext._of([], new EmittedObjects([])), args: ['apps', 'Deployment'] }),
  'BindingEntry.of': () => ({ args: ['ca', BindingValue.literal('a'), { variable: 'CA', file: 'ca.crt', fileVariable: 'CA_FILE' }] }),
  'BindingEntry.text': () => ({ args: ['host', 'a.example.com', { variable: 'HOST', file: 'host', fileVariable: 'HOST_FILE' }] }),
  'BindingValue#textIn': () => ({ on: BindingValue.file('ca.crt'), args: ['/bindings/db'] }),
  'BindingValue.encoded': () => ({ args: [credentials(), 'password', SecretEncoding.LIBPQ] }),
  'BindingValue.file': () => ({ args: ['ca.crt'] }),
  'BindingValue.join': () => ({ args: [BindingValue.literal('a'), BindingValue.literal('b')] }),
  'BindingValue.literal': () => ({ args: ['a'] }),
  'BindingValue.percentEncoded': () => ({ args: [credentials(), 'password'] }),
  'BindingValue.secret': () => ({ args: [credentials(), 'password'] }),
  'CheckContext#emits': bench => ({ on: CheckContext._of(graph(bench), [], () => new EmittedObjects([])), args: ['apps', 'Deployment', 'shop', 'web'] }),
  'CircuitBreaker.consecutiveErrors': () => ({ args: [5, { resetTimeout: second(), interval: second(), maxEjectionPercent: 50 }] }),
  'ConnectionPool.limits': () => ({ args: [{ maxConnections: 1, maxPendingRequests: 2, maxRequests: 3, idleTimeout: second() }] }),
  'Contract.openApi': () => ({ args: [CONTRACT] }),
  'Credential#has': () => ({ on: credentials(), args: ['password'] }),
  'Credential#part': () => ({ on: credentials(), args: ['password'] }),
  'Credential#with': () => ({ on: credentials(), args: ['database', CredentialPart.text('orders')] }),
  'Credential.of': () => ({ args: [{ username: CredentialPart.text('reader') }] }),
  'CredentialPart.text': () => ({ args: ['reader'] }),
  'Enforcement#channel': bench => ({ on: new Silent(), args: [bench.kafka().topic('a'), 'partitions'] }),
  'Enforcement#field': bench => ({ on: new Silent(), args: [called(bench), 'timeout'] }),
  'Enforcement#loadBalancing': bench => ({ on: new Silent(), args: [http(bench)] }),
  'Enforcement#routes': bench => ({ on: new Silent(), args: [http(bench)] }),
  'Enforcement#routesFrom': bench => ({ on: new Silent(), args: [called(bench)] }),
  'Enforcement#serverEnvNames': bench => ({ on: new Silent(), args: [http(bench)] }),
  'Enforcement#tlsByMesh': bench => ({ on: new Silent(), args: [http(bench)] }),
  'EnforcementAnswer.byOthers': () => ({ args: ['its owner does it', 'ask its owner'] }),
  'EnforcementAnswer.cannot': () => ({ args: ['it has no such thing', 'leave it out'] }),
  'EnvNames.map': () => ({ args: [{ URL: '{url}' }] }),
  'HttpMatch.header': () => ({ args: ['x-user', 'jason'] }),
  'HttpRoute.split': () => ({ args: [{ v1: 90, v2: 10 }] }),
  'HttpRoute.when': () => ({ args: [HttpMatch.header('a', 'b')] }),
  'HttpRouteCondition#to': () => ({ on: HttpRoute.when(HttpMatch.header('a', 'b')), args: ['v1'] }),
  'KafkaTopic.isKafkaTopic': bench => ({ args: [bench.kafka().topic('a')] }),
  'KubernetesSecret#credential': () => ({ on: secret(), args: [{ password: 'pass' }] }),
  'KubernetesSecret#key': () => ({ on: secret(), args: ['password'] }),
  'KubernetesSecret.existing': () => ({ args: ['made-by-hand', { reason: 'the cache team makes it' }] }),
  'KubernetesSecret.sealed': () => ({ args: ['sealed'] }),
  'KubernetesSecret.sops': () => ({ args: ['encrypted'] }),
  'KubernetesSecret.ofOperator': () => ({ args: ['made-by-operator', { producer: 'KafkaUser a', emittedKind: 'KafkaUser.kafka.strimzi.io' }] }),
  'LoadBalancing.stickyHeader': () => ({ args: ['x-user'] }),
  'Locator#address': () => ({ on: Locator.external({ addresses: [outside] }), args: [AddressRole.PRIMARY] }),
  'Locator.external': () => ({ args: [{ addresses: [outside], cidrs: CIDRS }] }),
  'Locator.inCluster': () => ({ args: [{ namespace: 'other', addresses: [inService], podLabels: labels }] }),
  'Locator.ofOperator': () => ({ args: [{
    operator: 'strimzi', resource: 'events', namespace: 'kafka', podLabels: labels, addresses: [inService], listener: 'tls',
  }] }),
  'Locator.ofWorkload': bench => ({ args: [{ workload: bench.web, addresses: [inService], existing: true, kubernetesServices: { api: madeService() } }] }),
  'Login.shared': () => ({ args: [credentials(), credentials()] }),
  'Problem.of': bench => ({ args: [bench.web, 'it is wrong', 'change it'] }),
  'Problem.unknown': bench => ({ args: [bench.web, 'nobody knows the pods', 'say it'] }),
  'RetryCondition.status': () => ({ args: [503] }),
  'RetryPolicy#conditions': () => ({ on: RetryPolicy.attempts(1), args: [true] }),
  'RetryPolicy.attempts': () => ({ args: [2, { perTryTimeout: second(), on: [RetryCondition.GATEWAY_ERROR], backoff: second() }] }),
  'SecretStore#entry': () => ({ on: vault(), args: ['shop/token'] }),
  'SecretStore#property': () => ({ on: vault(), args: ['shop/cache', 'token'] }),
  'SecretStore#secret': () => ({ on: vault(), args: ['shop/cache', { username: 'user', password: 'pass' }] }),
  'SecretStore.cluster': () => ({ args: ['vault'] }),
  'SecretStore.namespaced': () => ({ args: ['vault'] }),
  'SecretStore.of': () => ({ args: ['VaultAuth', 'vault'] }),
  'SecretStore.onePassword': () => ({ args: ['Shop'] }),
  'SecretStore.vaultDynamic': () => ({ args: ['platform/vault', { mount: 'database' }] }),
  'SecretStore.vaultKeyValue': () => ({ args: ['platform/vault', { mount: 'kv', version: 1 }] }),
  'Subject.of': bench => ({ args: [bench.chart] }),
  'Tls.byClient': () => ({ args: [TlsAuthority.LOGIN] }),
  'Tls.inProtocol': () => ({ args: [TlsAuthority.NONE] }),
  'TopologyGraph#admittedPeersOf': bench => ({ on: graph(bench), args: [bench.web] }),
  'TopologyGraph#bindingsOf': bench => ({ on: graph(bench), args: [bench.web] }),
  'TopologyGraph#channelsOf': bench => ({ on: graph(bench), args: [bench.topology.node.findChild('api')] }),
  'TopologyGraph#consumerNamespacesOf': bench => ({ on: graph(bench), args: [bench.topology.node.findChild('api')] }),
  'TopologyGraph#dependenciesOf': bench => ({ on: graph(bench), args: [bench.web] }),
  'TopologyGraph#dependenciesOn': bench => ({ on: graph(bench), args: [bench.topology.node.findChild('api')] }),
  'TopologyGraph#dependenciesOnChannel': bench => {
    const channel = bench.kafka().topic('a');
    return { on: graph(bench), args: [channel] };
  },
  'TopologyGraph#servicesOf': bench => ({ on: graph(bench), args: [bench.web] }),
  'TopologyGraph.of': bench => ({ args: [bench.topology] }),
  'Workload#admits': bench => ({ on: bench.web, args: [admitted()] }),
  'Workload#calls': bench => ({ on: bench.web, args: [http(bench), call()] }),
  'Workload#consumes': bench => ({ on: bench.web, args: [bench.kafka().topic('a'), { ...binding(), consumerGroup: 'readers' }] }),
  'Workload#publishes': bench => ({ on: bench.web, args: [bench.kafka().topic('a'), { ...binding(), transactionalIdPrefix: 'web-' }] }),
  'Workload#uses': bench => ({ on: bench.web, args: [redis(bench), { ...connection(), access: DataAccess.READ_WRITE }] }),
  'new BackingService': bench => service(bench, {
    bindingType: 'http', provision: provision(versioned(bench)), shape: ServiceShape.API, contract: { operations: [operation] },
    idempotentMethods: ['shop.Users/Get'], routes: [route()], loadBalancing: LoadBalancing.RANDOM, clientRouted: false,
  }),
  'new App': () => ({ args: [{ outdir: 'dist', outputFileExtension: '.yaml', yamlOutputType: 0, recordConstructMetadata: false, resolvers: [] }] }),
  'new Binding': bench => ({ args: [[called(bench)]] }),
  'new Channel': bench => ({ args: [{ service: http(bench), name: 'queue', address: 'queue.of.shop', readInGroups: true, declaredElsewhere: false }] }),
  'new Gateway': bench => workload(bench),
  'new Provision': () => ({ args: [{ locator: Locator.external({ addresses: [outside] }), login: Login.shared(credentials()), provider: 'us', furtherServices: ['a-r'], furtherSecrets: ['a-ca'], serviceAccounts: ['a'], serverEnvNames: EnvNames.DEFAULT, database: '3' }] }),
  'new TopologyElement': bench => ({ args: [bench.topology, 'element'] }),
  'new Workload': bench => workload(bench, { ...names(), boundContainers: ['main'], standing: WorkloadStanding.FOREIGN }),
} satisfies Partial<Record<CallName, Baselines>>;

const OUTPUTS = {
  'ExternalSecretsOperator#encodes': () => ({ on: new ExternalSecretsOperator(), args: [SecretEncoding.PERCENT] }),
  'ExternalSecretsOperator#fetches': () => ({ on: new ExternalSecretsOperator(), args: [vault().entry('shop/token')] }),
  'ExternalSecretsOperator#supply': bench => ({
    on: new ExternalSecretsOperator(),
    args: [bench.chart, suppliedSecret()],
  }),
  'SecretSupplier#keyOf': () => ({ on: new VaultSecretsOperator(), args: [credentials().part('password')] }),
  'SecretSupplier#volumeOf': () => ({ on: new VaultSecretsOperator(), args: [suppliedSecret()] }),
  'SecretSupplier#whyNot': () => ({ on: new ExternalSecretsOperator(), args: [suppliedSecret()] }),
  'VaultSecretsOperator#encodes': () => ({ on: new VaultSecretsOperator(), args: [SecretEncoding.PERCENT] }),
  'VaultSecretsOperator#fetches': () => ({ on: new VaultSecretsOperator(), args: [credentials().part('password')] }),
  'VaultSecretsOperator#supply': bench => ({ on: new VaultSecretsOperator(), args: [bench.chart, suppliedSecret(inVault())] }),
  'VaultSecretsOperator#whyNot': () => ({ on: new VaultSecretsOperator(), args: [suppliedSecret(inVault())] }),
  'FirstSupplier#encodes': () => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [SecretEncoding.PERCENT] }),
  'FirstSupplier#fetches': () => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [credentials().part('password')] }),
  'FirstSupplier#supply': bench => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [bench.chart, suppliedSecret(inVault())] }),
  'FirstSupplier#whyNot': () => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [suppliedSecret(inVault())] }),
  'FirstSupplier#keyOf': () => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [credentials().part('password')] }),
  'FirstSupplier#volumeOf': () => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [suppliedSecret(inVault())] }),
  'OnePasswordOperator#encodes': () => ({ on: new OnePasswordOperator(), args: [SecretEncoding.PERCENT] }),
  'OnePasswordOperator#fetches': () => ({ on: new OnePasswordOperator(), args: [credentials().part('password')] }),
  'OnePasswordOperator#supply': bench => ({ on: new OnePasswordOperator(), args: [bench.chart, suppliedSecret(item())] }),
  'OnePasswordOperator#whyNot': () => ({ on: new OnePasswordOperator(), args: [suppliedSecret(item())] }),
  'OnePasswordOperator#keyOf': () => ({ on: new OnePasswordOperator(), args: [credentials().part('password')] }),
  'SecretsStoreCsiDriver#encodes': () => ({ on: new SecretsStoreCsiDriver(), args: [SecretEncoding.PERCENT] }),
  'SecretsStoreCsiDriver#fetches': () => ({ on: new SecretsStoreCsiDriver(), args: [credentials().part('password')] }),
  'SecretsStoreCsiDriver#supply': bench => ({ on: new SecretsStoreCsiDriver(), args: [bench.chart, suppliedSecret(inVault())] }),
  'SecretsStoreCsiDriver#whyNot': () => ({ on: new SecretsStoreCsiDriver(), args: [suppliedSecret(inVault())] }),
  'SecretsStoreCsiDriver#volumeOf': () => ({ on: new SecretsStoreCsiDriver(), args: [suppliedSecret(inVault())] }),
  'AdmittedPeer.addresses': () => ({ args: [{ cidrs: CIDRS, port: 8080 }] }),
  'AdmittedPeer.meshPods': () => ({ args: [{ ...admittedPods, serviceAccountName: 'prometheus' }] }),
  'AdmittedPeer.pods': () => ({ args: [admittedPods] }),
  'MermaidDiagram.render': () => ({ args: [DOCUMENT] }),
  'Mesh.istio': () => ({ args: [istio()] }),
  'NetworkPeer.addresses': () => ({ args: [{ cidrs: CIDRS, port: 53, udp: true }] }),
  'NetworkPeer.pods': () => ({ args: [peerPods] }),
  'Pods#describe': () => ({ on: Pods.fromLabels({ labels }), args: ['web'] }),
  'Pods.fromLabels': () => [
    { args: [{ labels, versions: [{ name: 'v1', labels, replicas: 2, ports: [8080], portNames: { http: 8080 } }], namespace: 'shop', serviceAccountName: 'api' }] },
    { args: [{ labels, replicas: 2 }] },
  ],
  'Pods.isPods': () => ({ args: [Pods.fromLabels({ labels })] }),
  'Pods.named': bench => ({ args: [bench.chart, 'web'] }),
  'Pods.of': bench => ({ args: [pods(bench)] }),
  'Pods.versions': bench => ({ args: [{ v1: pods(bench), v2: pods(bench, 'more-pods') }] }),
  'SecretBindings#variablesOf': bench => ({ on: bindings(bench), args: [bench.web] }),
  'SecretBindings#volumesOf': bench => ({ on: bindings(bench), args: [bench.web] }),
  'Secrets.externalSecrets': () => ({ args: [{ refreshInterval: second() }] }),
  'Secrets.firstOf': () => ({ args: [new VaultSecretsOperator(), new OnePasswordOperator()] }),
  'Secrets.onePassword': () => ({ args: [{ restarts: false }] }),
  'Secrets.secretsStoreCsi': () => ({ args: [csi()] }),
  'Secrets.vaultSecretsOperator': () => ({ args: [{ refreshAfter: second(), restarts: false }] }),
  'Topology#acknowledge': bench => ({ on: bench.topology, args: ['BST616', bench.web, 'it is right here'] }),
  'Topology#addAppCheck': bench => ({ on: bench.topology, args: [appCheck] }),
  'Topology#addCheck': bench => ({ on: bench.topology, args: [check] }),
  'Topology#everyWorkloadAdmits': bench => ({ on: bench.topology, args: [admitted()] }),
  'Topology#everyWorkloadCalls': bench => ({ on: bench.topology, args: [http(bench), call()] }),
  'Topology#everyWorkloadUses': bench => ({ on: bench.topology, args: [redis(bench), { ...connection(), access: DataAccess.READ_WRITE }] }),
  'Topology#read': bench => ({ on: bench.topology, args: [{ enforcement: new Silent(), checks: [check], appChecks: [appCheck] }] }),
  'TopologyDocuments.of': bench => ({ args: [bench.call().topology] }),
  'TopologyDocuments.write': () => ({ args: [new App({ outdir: OUT })] }),
  'TopologyJson.parse': () => ({ args: [JSON.stringify(DOCUMENT)] }),
  'TopologyJson.render': () => ({ args: [DOCUMENT] }),
  'new FirstSupplier': () => ({ args: [new VaultSecretsOperator(), [new OnePasswordOperator()]] }),
  'new OnePasswordOperator': () => ({ args: [{ restarts: false }] }),
  'new SecretsStoreCsiDriver': () => ({ args: [csi()] }),
  'new VaultSecretsOperator': () => ({ args: [{ refreshAfter: second(), restarts: false }] }),
  'new ExternalSecretsOperator': () => ({ args: [{ refreshInterval: second() }] }),
  'new IstioMesh': bench => output(bench, istio()),
  'new KubernetesServices': bench => output(bench),
  'new NetworkPolicies': bench => output(bench, { dns: peer(), additionalEgress: [peer()], outsideIsPublic: true }),
  'new Platform': bench => output(bench, { mesh: Mesh.istio(), secrets: Secrets.externalSecrets(), dns: peer(), additionalEgress: [peer()], outsideIsPublic: true }),
  'new SecretBindings': bench => output(bench, { secrets: Secrets.externalSecrets() }),
  'new StrimziKafka': bench => output(bench),
  'new Topology': bench => ({ args: [bench.chart, 'other', { ...names(), namespace: 'shop' }] }),
} satisfies Partial<Record<CallName, Baselines>>;

/** For each entry of the public API, calls that are right. A new entry without one does not compile. */
export const BASELINES: Record<Exclude<CallName, 'new ChartResources'>, Baselines> = {
  ...MODEL, ...PROVIDERS, ...KINDS, ...OUTPUTS, ...SUPPLIERS,
  ...MEMCACHED,
};
