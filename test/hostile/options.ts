import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Deployment, ServiceAccount } from 'cdk8s-plus-28';
import {
  CallOptions, CircuitBreaker, Contract, Credential, CredentialPart, EnvNames, ExternalSecretsOptions, Gateway, GatewayListener, GrpcProvider,
  GrpcService, HttpMatch, HttpProvider, HttpRoute, HttpService, HttpServiceProps, IstioVersion, Jwt, Kafka, KafkaProvider, KubernetesSecret,
  LoadBalancing, Locality, Mesh, MutualTls, NetworkPeer, PlatformProps, Pods, PodsFromLabelsProps, Postgres, PostgresProvider, Redis,
  RedisProvider, Secrets, SecretStore, StringMatch, TcpProvider, TcpService, Telemetry, TlsOrigination, Topology, TracingTag, Workload,
  ZoneAwareOptions,
} from '../../src';
import { percentEncode } from '../../src/private/percent-encode';
import { asSent } from '../../src/private/request-path';

/** A caller that learns when near endpoints fail. */
const BREAKER = { circuitBreaker: CircuitBreaker.consecutiveErrors(5) };

/** An app with a topology and a workload `web`, made of a Deployment, to declare things for. */
export class Bench {
  public readonly app = new App();
  public readonly chart = new Chart(this.app, 'chart', { namespace: 'shop' });
  public readonly topology: Topology;
  public readonly web: Workload;

  public constructor(id = 'topology', namespace = 'shop') {
    const serviceAccount = ServiceAccount.fromServiceAccountName(this.chart, 'web-account', 'web');
    const deployment = new Deployment(this.chart, 'web-pods', { metadata: { name: 'web' }, serviceAccount, containers: [{ image: 'web' }] });
    this.topology = new Topology(this.chart, id, { namespace });
    this.web = new Workload(this.topology, 'web', { pods: Pods.of(deployment) });
  }

  /** A workload `api` in pods that something else makes. */
  public api(pods: Partial<PodsFromLabelsProps> = {}): Workload {
    return new Workload(this.topology, 'api', { pods: Pods.fromLabels({ labels: { app: 'api' }, serviceAccountName: 'api', ...pods }) });
  }

  /** `web` calls `api`. */
  public call(api = this.api(), props: Partial<HttpServiceProps> = {}, options: CallOptions = {}): Bench {
    this.web.calls(new HttpService(this.topology, 'api', { provider: HttpProvider.workload(api), ...props }), options);
    return this;
  }

  public uses(service: (topology: Topology) => Parameters<Workload['uses']>[0]): Bench {
    const made = service(this.topology);
    if (made.protocol.hasRequests) this.web.calls(made); else this.web.uses(made);
    return this;
  }

  public kafka(provider = KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' })): Kafka {
    return new Kafka(this.topology, 'events', { provider });
  }
}

/** A public option that takes text. */
export interface TextOption {
  readonly name: string;
  /** A text that is accepted. */
  readonly usual: string;
  /** Declares something with the text; may give options of the Platform. */
  readonly declare: (text: string, bench: Bench) => Bench | Partial<PlatformProps> | void;
  /** How the YAML shows the text, where not as it is; undefined if it does not. */
  readonly shown?: (text: string) => string | undefined;
  /** Makes the bench itself. */
  readonly bench?: (text: string) => Bench;
}

const vault = SecretStore.cluster('vault');
const credentials = vault.secret('entry');
const hidden = () => undefined;
const redis = (host: string, secret = credentials) => (topology: Topology) =>
  new Redis(topology, 'cache', { provider: RedisProvider.external({ host, credentials: secret }) });
const postgres = (secret: Credential) => (topology: Topology) =>
  new Postgres(topology, 'db', { provider: PostgresProvider.external({ host: 'a.example.com', database: 'd', credentials: secret }) });
const entered = (secret: Credential) => KafkaProvider.external({ bootstrapServers: ['a.example.com:9092'], credentials: secret });
const inCluster = (service: string, namespace = 'team', podLabels: Record<string, string> = { app: 'cache' }) => (topology: Topology) =>
  new Redis(topology, 'cache', { provider: RedisProvider.inCluster({ service, namespace, podLabels }) });
