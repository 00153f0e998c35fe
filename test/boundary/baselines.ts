import { App, Chart } from 'cdk8s';
import {
  AccessPolicy, AddressRole, AppContext, BindingValue, CheckContext, CredentialPart,
  EnvNames, Jwt, LoadBalancing, Locator, Login, Mesh, MutualTls,
  Pods, ReleaseChannel, RetryCondition, RetryPolicy, SecretEncoding, Secrets, ServiceShape,
  TlsAuthority, WorkloadStanding,
} from '../../src';
import { EmittedObjects } from '../../src/model/emitted-objects';
import { CallName } from '../../src/private/boundary';
import { Bench } from '../hostile/options';
import { newRollout } from '../support/rollout';
import { BALANCING } from './balancing-baselines';
import {
  Baselines, CONTRACT, DESCRIPTOR_SET, PROTO,
  OUT, CIDRS, ENDPOINTS, second, vault, credentials, labels, peerPods, admittedPods, admittedRequests, admitted, peer, madeService,
  inService,
  outside, pods, http, redis, called, graph, route, versioned, secret, names, binding, call, use, operation, check, appCheck, output,
  ambient, istio, service, telemetry, workload, provision, bindings, Silent,
} from './baseline-parts';
import { DOCUMENT } from './document';
import { GATEWAYS } from './gateway-baselines';
import { KINDS, PROVIDERS } from './kind-baselines';
import { CASSANDRA } from './kinds/cassandra';
import { CUSTOM } from './kinds/custom-service';
import { KAFKA_MANAGED } from './kinds/kafka-managed';
import { LDAP } from './kinds/ldap';
import { MEMCACHED } from './kinds/memcached';
import { MONGO_DB } from './kinds/mongo-db';
import { MYSQL } from './kinds/my-sql';
import { NATS } from './kinds/nats';
import { OBJECT_STORAGE } from './kinds/object-storage';
import { OIDC_ISSUER } from './kinds/oidc-issuer';
import { POSTGRES_FURTHER } from './kinds/postgres-further';
import { RABBIT_MQ } from './kinds/rabbit-mq';
import { REDIS_FURTHER } from './kinds/redis-further';
import { SEARCH_ENGINES } from './kinds/search-engines';
import { SMTP_SERVER } from './kinds/smtp-server';
import { SQL_SERVER } from './kinds/sql-server';
import { MACHINES } from './machine-baselines';
import { ROUTES } from './route-baselines';
import { SUPPLIERS } from './supplier-baselines';

const ISSUER = 'https://issuer.example.com';
const JWKS = '{"keys":[{"kty":"RSA","n":"AQ","e":"AQAB"}]}';
const HELD = { key: 'request.headers[x-user]', values: ['a'], notValues: ['b'] };
const toRequests = {
  ipBlocks: CIDRS, notIpBlocks: CIDRS, remoteIpBlocks: CIDRS, notRemoteIpBlocks: CIDRS, hosts: ['a.example.com'], notHosts: ['b.example.com'], methods: ['GET'], notMethods: ['PUT'],
  paths: ['/a'], notPaths: ['/b'], ports: [8080], notPorts: [9090], when: [HELD],
};
const rule = ({ web }: Bench) => ({
  ...toRequests, callers: [web], notCallers: [web], serviceAccounts: ['a/b'], notServiceAccounts: ['a/c'], namespaces: ['a'], notNamespaces: ['b'],
  requestPrincipals: ['a/*'], notRequestPrincipals: ['b/*'],
});
const policy = () => AccessPolicy.deny('no-deletes', { rules: [{ methods: ['DELETE'] }] });

