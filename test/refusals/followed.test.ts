import { ApiObject, App, Chart, Duration, YamlOutputType } from 'cdk8s';
import { Deployment, LabelSelector, ServiceAccount } from 'cdk8s-plus-28';
import {
  AdmittedPeer, BackingService, ExternalSecretsOptions, ExternalTcpProps, HttpProvider, HttpService, InteractionModel, IpFamily, IpFamilyPolicy, Jwt,
  KubernetesServiceOptions, ManifestRenderer, Mesh, MutualTls, NamespacePolicy, NetworkPeer,
  Platform, Pods, PodVersion, Redis, RedisProvider, RefreshPolicy, RequireOptions, SidecarOptions,
  SecretCreationPolicy, SecretDeletionPolicy, Secrets, SecretStore, ServiceType, Subject, TcpProvider, TcpService, Tls, Topology, Workload,
  WorkloadProps,
  WorkloadServingOptions,
  WorkloadStanding,
} from '../../src';

/** Something to declare wrongly, and again as the message says. */
class Bench {
  public readonly chart: Chart;
  public readonly topology: Topology;

  constructor(yamlOutputType?: YamlOutputType) {
    this.chart = new Chart(new App({ yamlOutputType }), 'chart', { namespace: 'shop' });
    this.topology = new Topology(this.chart, 'shop');
  }

  public workload(id: string, labels: Record<string, string> = { app: id }, props: Partial<WorkloadProps> = {}): Workload {
    return new Workload(this.topology, id, { pods: props.pods ?? Pods.fromLabels({ labels, serviceAccountName: id }), ...props });
  }

  public deployment(id: string, account?: string, labels: Record<string, string> = { app: id }): Deployment {
    const serviceAccount = account === undefined ? undefined : ServiceAccount.fromServiceAccountName(this.chart, `${id}-account`, account);
    const made = new Deployment(this.chart, id, { select: false, serviceAccount, podMetadata: { labels }, containers: [{ image: 'a', portNumber: 8080 }] });
    made.select(LabelSelector.of({ labels }));
    return made;
  }

  /** On a port of its own. */
  public cache(id: string): BackingService {
    return new Redis(this.topology, id, { provider: RedisProvider.external({ host: `${id}.example.com`, port: 6379 + id.length, credentials: SecretStore.cluster('vault').secret(id) }) });
  }

  public platform(id = 'platform', mesh = Mesh.istio()): Platform {
    return new Platform(this.chart, id, { topology: this.topology, mesh, secrets: Secrets.externalSecrets() });
  }
}

/** Code, words of the fix, what is wrong, and the same with the fix followed. */
type Row = [code: string, fix: string, wrong: (bench: Bench) => void, followed: (bench: Bench) => void];