const http = (url: string, cidrs?: string[]) => (topology: Topology) => new HttpService(topology, 'pay', { provider: HttpProvider.external(url, { cidrs }) });

const supplied = (bench: Bench, options: ExternalSecretsOptions) => {
  bench.uses(redis('a.example.com'));
  return { secrets: Secrets.externalSecrets(options) };
};

function contract(paths: object): Contract {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    writeFileSync(join(folder, 'api.json'), JSON.stringify({ openapi: '3.0.3', info: {}, paths }));
    return Contract.openApi(join(folder, 'api.json'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function protoOf(service: string): Contract {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    writeFileSync(join(folder, 'api.proto'), `package shop; service ${service} { rpc Get(A) returns (B); }`);
    return Contract.proto(join(folder, 'api.proto'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function callByZones(bench: Bench, options: ZoneAwareOptions): Partial<PlatformProps> {
  bench.call(bench.api(), { loadBalancing: LoadBalancing.random({ locality: Locality.zoneAware(options) }) }, BREAKER);
  return { mesh: Mesh.istio({ istioVersion: IstioVersion.V1_31, selfDiscovery: true }) };
}

function callMethod(bench: Bench, service: string): void {
  const own = new GrpcService(bench.topology, 'api', { provider: GrpcProvider.workload(bench.api()), contract: protoOf(service) });
  bench.web.calls(own, { operations: [`shop.${service}/Get`] });
}

function callOperation(bench: Bench, path: string, id: string): void {
  const service = new HttpService(bench.topology, 'pay', {
    provider: HttpProvider.external('http://pay.example.com'), contract: contract({ [path]: { get: { operationId: id } } }),
  });
  bench.web.calls(service, { operations: [id] });
  const own = new HttpService(bench.topology, 'api', { provider: HttpProvider.workload(bench.api()), contract: contract({ [path]: { get: { operationId: id } } }) });
  bench.web.calls(own, { operations: [id] });
}

const existing = (keys: Record<string, string> = { uri: 'uri' }, name = 'made-by-hand', reason = 'the cache team makes it') =>
  KubernetesSecret.existing(name, { reason }).credential(keys);

/** Ids and namespaces of what is declared. */
export const NAMES: TextOption[] = [
  { name: 'id of a Topology', usual: 'books', bench: text => new Bench(text), declare: (_, bench) => bench.call(), shown: hidden },
  { name: 'namespace of a Topology', usual: 'books', bench: text => new Bench('topology', text), declare: (_, bench) => bench.call() },
  { name: 'id of a Workload', usual: 'api', declare: (text, bench) => bench.call(new Workload(bench.topology, text, { pods: Pods.fromLabels({ labels: { app: 'a' } }) })) },
  { name: 'namespace of a Workload', usual: 'other', declare: (text, bench) => bench.call(new Workload(bench.topology, 'api', { namespace: text, pods: Pods.fromLabels({ labels: { app: 'a' } }) })) },
  { name: 'serviceAccountName of a Workload', usual: 'api', declare: (text, bench) => {
    new Workload(bench.topology, 'api', { serviceAccountName: text, pods: Pods.fromLabels({ labels: { app: 'a' } }) })
      .calls(new HttpService(bench.topology, 'web', { provider: HttpProvider.workload(bench.web) }));
  } },
  { name: 'namespace of Pods.fromLabels', usual: 'other', declare: (text, bench) => bench.call(bench.api({ namespace: text })) },
  { name: 'serviceAccountName of Pods.fromLabels', usual: 'api', shown: hidden, declare: (text, bench) => bench.call(bench.api({ serviceAccountName: text })) },
  { name: 'label key of Pods.fromLabels', usual: 'app', declare: (text, bench) => bench.call(bench.api({ labels: { [text]: 'api' } })) },
  { name: 'label value of Pods.fromLabels', usual: 'api', declare: (text, bench) => bench.call(bench.api({ labels: { app: text } })) },
  { name: 'version of Pods.fromLabels', usual: 'v1', declare: (text, bench) => bench.call(bench.api({ versions: [{ name: text, labels: { version: text } }] })) },
  { name: 'version of Pods.versions', usual: 'v1', declare: (text, bench) => {
    const pods = new Deployment(bench.chart, 'api-pods', { metadata: { name: 'api' }, containers: [{ image: 'api' }] });
    bench.call(new Workload(bench.topology, 'api', { pods: Pods.versions({ [text]: pods }) }));
  } },
  { name: 'id of an HttpService', usual: 'api', declare: (text, bench) => { bench.web.calls(new HttpService(bench.topology, text, { provider: HttpProvider.workload(bench.api()) })); } },
  { name: 'id of a GrpcService', usual: 'api', declare: (text, bench) => { bench.web.calls(new GrpcService(bench.topology, text, { provider: GrpcProvider.workload(bench.api()) })); } },
  { name: 'id of a TcpService', usual: 'api', declare: (text, bench) => { bench.web.uses(new TcpService(bench.topology, text, { provider: TcpProvider.workload(bench.api(), { port: 7000 }) })); } },
  { name: 'id of a Postgres', usual: 'db', declare: (text, bench) => bench.uses(topology => new Postgres(topology, text, { provider: PostgresProvider.cloudNativePg({ cluster: 'a' }) })) },
  { name: 'id of a Redis', usual: 'cache', declare: (text, bench) => bench.uses(topology => new Redis(topology, text, { provider: RedisProvider.workload(bench.api()) })) },
  { name: 'id of a Kafka', usual: 'events', declare: (text, bench) => {
    bench.web.publishes(new Kafka(bench.topology, text, { provider: KafkaProvider.strimzi({ cluster: 'a', namespace: 'kafka' }) }).topic('a'));
  } },
  { name: 'bindingName', usual: 'binding', declare: (text, bench) => { bench.web.uses(redis('a.example.com')(bench.topology), { bindingName: text }); } },
];

/** Where things are: hosts, URLs, addresses. */
export const PLACES: TextOption[] = [
  { name: 'URL of HttpProvider.external', usual: 'http://pay.example.com/base', shown: hidden, declare: (text, bench) => bench.uses(http(text)) },
  { name: 'base path of HttpProvider.external', usual: 'base', shown: hidden, declare: (text, bench) => bench.uses(http(`http://pay.example.com/${text}`)) },
  { name: 'cidr of HttpProvider.external', usual: '203.0.113.0/24', declare: (text, bench) => bench.uses(http('http://pay.example.com', [text])) },
  { name: 'furtherHosts of HttpProvider.external', usual: '*.example.com', declare: (text, bench) => bench.uses(topology => new HttpService(topology, 'pay', {
    provider: HttpProvider.external('https://pay.example.com', { tlsOrigination: TlsOrigination.CLIENT, furtherHosts: [text] }),
  })) },
  { name: 'host of GrpcProvider.external', usual: 'a.example.com', declare: (text, bench) => bench.uses(topology => new GrpcService(topology, 'grpc', { provider: GrpcProvider.external({ host: text }) })) },
  { name: 'host of TcpProvider.external', usual: 'a.example.com', declare: (text, bench) => bench.uses(topology => new TcpService(topology, 'tcp', { provider: TcpProvider.external({ host: text, port: 7 }) })) },
  { name: 'cidr of TcpProvider.external', usual: '2001:db8::/32', declare: (text, bench) => bench.uses(topology => new TcpService(topology, 'tcp', { provider: TcpProvider.external({ host: 'a.example.com', port: 7, cidrs: [text] }) })) },
  { name: 'endpoint of TcpProvider.external', usual: '2001:db8::7', shown: hidden, declare: (text, bench) => bench.uses(topology => new TcpService(topology, 'tcp', { provider: TcpProvider.external({ host: 'a.example.com', port: 7, endpoints: [text] }) })) },
  { name: 'cluster of cloudNativePg', usual: 'a', declare: (text, bench) => bench.uses(topology => new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: text }) })) },
  { name: 'namespace of cloudNativePg', usual: 'shop', declare: (text, bench) => bench.uses(topology => new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'a', namespace: text }) })) },
  { name: 'caSecret of cloudNativePg', usual: 'a', declare: (text, bench) => bench.uses(topology => new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'a', caSecret: text }) })) },
  { name: 'role of readOnlyInRoles', usual: 'readers', declare: (text, bench) => bench.uses(topology => new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({
    cluster: 'a', database: 'd', databaseRoles: { readWriteInRoles: ['writers'], readOnlyInRoles: [text] },
  }) })), shown: hidden },
  { name: 'role of readWriteInRoles', usual: 'writers', declare: (text, bench) => bench.uses(topology => new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({
    cluster: 'a', database: 'd', databaseRoles: { readWriteInRoles: [text] },
  }) })) },
  { name: 'host of PostgresProvider.external', usual: 'a.example.com', declare: (text, bench) => bench.uses(topology => new Postgres(topology, 'db', { provider: PostgresProvider.external({ host: text, database: 'd', credentials }) })) },
  { name: 'database of PostgresProvider.external', usual: 'orders', shown: percentEncode, declare: (text, bench) => bench.uses(topology => new Postgres(topology, 'db', { provider: PostgresProvider.external({ host: 'a.example.com', database: text, credentials }) })) },
  { name: 'database of PostgresProvider.workload', usual: 'orders', shown: percentEncode, declare: (text, bench) => bench.uses(topology => new Postgres(topology, 'db', { provider: PostgresProvider.workload(bench.api(), { database: text, credentials }) })) },
  { name: 'host of RedisProvider.external', usual: 'a.example.com', declare: (text, bench) => bench.uses(redis(text)) },
  { name: 'service of RedisProvider.inCluster', usual: 'cache', declare: (text, bench) => bench.uses(inCluster(text)) },
  { name: 'namespace of RedisProvider.inCluster', usual: 'team', declare: (text, bench) => bench.uses(inCluster('cache', text)) },
  { name: 'pod label of RedisProvider.inCluster', usual: 'cache', declare: (text, bench) => bench.uses(inCluster('cache', 'team', { app: text })) },
  { name: 'cluster of strimzi', usual: 'events', declare: (text, bench) => { bench.web.publishes(bench.kafka(KafkaProvider.strimzi({ cluster: text, namespace: 'kafka' })).topic('a')); } },
  { name: 'namespace of strimzi', usual: 'kafka', declare: (text, bench) => { bench.web.publishes(bench.kafka(KafkaProvider.strimzi({ cluster: 'a', namespace: text })).topic('a')); } },
  { name: 'listener of strimzi', usual: 'tls', declare: (text, bench) => { bench.web.publishes(bench.kafka(KafkaProvider.strimzi({ cluster: 'a', namespace: 'kafka', listener: text })).topic('a')); } },
  { name: 'broker of KafkaProvider.external', usual: 'a.example.com:9092', declare: (text, bench) => { bench.web.publishes(bench.kafka(KafkaProvider.external({ bootstrapServers: [text], credentials })).topic('a')); } },
  { name: 'host of a broker of KafkaProvider.external', usual: 'a.example.com', declare: (text, bench) => { bench.web.publishes(bench.kafka(KafkaProvider.external({ bootstrapServers: [`${text}:9092`], credentials })).topic('a')); } },
  { name: 'brokerHosts of KafkaProvider.external', usual: '*.example.com', declare: (text, bench) => { bench.web.publishes(bench.kafka(KafkaProvider.external({ bootstrapServers: ['a.example.com:1'], brokerHosts: [text], credentials })).topic('a')); } },
];