const MODEL = {
  'AccessPolicy.audit': bench => ({ args: ['seen', { rules: [rule(bench)] }] }),
  'AccessPolicy.custom': () => ({ args: ['asked', { provider: 'opa', rules: [toRequests] }] }),
  'AccessPolicy.deny': bench => ({ args: ['no-deletes', { rules: [rule(bench)], dryRun: true }] }),
  'Jwt.ofIssuer': () => [
    { args: [ISSUER, { jwks: JWKS }] },
    { args: [ISSUER, {
      jwksUri: 'https://keys.example.com/jwks.json', audiences: ['shop'], fromHeaders: [{ name: 'x-token', prefix: 'Token ' }], fromParams: ['token'], fromCookies: ['session'],
      outputPayloadToHeader: 'x-payload', outputClaimToHeaders: { 'x-sub': 'sub' }, forwardOriginalToken: true, timeout: second(),
    }] },
  ],
  'TopologyGraph#policiesOf': bench => ({ on: graph(bench), args: [bench.web] }),
  'TopologyGraph#requiredTokensOf': bench => ({ on: graph(bench), args: [bench.web] }),
  'Workload#enforces': bench => ({ on: bench.web, args: [policy()] }),
  'Workload#requires': bench => ({ on: bench.web, args: [Jwt.ofIssuer(ISSUER), { claims: { groups: ['a'] }, ports: [8080], exceptPaths: ['/a'], exceptMethods: ['OPTIONS'], optional: true }] }),
  'MutualTls#atPort': () => ({ on: MutualTls.STRICT, args: [8080, MutualTls.STRICT] }),
  'MutualTls.disabled': () => ({ args: ['the old shop has no sidecar'] }),
  'MutualTls.permissive': () => ({ args: ['the old shop has no sidecar'] }),
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
  'CircuitBreaker.consecutiveErrors': () => ({ args: [5, { resetTimeout: second(), interval: second(), maxEjectionPercent: 50, localOriginErrors: 3 }] }),
  'CircuitBreaker.consecutiveGatewayErrors': () => (
    { args: [5, { resetTimeout: second(), interval: second(), maxEjectionPercent: 50, localOriginErrors: 3 }] }),
  'ConnectionPool.limits': () => [{ args: [{ retryBudget: { percent: 20, minRetryConcurrency: 3, budgetInterval: second() }, http2KeepAlive: { interval: second(), timeout: second() } }] }, { args: [{
    maxConnections: 1, maxPendingRequests: 2, maxRequests: 3, idleTimeout: second(), maxRequestsPerConnection: 4, maxRetries: 5,
    maxConnectionDuration: second(),
    tcpKeepalive: { time: second(), interval: second(), probes: 3 },
  }] }],
  'ConsistentHash.maglev': () => ({ args: [1009] }),
  'ConsistentHash.ringHash': () => ({ args: [1024] }),
  'Contract.descriptorSet': () => ({ args: [DESCRIPTOR_SET] }),
  'Contract.openApi': () => ({ args: [CONTRACT] }),
  'Contract.proto': () => ({ args: [PROTO] }),
  'Credential#has': () => ({ on: credentials(), args: ['password'] }),
  'Credential#part': () => ({ on: credentials(), args: ['password'] }),
  'Credential#with': () => ({ on: credentials(), args: ['database', CredentialPart.text('orders')] }),
  'Credential.of': () => ({ args: [{ username: CredentialPart.text('reader') }] }),
  'CredentialPart.text': () => ({ args: ['reader'] }),
  'Enforcement#channel': bench => ({ on: new Silent(), args: [bench.kafka().topic('a'), 'partitions'] }),
  'Enforcement#endpoints': bench => ({ on: new Silent(), args: [http(bench)] }),
  'Enforcement#entering': bench => ({ on: new Silent(), args: [bench.web, 'admits'] }),
  'Enforcement#field': bench => ({ on: new Silent(), args: [called(bench), 'timeout'] }),
  'Enforcement#loadBalancing': bench => ({ on: new Silent(), args: [http(bench)] }),
  'Enforcement#machines': bench => ({ on: new Silent(), args: [bench.web] }),
  'Enforcement#routes': bench => ({ on: new Silent(), args: [http(bench)] }),
  'Enforcement#routesFrom': bench => ({ on: new Silent(), args: [called(bench)] }),
  'Enforcement#serverEnvNames': bench => ({ on: new Silent(), args: [http(bench)] }),
  'Enforcement#tlsByMesh': bench => ({ on: new Silent(), args: [http(bench)] }),
  'EnforcementAnswer.byOthers': () => ({ args: ['its owner does it', 'ask its owner'] }),
  'EnforcementAnswer.cannot': () => ({ args: ['it has no such thing', 'leave it out'] }),
  'EnvNames.map': () => ({ args: [{ URL: '{url}' }] }),
  ...GATEWAYS,
  ...ROUTES,
  'KafkaTopic.isKafkaTopic': bench => ({ args: [bench.kafka().topic('a')] }),
  'KubernetesSecret#credential': () => ({ on: secret(), args: [{ password: 'pass' }] }),
  'KubernetesSecret#key': () => ({ on: secret(), args: ['password'] }),
  'KubernetesSecret.existing': () => ({ args: ['made-by-hand', { reason: 'the cache team makes it' }] }),
  'KubernetesSecret.ofOperator': () => ({ args: ['made-by-operator', { producer: 'KafkaUser a', emittedKind: 'KafkaUser.kafka.strimzi.io' }] }),
  ...BALANCING,
  'Locator#address': () => ({ on: Locator.external({ addresses: [outside] }), args: [AddressRole.PRIMARY] }),
  'Locator.external': () => ({ args: [{ addresses: [outside], cidrs: CIDRS, endpoints: ENDPOINTS }] }),
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
  'Subject.of': bench => ({ args: [bench.chart] }),
  'Telemetry.ofMesh': () => ({ args: [telemetry()] }),
  'Telemetry.ofNamespace': () => ({ args: ['shop', telemetry()] }),
  'Telemetry.ofWorkload': bench => ({ args: [bench.web, telemetry()] }),
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
  'TopologyGraph#reachedPeersOf': bench => ({ on: graph(bench), args: [bench.web] }),
  'TopologyGraph#servicesOf': bench => ({ on: graph(bench), args: [bench.web] }),
  'TracingTag.environment': () => ({ args: ['cluster', 'CLUSTER_ID', 'c1'] }),
  'TracingTag.header': () => ({ args: ['tenant', 'x-tenant', 'nobody'] }),
  'TracingTag.literal': () => ({ args: ['stage', 'prod'] }),
  'TopologyGraph.of': bench => ({ args: [bench.topology] }),
  'Workload#admits': bench => ({ on: bench.web, args: [admitted()] }),
  'Workload#calls': bench => ({ on: bench.web, args: [http(bench), call()] }),
  'Workload#consumes': bench => ({ on: bench.web, args: [bench.kafka().topic('a'), { ...binding(), consumerGroup: 'readers' }] }),
  'Workload#publishes': bench => ({ on: bench.web, args: [bench.kafka().topic('a'), { ...binding(), transactionalIdPrefix: 'web-' }] }),
  'Workload#uses': bench => ({ on: bench.web, args: [redis(bench), use()] }),
  'Workload#reaches': bench => ({ on: bench.web, args: [peer()] }),
  'new BackingService': bench => service(bench, {
    bindingType: 'http', provision: provision(versioned(bench)), shape: ServiceShape.API, contract: { operations: [operation] },
    idempotentMethods: ['shop.Users/Get'], routes: [route()], loadBalancing: LoadBalancing.RANDOM, clientRouted: false, maxConnections: 100,
  }),
  'new App': () => ({ args: [{ outdir: 'dist', outputFileExtension: '.yaml', yamlOutputType: 0, recordConstructMetadata: false, resolvers: [] }] }),
  'new Binding': bench => ({ args: [[called(bench)]] }),
  'new Channel': bench => ({ args: [{ service: http(bench), name: 'queue', address: 'queue.of.shop', readInGroups: true, declaredElsewhere: false }] }),
  'new Provision': () => ({ args: [{ locator: Locator.external({ addresses: [outside] }), login: Login.shared(credentials()), provider: 'us', furtherServices: ['a-r'], furtherSecrets: ['a-ca'], serviceAccounts: ['a'], serverEnvNames: EnvNames.DEFAULT, database: '3', settings: { 'replica-set': 'rs0' } }] }),
  'new TopologyElement': bench => ({ args: [bench.topology, 'element'] }),
  'new Workload': bench => workload(bench, { ...names(), boundContainers: ['main'], standing: WorkloadStanding.MIGRATING, mutualTls: MutualTls.STRICT }),
} satisfies Partial<Record<CallName, Baselines>>;