const STREAM = { interaction: InteractionModel.STREAM };
const http = (bench: Bench) => new HttpService(bench.topology, 'flags', { provider: HttpProvider.external('http://flags.example.com') });
const secretsOf = (bindingName?: string) => (bench: Bench) => {
  bench.workload('a-b').uses(bench.cache('c'));
  bench.workload('a').uses(bench.cache('b-c'), { bindingName });
  bench.platform();
};
const called = (bench: Bench, targetPort?: number) => {
  const server = new Workload(bench.topology, 'server', { pods: Pods.of(bench.deployment('server', 'server')) });
  bench.workload('web').calls(new HttpService(bench.topology, 'api', { provider: HttpProvider.workload(server, { targetPort }) }));
  bench.platform();
};
const CIDRS = ['203.0.113.0/24'];
const ENDPOINTS = ['203.0.113.7'];
const named = (bench: Bench, options: WorkloadServingOptions, portNames: Record<string, number> = { http: 8080 }) => {
  const server = bench.workload('server', {}, { pods: Pods.fromLabels({ labels: { app: 'server' }, versions: [{ labels: {}, portNames }] }) });
  new HttpService(bench.topology, 'api', { provider: HttpProvider.workload(server, options) });
  bench.platform();
};
const made = (bench: Bench, kubernetesService?: KubernetesServiceOptions, options: WorkloadServingOptions = {}, versions?: PodVersion[]) => {
  const server = bench.workload('server', {}, { pods: Pods.fromLabels({ labels: { app: 'server' }, versions }), standing: WorkloadStanding.MIGRATING });
  new HttpService(bench.topology, 'api', { provider: HttpProvider.workload(server, { ...options, kubernetesService }) });
  bench.platform();
};
const admitting = (bench: Bench, standing?: WorkloadStanding) => {
  const workload = bench.workload('web', undefined, { standing: standing ?? WorkloadStanding.FOREIGN });
  if (standing) workload.admits(AdmittedPeer.addresses({ cidrs: CIDRS, port: 8080 }));
  bench.platform();
};
const requiring = (bench: Bench, standing: WorkloadStanding, other?: RequireOptions) => {
  const workload = bench.workload('web', undefined, { standing });
  workload.requires(Jwt.ofIssuer('https://a.example.com'), { ports: [8080] });
  if (other) workload.requires(Jwt.ofIssuer('https://b.example.com'), other);
  bench.platform();
};
const AT_ONE_PORT = MutualTls.STRICT.atPort(8080, MutualTls.STRICT);
const scoping = (bench: Bench, sidecars?: SidecarOptions) => { bench.platform('platform', Mesh.istio({ sidecars })); };
const holding = (bench: Bench, policy: NamespacePolicy, namespace = 'shop') => {
  bench.platform('platform', Mesh.istio({ namespacePolicies: { [namespace]: policy } }));
};
const reaching = (bench: Bench, standing?: WorkloadStanding) => {
  const workload = bench.workload('web', undefined, { standing: standing ?? WorkloadStanding.FOREIGN });
  if (standing) workload.reaches(NetworkPeer.addresses({ cidrs: CIDRS, port: 6443 }));
  bench.platform();
};
const service = (bench: Bench, id: string, name: string) => new ApiObject(bench.chart, id, { apiVersion: 'v1', kind: 'Service', metadata: { name } });
const fetched = (bench: Bench, options: ExternalSecretsOptions = {}) => {
  bench.workload('web').uses(bench.cache('c'));
  new Platform(bench.chart, 'platform', { topology: bench.topology, secrets: Secrets.externalSecrets(options) });
};
const oracle = (bench: Bench, host: string, options: Partial<ExternalTcpProps> = {}) => {
  const provider = TcpProvider.external({ host, port: 1521, ...options });
  bench.workload('web').uses(new TcpService(bench.topology, 'oracle', { provider }));
  bench.platform();
};
const flagsAt = (bench: Bench, url: string) => bench.workload('web').calls(new HttpService(bench.topology, 'flags', { provider: HttpProvider.external(url) }));