/** What is given to all objects. */
export const METADATA: TextOption[] = [
  { name: 'key of a label of all objects', usual: 'example.com/team', declare: (text, bench) => { bench.call(); return { labels: { [text]: 'a' } }; } },
  { name: 'value of a label of all objects', usual: 'shop', declare: (text, bench) => { bench.call(); return { labels: { team: text } }; } },
  { name: 'key of an annotation of all objects', usual: 'example.com/wave', declare: (text, bench) => { bench.call(); return { annotations: { [text]: 'a' } }; } },
  { name: 'text of an annotation of all objects', usual: 'a text', declare: (text, bench) => { bench.call(); return { annotations: { 'example.com/note': text } }; } },
];

/** Topics, routes, contracts, the mesh and DNS. */
export const TRAFFIC: TextOption[] = [
  { name: 'id of a topic', usual: 'orders', declare: (text, bench) => { bench.web.publishes(bench.kafka().topic(text)); } },
  { name: 'topicName', usual: 'Orders_v1', declare: (text, bench) => { bench.web.publishes(bench.kafka().topic('a', { topicName: text })); } },
  { name: 'setting of a topic', usual: 'flush.ms', declare: (text, bench) => { bench.web.publishes(bench.kafka().topic('a', { settings: { [text]: '1' } })); } },
  { name: 'value of a setting of a topic', usual: '1000', declare: (text, bench) => { bench.web.publishes(bench.kafka().topic('a', { settings: { 'flush.ms': text } })); } },
  { name: 'transactionalIdPrefix', usual: 'web-', declare: (text, bench) => { bench.web.publishes(bench.kafka().topic('a'), { transactionalIdPrefix: text }); } },
  { name: 'consumerGroup', usual: 'Group', declare: (text, bench) => { bench.web.consumes(bench.kafka().topic('a'), { consumerGroup: text }); } },
  { name: 'name of HttpMatch.header', usual: 'end-user', shown: text => text.toLowerCase(), declare: (text, bench) => bench.call(bench.api({ versions: [{ name: 'v1', labels: { version: 'v1' } }] }), { routes: [HttpRoute.when(HttpMatch.header(text, 'x')).to('v1'), HttpRoute.split({ v1: 100 })] }) },
  { name: 'value of HttpMatch.header', usual: 'jason', declare: (text, bench) => bench.call(bench.api({ versions: [{ name: 'v1', labels: { version: 'v1' } }] }), { routes: [HttpRoute.when(HttpMatch.header('a', text)).to('v1'), HttpRoute.split({ v1: 100 })] }) },
  { name: 'version of HttpRoute.to', usual: 'v1', declare: (text, bench) => bench.call(bench.api({ versions: [{ name: 'v1', labels: { version: 'v1' } }] }), { routes: [HttpRoute.when(HttpMatch.header('a', 'b')).to(text), HttpRoute.split({ v1: 100 })] }) },
  { name: 'version of HttpRoute.split', usual: 'v1', declare: (text, bench) => bench.call(bench.api({ versions: [{ name: 'v1', labels: { version: 'v1' } }] }), { routes: [HttpRoute.split({ [text]: 100 })] }) },
  { name: 'header of LoadBalancing.stickyHeader', usual: 'x-user', shown: text => text.toLowerCase(), declare: (text, bench) => bench.call(bench.api(), { loadBalancing: LoadBalancing.stickyHeader(text) }) },
  { name: 'cookie of LoadBalancing.stickyCookie', usual: 'shop', declare: (text, bench) => bench.call(bench.api(), { loadBalancing: LoadBalancing.stickyCookie(text) }) },
  { name: 'parameter of LoadBalancing.stickyQueryParameter', usual: 'user', declare: (text, bench) => bench.call(bench.api(), { loadBalancing: LoadBalancing.stickyQueryParameter(text) }) },
  { name: 'path of LoadBalancing.stickyCookie', usual: '/shop', declare: (text, bench) => bench.call(bench.api(), { loadBalancing: LoadBalancing.stickyCookie('shop', { path: text }) }) },
  { name: 'clientCertificateSecret of relays', usual: 'client-tls', declare: (text, bench) => {
    const door = new Gateway(bench.topology, 'exit', { pods: Pods.fromLabels({ labels: { app: 'exit' } }) });
    door.relays(new HttpService(bench.topology, 'pay', { provider: HttpProvider.external('https://pay.example.com') }), { clientCertificateSecret: text });
  } },
  { name: 'claim of HttpMatch.tokenClaim', usual: 'groups', declare: (text, bench) => {
    const door = new Gateway(bench.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' }, serviceAccountName: 'door' }), listeners: [GatewayListener.http()] });
    door.requires(Jwt.ofIssuer('https://login.example.com'), { optional: true });
    const service = new HttpService(bench.topology, 'shown', { provider: HttpProvider.workload(bench.api()) });
    door.exposes(service, { matches: [HttpMatch.tokenClaim([text], StringMatch.exact('staff'))] });
  } },
  { name: 'region of Locality.failover', usual: 'us-east', declare: (text, bench) => bench.call(bench.api(), { loadBalancing: LoadBalancing.random({ locality: Locality.failover({ [text]: 'us-west' }) }) }, BREAKER) },
  { name: 'label of Locality.failoverPriority', usual: 'topology.istio.io/network', declare: (text, bench) => bench.call(bench.api(), { loadBalancing: LoadBalancing.random({ locality: Locality.failoverPriority([text]) }) }, BREAKER) },
  { name: 'region of Locality.zoneAware', usual: 'us-east', declare: (text, bench) => callByZones(bench, { failover: { [text]: 'us-west' } }) },
  { name: 'label of Locality.zoneAware', usual: 'topology.istio.io/network', declare: (text, bench) => callByZones(bench, { failoverPriority: [text] }) },
  { name: 'from of Locality.distribute', usual: 'us-east/*', declare: (text, bench) => bench.call(bench.api(), { loadBalancing: LoadBalancing.random({ locality: Locality.distribute([{ from: text, to: { 'us-east': 100 } }]) }) }) },
  { name: 'to of Locality.distribute', usual: 'us-east/*', declare: (text, bench) => bench.call(bench.api(), { loadBalancing: LoadBalancing.random({ locality: Locality.distribute([{ from: 'us-east', to: { [text]: 100 } }]) }) }) },
  { name: 'operationId of a contract', usual: 'getUser', shown: hidden, declare: (text, bench) => callOperation(bench, '/users', text) },
  { name: 'service of a .proto file', usual: 'Orders', declare: (text, bench) => callMethod(bench, text) },
  { name: 'operation of a call', usual: 'getUser', shown: hidden, declare: (text, bench) => {
    const service = new HttpService(bench.topology, 'pay', { provider: HttpProvider.external('http://pay.example.com'), contract: contract({ '/users': { get: { operationId: 'getUser' } } }) });
    bench.web.calls(service, { operations: [text] });
  } },
  { name: 'path of a contract', usual: 'users', shown: text => /[{}]/.test(text) ? undefined : asSent(text), declare: (text, bench) => callOperation(bench, `/${text}`, 'getUser') },
  { name: 'trustDomain', usual: 'mesh.example', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ trustDomain: text }) }; } },
  { name: 'clusterDomain', usual: 'cluster.example', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ clusterDomain: text }) }; } },
  { name: 'controlPlaneNamespace', usual: 'istio', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ controlPlaneNamespace: text }) }; } },
  { name: 'rootNamespace', usual: 'istio', shown: hidden, declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ rootNamespace: text }) }; } },
  { name: 'namespace of a policy', usual: 'other', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ namespacePolicies: { [text]: { denyByDefault: true } } }) }; } },
  { name: 'further host of sidecars', usual: 'observability/*', shown: hidden, declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ sidecars: { furtherHosts: [text] } }) }; } },
  { name: 'reason of plaintext', usual: 'the till has no sidecar', shown: hidden, declare: (text, bench) => {
    bench.call(new Workload(bench.topology, 'api', { pods: Pods.fromLabels({ labels: { app: 'api' }, serviceAccountName: 'api' }), mutualTls: MutualTls.permissive(text) }));
  } },
  { name: 'provider of tracing', usual: 'otel', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ tracing: { samplingPercentage: 1, provider: text } }) }; } },
  { name: 'provider of access logs', usual: 'envoy', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ accessLogs: [{ provider: text }] }) }; } },
  { name: 'filter of access logs', usual: 'true', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ accessLogs: [{ provider: 'envoy', filter: text }] }) }; } },
  { name: 'provider of metrics', usual: 'prometheus', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ metrics: { provider: text, overrides: [{ disabled: true }] } }) }; } },
  { name: 'tag of metrics', usual: 'host', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ metrics: { overrides: [{ tags: { [text]: 'request.host' } }] } }) }; } },
  { name: 'removed tag of metrics', usual: 'host', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ metrics: { overrides: [{ removedTags: [text] }] } }) }; } },
  { name: 'value of a tag of metrics', usual: 'request.host', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ metrics: { overrides: [{ tags: { host: text } }] } }) }; } },
  { name: 'namespace of telemetry', usual: 'shop', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ telemetry: [Telemetry.ofNamespace(text, { accessLogs: [{}] })] }) }; } },
  { name: 'name of TracingTag.literal', usual: 'stage', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ tracing: { samplingPercentage: 1, tags: [TracingTag.literal(text, 'prod')] } }) }; } },
  { name: 'value of TracingTag.literal', usual: 'prod', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ tracing: { samplingPercentage: 1, tags: [TracingTag.literal('stage', text)] } }) }; } },
  { name: 'name of TracingTag.header', usual: 'tenant', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ tracing: { samplingPercentage: 1, tags: [TracingTag.header(text, 'x-tenant')] } }) }; } },
  { name: 'header of TracingTag.header', usual: 'x-tenant', shown: text => text.toLowerCase(), declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ tracing: { samplingPercentage: 1, tags: [TracingTag.header('tenant', text)] } }) }; } },
  { name: 'defaultValue of TracingTag.header', usual: 'nobody', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ tracing: { samplingPercentage: 1, tags: [TracingTag.header('tenant', 'x', text)] } }) }; } },
  { name: 'name of TracingTag.environment', usual: 'cluster', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ tracing: { samplingPercentage: 1, tags: [TracingTag.environment(text, 'ID')] } }) }; } },
  { name: 'variable of TracingTag.environment', usual: 'CLUSTER_ID', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ tracing: { samplingPercentage: 1, tags: [TracingTag.environment('cluster', text)] } }) }; } },
  { name: 'defaultValue of TracingTag.environment', usual: 'c1', declare: (text, bench) => { bench.call(); return { mesh: Mesh.istio({ tracing: { samplingPercentage: 1, tags: [TracingTag.environment('cluster', 'ID', text)] } }) }; } },
  { name: 'namespace of DNS', usual: 'dns', declare: text => ({ dns: NetworkPeer.pods({ namespace: text, podLabels: { app: 'dns' }, port: 53 }) }) },
  { name: 'label key of DNS', usual: 'app', declare: text => ({ dns: NetworkPeer.pods({ namespace: 'dns', podLabels: { [text]: 'dns' }, port: 53 }) }) },
  { name: 'label value of DNS', usual: 'dns', declare: text => ({ dns: NetworkPeer.pods({ namespace: 'dns', podLabels: { app: text }, port: 53 }) }) },
];