const OUTPUTS = {
  'AdmittedPeer.addresses': () => ({ args: [{ ...admittedRequests, cidrs: CIDRS, port: 8080 }] }),
  'AdmittedPeer.anyMeshPods': () => ({ args: [{ ...admittedRequests, port: 8080 }] }),
  'AdmittedPeer.anyone': () => ({ args: [{ ...admittedRequests, port: 8080 }] }),
  'AdmittedPeer.meshPods': () => ({ args: [{ ...admittedPods, ...admittedRequests, serviceAccountName: 'prometheus', clientCidrs: CIDRS }] }),
  'AdmittedPeer.meshNamespace': () => ({ args: [{ ...admittedRequests, namespace: 'front', port: 8080 }] }),
  'AdmittedPeer.pods': () => ({ args: [{ ...admittedPods, ...admittedRequests }] }),
  'MermaidDiagram.render': () => ({ args: [DOCUMENT] }),
  'Mesh.ambient': () => ({ args: [ambient()] }),
  'Mesh.istio': () => ({ args: [istio()] }),
  ...MACHINES,
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
  'Pods.rollout': bench => ({ args: [newRollout(bench.chart, 'released')] }),
  'Pods.versions': bench => ({ args: [{ v1: pods(bench), v2: pods(bench, 'more-pods') }] }),
  'SecretBindings#variablesOf': bench => ({ on: bindings(bench), args: [bench.web] }),
  'SecretBindings#volumesOf': bench => ({ on: bindings(bench), args: [bench.web] }),
  'StageParity.findings': bench => ({ args: [[bench.topology, bench.topology]] }),
  'Topology#acknowledge': bench => ({ on: bench.topology, args: ['BST616', bench.web, 'it is right here'] }),
  'Topology#addAppCheck': bench => ({ on: bench.topology, args: [appCheck] }),
  'Topology#addCheck': bench => ({ on: bench.topology, args: [check] }),
  'Topology#everyWorkloadAdmits': bench => ({ on: bench.topology, args: [admitted()] }),
  'Topology#everyWorkloadCalls': bench => ({ on: bench.topology, args: [http(bench), call()] }),
  'Topology#everyWorkloadUses': bench => ({ on: bench.topology, args: [redis(bench), use()] }),
  'Topology#read': bench => ({ on: bench.topology, args: [{ enforcement: new Silent(), checks: [check], appChecks: [appCheck] }] }),
  'TopologyDocuments.of': bench => ({ args: [bench.call().topology] }),
  'TopologyDocuments.write': () => ({ args: [new App({ outdir: OUT })] }),
  'TopologyJson.parse': () => ({ args: [JSON.stringify(DOCUMENT)] }),
  'TopologyJson.render': () => ({ args: [DOCUMENT] }),
  'new AmbientMesh': bench => output(bench, ambient()),
  'new GatewayApi': bench => output(bench, { routesOfServices: true, channel: ReleaseChannel.EXPERIMENTAL, thirdParties: { group: 'networking.istio.io', parentKind: 'ServiceEntry', backendKind: 'Hostname' } }),
  'new IstioMesh': bench => output(bench, istio()),
  'new KubernetesServices': bench => output(bench),
  'new NetworkPolicies': bench => output(bench, {
    dns: peer(), additionalEgress: [peer()], outsideIsPublic: true, tunnel: { port: 15008, proxyLabels: labels, probesFrom: CIDRS },
  }),
  'new Platform': bench => output(bench, { restartOnRotation: true, mesh: Mesh.istio(), gatewayApiChannel: ReleaseChannel.STANDARD, secrets: Secrets.externalSecrets(), dns: peer(), additionalEgress: [peer()], outsideIsPublic: true }),
  'new SecretBindings': bench => output(bench, { restartOnRotation: true, secrets: Secrets.externalSecrets() }),
  'new CloudNativePgDatabases': bench => output(bench),
  'new StrimziKafka': bench => output(bench),
  'new Topology': bench => ({ args: [bench.chart, 'other', { ...names(), namespace: 'shop', stageOf: 'shop', production: true }] }),
} satisfies Partial<Record<CallName, Baselines>>;

/** For each entry of the public API, calls that are right. A new entry without one does not compile. */
export const BASELINES: Record<Exclude<CallName, 'new ChartResources'>, Baselines> = {
  ...MODEL, ...PROVIDERS, ...KINDS, ...OUTPUTS, ...SUPPLIERS,
  ...CASSANDRA, ...CUSTOM, ...LDAP, ...MEMCACHED, ...MONGO_DB, ...MYSQL, ...NATS, ...OBJECT_STORAGE, ...OIDC_ISSUER, ...RABBIT_MQ, ...SEARCH_ENGINES,
  ...SMTP_SERVER, ...SQL_SERVER,
  ...KAFKA_MANAGED, ...POSTGRES_FURTHER, ...REDIS_FURTHER,
};