const ROWS: Row[] = [
  ['BST001', 'remove the acknowledgement, or move it', bench => bench.topology.acknowledge('BST305', bench.workload('web'), 'it is known and right here'), bench => void bench.workload('web')],
  ['BST001', 'give the code of a finding', bench => bench.topology.acknowledge('BST6160', bench.workload('web'), 'it is known and right here'), bench => void bench.workload('web')],
  ['BST002', 'give the code with which the finding begins', bench => { bench.workload('web'); bench.topology.acknowledge('BST-616', Subject.of(bench.topology), 'it is known'); },
    bench => void bench.workload('web')],
  ['BST006', 'give each a name of its own', bench => { bench.workload('web'); bench.workload('web'); }, bench => { bench.workload('web'); bench.workload('web-2'); }],
  ['BST012', 'move the declaration above the first output', bench => { bench.platform(); bench.workload('web'); }, bench => { bench.workload('web'); bench.platform(); }],
  ['BST025', 'give the pods a label that no other pod of the namespace has', bench => bench.workload('web', {}), bench => bench.workload('web', { app: 'web' })],
  ['BST043', 'name one of them, Pods.named(chart',
    bench => { bench.deployment('a'); bench.deployment('b'); bench.workload('w', {}, { pods: Pods.of(bench.chart) }); },
    bench => { bench.deployment('b'); bench.workload('w', {}, { pods: Pods.named(bench.chart, `Deployment/${bench.deployment('a').name}`) }); }],
  ['BST025', 'run all versions of a workload with one serviceAccountName',
    bench => bench.workload('r', {}, { pods: Pods.versions({ v1: bench.deployment('a', 'r'), v2: bench.deployment('b') }) }),
    bench => bench.workload('r', {}, { pods: Pods.versions({ v1: bench.deployment('a', 'r'), v2: bench.deployment('b', 'r') }) })],
  ['BST025', 'give replicas to each version', () => Pods.fromLabels({ labels: { a: '1' }, replicas: 1, versions: [{ name: 'v1', labels: {} }] }),
    () => Pods.fromLabels({ labels: { a: '1' }, versions: [{ name: 'v1', labels: {}, replicas: 1 }] })],
  ['BST030', 'pass the Chart as scope of each topology', bench => new Topology(bench.topology, 'inner'), bench => new Topology(bench.chart, 'inner')],
  ['BST031', 'leave serviceAccountName out', bench => bench.workload('web', {}, { pods: Pods.of(bench.deployment('a')), serviceAccountName: 'orders' }),
    bench => bench.workload('web', {}, { pods: Pods.of(bench.deployment('a')) })],
  ['BST031', 'or change what makes the pods', bench => bench.workload('web', {}, { pods: Pods.of(bench.deployment('a')), serviceAccountName: 'orders' }),
    bench => bench.workload('web', {}, { pods: Pods.of(bench.deployment('a', 'orders')), serviceAccountName: 'orders' })],
  ['BST026', 'give a range that holds the host', bench => oracle(bench, '203.0.113.7', { cidrs: ['192.0.2.0/24'] }), bench => oracle(bench, '203.0.113.7', { cidrs: CIDRS })],
  ['BST026', 'leave cidrs out', bench => oracle(bench, '203.0.113.7', { cidrs: ['192.0.2.0/24'] }), bench => oracle(bench, '203.0.113.7')],
  ['BST026', 'give a range that holds the endpoint', bench => oracle(bench, 'db.example.com', { cidrs: ['192.0.2.0/24'], endpoints: ENDPOINTS }), bench => oracle(bench, 'db.example.com', { cidrs: CIDRS, endpoints: ENDPOINTS })],
  ['BST026', 'leave cidrs out: its endpoints alone', bench => oracle(bench, 'db.example.com', { cidrs: ['192.0.2.0/24'], endpoints: ENDPOINTS }), bench => oracle(bench, 'db.example.com', { endpoints: ENDPOINTS })],
  ['BST016', 'or leave endpoints out', bench => oracle(bench, '203.0.113.7', { endpoints: ENDPOINTS }), bench => oracle(bench, '203.0.113.7')],
  ['BST016', 'give the DNS name that consumers are told as the host', bench => oracle(bench, '203.0.113.7', { endpoints: ENDPOINTS }), bench => oracle(bench, 'db.example.com', { endpoints: ENDPOINTS })],
  ['BST016', 'declare a service for each host', bench => oracle(bench, 'db.example.com', { furtherHosts: ['db.example.net'], endpoints: ENDPOINTS }), bench => {
    for (const [id, host] of [['db', 'db.example.com'], ['db-2', 'db.example.net']]) bench.workload(id).uses(new TcpService(bench.topology, `at-${id}`, { provider: TcpProvider.external({ host, port: 1521, endpoints: ENDPOINTS }) }));
  }],
  ['BST016', 'give the address of at least one server', bench => oracle(bench, 'db.example.com', { endpoints: [] }), bench => oracle(bench, 'db.example.com', { endpoints: ENDPOINTS })],
  ['BST016', 'give it once', bench => oracle(bench, 'db.example.com', { endpoints: [...ENDPOINTS, ...ENDPOINTS] }), bench => oracle(bench, 'db.example.com', { endpoints: ENDPOINTS })],
  ['BST801', 'give the IP address of each server', bench => oracle(bench, 'db.example.com', { endpoints: ['db1.example.com'] }), bench => oracle(bench, 'db.example.com', { endpoints: ENDPOINTS })],
  ['BST016', 'let clients start TLS there', bench => oracle(bench, '203.0.113.7', { tls: Tls.BY_MESH }), bench => oracle(bench, '203.0.113.7', { tls: Tls.byClient() })],
  ['BST016', 'or give the DNS name of the server', bench => oracle(bench, '203.0.113.7', { tls: Tls.BY_MESH }), bench => oracle(bench, 'db.example.com', { tls: Tls.BY_MESH })],
  ['BST801', 'write "2001:db8::7"', bench => oracle(bench, '[2001:DB8::7]'), bench => oracle(bench, '2001:db8::7')],
  ['BST801', 'give the DNS name of the server', bench => flagsAt(bench, 'http://203.0.113.7'), bench => { flagsAt(bench, 'http://flags.example.com'); bench.platform(); }],
  ['BST801', 'or declare a TcpService with TcpProvider.external()', bench => flagsAt(bench, 'http://[2001:db8::7]'), bench => oracle(bench, '2001:db8::7')],
  ['BST032', 'give the address that its server has outside of the cluster', bench => oracle(bench, '240.240.0.1'), bench => oracle(bench, '203.0.113.7')],
  ['BST040', 'declare a Platform', bench => bench.workload('web'), bench => { bench.workload('web'); bench.platform(); }],
  ['BST016', 'say one of them', bench => named(bench, { targetPort: 8080, targetPortName: 'http' }), bench => named(bench, { targetPortName: 'http' })],
  ['BST016', 'or say targetPort, the number', bench => named(bench, { targetPortName: 'https' }), bench => named(bench, { targetPort: 8080 })],
  ['BST016', 'name the port so where it is declared (as portNames in Pods.fromLabels)', bench => named(bench, { targetPortName: 'http' }, {}),
    bench => named(bench, { targetPortName: 'http' }, { http: 8080 })],
  ['BST046', 'leave headless out', bench => made(bench, { serviceType: ServiceType.NODE_PORT }, { headless: true }), bench => made(bench, { serviceType: ServiceType.NODE_PORT })],
  ['BST046', 'say serviceType ServiceType.LOAD_BALANCER', bench => made(bench, { loadBalancerSourceRanges: CIDRS }),
    bench => made(bench, { loadBalancerSourceRanges: CIDRS, serviceType: ServiceType.LOAD_BALANCER })],
  ['BST046', 'say ipFamilyPolicy IpFamilyPolicy.REQUIRE_DUAL_STACK', bench => made(bench, { ipFamilies: [IpFamily.IPV4, IpFamily.IPV6] }),
    bench => made(bench, { ipFamilies: [IpFamily.IPV4, IpFamily.IPV6], ipFamilyPolicy: IpFamilyPolicy.REQUIRE_DUAL_STACK })],
  ['BST046', 'leave kubernetesService out', bench => made(bench, {}, { existingService: 'a' }), bench => made(bench, undefined, { existingService: 'a' })],
  ['BST046', 'or give the workload versions', bench => made(bench, { perVersion: true }), bench => made(bench, { perVersion: true }, {}, [{ name: 'v1', labels: { version: 'v1' } }])],
  ['BST801', 'or give the Service or the version a shorter name',
    bench => made(bench, { perVersion: true }, {}, [{ name: 'v'.repeat(63), labels: { version: 'v'.repeat(63) } }]),
    bench => made(bench, { perVersion: true }, {}, [{ name: 'v', labels: { version: 'v' } }])],
  ['BST048', 'say it before anything is declared', bench => { ManifestRenderer.HELM.renders(bench.chart); },
    bench => { ManifestRenderer.HELM.renders(new Chart(bench.chart, 'own')); }],
  ['BST053', 'give it as namespace/host', bench => scoping(bench, { furtherHosts: ['otel.example.com'] }), bench => scoping(bench, { furtherHosts: ['*/otel.example.com'] })],
  ['BST053', 'name a namespace or hosts', bench => scoping(bench, { furtherHosts: ['*/*'] }), bench => scoping(bench, { furtherHosts: ['observability/*'] })],
  ['BST053', 'or leave sidecars out', bench => scoping(bench, { furtherHosts: ['*/*'] }), bench => scoping(bench)],
  ['BST529', 'leave admits() out', bench => admitting(bench, WorkloadStanding.FOREIGN), bench => admitting(bench)],
  ['BST529', 'or give the workload the standing GUARDED or MIGRATING', bench => admitting(bench, WorkloadStanding.FOREIGN), bench => admitting(bench, WorkloadStanding.MIGRATING)],
  ['BST541', 'let its owner declare it', bench => requiring(bench, WorkloadStanding.FOREIGN), bench => { bench.workload('web', undefined, { standing: WorkloadStanding.FOREIGN }); bench.platform(); }],
  ['BST541', 'or give the workload the standing GUARDED or MIGRATING', bench => requiring(bench, WorkloadStanding.FOREIGN), bench => requiring(bench, WorkloadStanding.MIGRATING)],
  ['BST542', 'say the same ports, exceptPaths, exceptMethods and optional of all issuers', bench => requiring(bench, WorkloadStanding.GUARDED, { optional: true }), bench => requiring(bench, WorkloadStanding.GUARDED, { ports: [8080] })],
  ['BST544', 'say mutualTls or denyByDefault, or leave it out', bench => holding(bench, {}), bench => holding(bench, { denyByDefault: true })],
  ['BST544', 'say it of the workload, by its mutualTls', bench => holding(bench, { mutualTls: AT_ONE_PORT }),
    bench => { bench.workload('web', undefined, { mutualTls: AT_ONE_PORT }); bench.platform(); }],
  ['BST544', 'say it as meshPolicy', bench => holding(bench, { denyByDefault: true }, 'istio-system'), bench => { bench.platform('platform', Mesh.istio({ meshPolicy: { denyByDefault: true } })); }],
  ['BST544', 'say each port of the whole', () => { MutualTls.STRICT.atPort(1, AT_ONE_PORT); }, () => { MutualTls.STRICT.atPort(1, MutualTls.STRICT).atPort(8080, MutualTls.STRICT); }],
  ['BST529', 'leave reaches() out', bench => reaching(bench, WorkloadStanding.FOREIGN), bench => reaching(bench)],
  ['BST529', 'or give the workload the standing GUARDED or MIGRATING', bench => reaching(bench, WorkloadStanding.FOREIGN), bench => reaching(bench, WorkloadStanding.MIGRATING)],
  ['BST032', 'reach the addresses of its endpoints, by reaches() of NetworkPeer.addresses() with their port', bench => oracle(bench, 'kubernetes.default.svc'), bench => reaching(bench, WorkloadStanding.GUARDED)],
  ['BST535', 'leave refreshInterval out', bench => fetched(bench, { refreshPolicy: RefreshPolicy.ON_CHANGE, refreshInterval: Duration.hours(1) }),
    bench => fetched(bench, { refreshPolicy: RefreshPolicy.ON_CHANGE })],
  ['BST535', 'or say RefreshPolicy.PERIODIC', bench => fetched(bench, { refreshPolicy: RefreshPolicy.ON_CHANGE, refreshInterval: Duration.hours(1) }),
    bench => fetched(bench, { refreshPolicy: RefreshPolicy.PERIODIC, refreshInterval: Duration.hours(1) })],
  ['BST535', 'say RefreshPolicy.CREATED_ONCE', bench => fetched(bench, { immutable: true }), bench => fetched(bench, { immutable: true, refreshPolicy: RefreshPolicy.CREATED_ONCE })],
  ['BST535', 'or leave immutable out', bench => fetched(bench, { immutable: true }), bench => fetched(bench)],
  ['BST535', 'leave deletionPolicy out', bench => fetched(bench, { deletionPolicy: SecretDeletionPolicy.DELETE, creationPolicy: SecretCreationPolicy.ORPHAN }),
    bench => fetched(bench, { creationPolicy: SecretCreationPolicy.ORPHAN })],
  ['BST535', 'or refreshPolicy', bench => fetched(bench, { deletionPolicy: SecretDeletionPolicy.DELETE, refreshPolicy: RefreshPolicy.ON_CHANGE }),
    bench => fetched(bench, { deletionPolicy: SecretDeletionPolicy.DELETE })],
  ['BST535', 'give secretType "Opaque"', bench => fetched(bench, { secretType: 'kubernetes.io/basic-auth' }), bench => fetched(bench, { secretType: 'Opaque' })],
  ['BST535', 'leave it out', bench => fetched(bench, { secretLabels: { 'reconcile.external-secrets.io/managed': 'true' } }), bench => fetched(bench, { secretLabels: {} })],
  ['BST618', 'declare uses()', bench => bench.workload('web').calls(bench.cache('c')), bench => { bench.workload('web').uses(bench.cache('c')); bench.platform(); }],
  ['BST624', 'leave it out, and use connectTimeout', bench => bench.workload('web').calls(http(bench), { ...STREAM, timeout: Duration.seconds(1) }),
    bench => { bench.workload('web').calls(http(bench), { ...STREAM, connectTimeout: Duration.seconds(1) }); bench.platform(); }],
  ['BST618', 'declare calls()', bench => bench.workload('web').uses(new HttpService(bench.topology, 'x', { provider: HttpProvider.external('http://x.example.com') })),
    bench => { bench.workload('web').calls(new HttpService(bench.topology, 'x', { provider: HttpProvider.external('http://x.example.com') })); bench.platform(); }],
  ['BST803', 'keep one of them', bench => { bench.workload('web'); bench.platform('one'); bench.platform('two'); }, bench => { bench.workload('web'); bench.platform('one'); }],
  ['BST803', 'a bindingName of its own', secretsOf(), secretsOf('other')],
  ['BST803', 'rename one of the objects', bench => { service(bench, 'a', 'x'); service(bench, 'b', 'x'); }, bench => { service(bench, 'a', 'x'); service(bench, 'b', 'y'); }],
  ['BST803', 'rename or remove chart/mine', bench => { called(bench, 8080); service(bench, 'mine', 'api'); }, bench => { called(bench, 8080); service(bench, 'mine', 'other'); }],
  ['BST806', 'add a label to the pods and the selector of wide', bench => { bench.workload('web', { team: 'a', app: 'web' }); bench.workload('wide', { team: 'a' }); },
    bench => { bench.workload('web', { team: 'a', app: 'web' }); bench.workload('wide', { team: 'a', app: 'wide' }); bench.platform(); }],
  ['BST806', 'give the pods of each of them a label that no other workload', bench => ['a', 'b', 'c'].forEach(id => bench.workload(id, { app: 'x' })),
    bench => { ['a', 'b', 'c'].forEach(id => bench.workload(id, { app: 'x', part: id })); bench.platform(); }],
  ['BST807', 'set targetPort to 8080', bench => called(bench), bench => called(bench, 8080)],
];