/** Stores, Secrets, bindings, acknowledgements. */
export const SECRETS: TextOption[] = [
  { name: 'name of SecretStore.cluster', usual: 'vault', declare: (text, bench) => bench.uses(redis('a.example.com', SecretStore.cluster(text).secret('a'))) },
  { name: 'name of SecretStore.namespaced', usual: 'vault', declare: (text, bench) => bench.uses(redis('a.example.com', SecretStore.namespaced(text).secret('a'))) },
  { name: 'key of a stored secret', usual: 'shop/cache', declare: (text, bench) => bench.uses(redis('a.example.com', vault.secret(text))) },
  { name: 'property of a user name', usual: 'user', declare: (text, bench) => bench.uses(redis('a.example.com', vault.secret('a', { username: text, password: 'p' }))) },
  { name: 'property of a password', usual: 'pass', declare: (text, bench) => bench.uses(redis('a.example.com', vault.secret('a', { username: 'u', password: text }))) },
  { name: 'property of a CA', usual: 'ca', declare: (text, bench) => bench.uses(postgres(vault.secret('a', { username: 'u', password: 'p', ca: text }))) },
  { name: 'type of a supplied Secret', usual: 'Opaque', declare: (text, bench) => supplied(bench, { secretType: text }) },
  { name: 'key of a label of a supplied Secret', usual: 'team', declare: (text, bench) => supplied(bench, { secretLabels: { [text]: 'a' } }) },
  { name: 'label of a supplied Secret', usual: 'team', declare: (text, bench) => supplied(bench, { secretLabels: { a: text } }) },
  { name: 'key of an annotation of a supplied Secret', usual: 'team', declare: (text, bench) => supplied(bench, { secretAnnotations: { [text]: 'a' } }) },
  { name: 'annotation of a supplied Secret', usual: 'team', shown: text => text.includes('{') ? undefined : text, declare: (text, bench) => supplied(bench, { secretAnnotations: { a: text } }) },
  { name: 'name of KubernetesSecret.existing', usual: 'made-by-hand', declare: (text, bench) => bench.uses(redis('a.example.com', existing(undefined, text))) },
  { name: 'reason of KubernetesSecret.existing', usual: 'the cache team makes it', shown: hidden, declare: (text, bench) => bench.uses(redis('a.example.com', existing(undefined, undefined, text))) },
  { name: 'key of a user name', usual: 'user', declare: (text, bench) => { bench.web.publishes(bench.kafka(entered(existing({ username: text, password: 'p' }))).topic('a')); } },
  { name: 'key of a password', usual: 'pass', declare: (text, bench) => { bench.web.publishes(bench.kafka(entered(existing({ username: 'u', password: text }))).topic('a')); } },
  { name: 'key of a URI', usual: 'uri', declare: (text, bench) => bench.uses(redis('a.example.com', existing({ uri: text }))) },
  { name: 'key of a CA', usual: 'ca', declare: (text, bench) => bench.uses(redis('a.example.com', existing({ uri: 'uri', ca: text }))) },
  { name: 'whole entry of a store', usual: 'shop/token', declare: (text, bench) => bench.uses(redis('a.example.com', Credential.of({ password: vault.entry(text) }))) },
  { name: 'text of a credential', usual: 'app', shown: percentEncode, declare: (text, bench) => bench.uses(
    redis('a.example.com', Credential.of({ username: CredentialPart.text(text), password: vault.entry('a') }))) },
  { name: 'part of a credential', usual: 'sasl-jaas', shown: hidden, declare: (text, bench) => bench.uses(postgres(credentials.with(text, vault.entry('b')))) },
  { name: 'variable of EnvNames.map', usual: 'REDIS_ADDR', declare: (text, bench) => { bench.web.uses(redis('a.example.com')(bench.topology), { envNames: EnvNames.map({ [text]: '{host}' }) }); } },
  { name: 'text of EnvNames.map', usual: 'a', shown: text => text.includes('$') || /[{}]/.test(text) ? undefined : text, declare: (text, bench) => {
    bench.web.uses(redis('a.example.com')(bench.topology), { envNames: EnvNames.map({ ADDR: text }) });
  } },
  { name: 'container of a binding', usual: 'main', shown: hidden, declare: (text, bench) => { bench.web.uses(redis('a.example.com')(bench.topology), { containers: [text] }); } },
  { name: 'reason of an acknowledgement', usual: 'it is right here', shown: hidden, declare: (text, bench) => { bench.call().topology.acknowledge('BST616', bench.web, text); } },
  { name: 'code of an acknowledgement', usual: 'BST616', shown: hidden, declare: (text, bench) => { bench.call().topology.acknowledge(text, bench.web, 'it is right here'); } },
];