/** What an author meets: what is thrown at once, what fails the synthesis, and what it warns of. */
function met(declare: (bench: Bench) => void, bench = new Bench(), isRead = true): string {
  try {
    declare(bench);
    if (isRead) bench.topology.read();
    bench.chart.toJson();
    return bench.topology.findings.map(({ code, problem, fix }) => `${code} ${problem}; ${fix}`).join('\n');
  } catch (error) {
    return (error as Error).message;
  }
}

test.each(ROWS)('%s says "%s", and is gone where that is followed', (code, fix, wrong, followed) => {
  expect(met(wrong, new Bench(), code !== 'BST040')).toMatch(new RegExp(`${code} .*; .*${fix.replace(/[()]/g, '\\$&')}`));
  expect(met(followed, new Bench(), code !== 'BST040')).not.toMatch(/BST(?!616|106)\d/);
});

test('BST804 says how the app may write, and is gone where that is followed', () => {
  const declare = (bench: Bench) => {
    for (const namespace of ['shop', 'books']) new ApiObject(bench.chart, `in ${namespace}`, { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x', namespace } });
  };
  expect(met(declare, new Bench(YamlOutputType.FILE_PER_RESOURCE))).toMatch(/BST804 .*; let the app write YamlOutputType.FILE_PER_CHART/);
  expect(met(declare, new Bench(YamlOutputType.FILE_PER_CHART))).not.toContain('BST804');
});
