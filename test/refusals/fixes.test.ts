import { ApiObject, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  AccessPolicy, AdmittedPeer, CircuitBreaker, ConnectionPool, DataAccess, Gateway, GatewayApi, GatewayListener, GrpcProvider, GrpcService,
  HttpMatch, HttpProvider, HttpRoute, HttpService, IstioMesh, IstioVersion, Jwt, LoadBalancing, Locality, MutualTls, NetworkPeer, Pods, Postgres,
  PostgresProvider, Redis, RedisProvider, RetryCondition, RetryPolicy, SecretStore, ServiceType, StringMatch, TcpProvider, TcpService, Telemetry,
  Tls, TlsOrigination, Topology, Workload, WorkloadPortOptions, WorkloadProps,
} from '../../src';
import { APP_CHECKS, CHECKS } from '../../src/checks/all';
import { boundRoutes } from '../../src/gateway-api/bound-routes';
import { gatewayApiChecks, SERVICE_ROUTES_CHECKS } from '../../src/gateway-api/gateway-api-checks';
import { istioAppChecks, istioChecks } from '../../src/istio/istio-checks';
import { IstioOptions } from '../../src/istio/istio-options';
import { WorkloadStanding } from '../../src/model/workload-standing';
import { deployment, podsByHand } from '../support/emitted';
import { newGateway } from '../support/gateway';
import { onMachines } from '../support/machines';
import { contractOf, MeshDeclaration, operation } from '../support/mesh';
import { newRollout } from '../support/rollout';
import { entranceByHand, HandPort, serviceByHand } from '../support/services-by-hand';
import { ms } from '../support/topology';

/** What was wrong and, with `fixed`, what its advice says instead. */
type Declare = (declared: MeshDeclaration, fixed: boolean) => void;

interface Row {
  readonly code: string;
  /** Words of the advice that is followed. */
  readonly advice: RegExp;
  readonly declare: Declare;
  /** What both programs tell the mesh. */
  readonly mesh?: IstioOptions;
  /** What the fixed program tells it besides. */
  readonly options?: IstioOptions;
  /** Whether another output than a mesh reads the topology before it is fixed. */
  readonly withoutMesh?: boolean;
}

const grpcRetry = (fix: (retry: RetryPolicy) => [RetryPolicy | undefined, string[]]): Declare => (d, fixed) => {
  const retry = RetryPolicy.attempts(1);
  const [given, idempotentMethods] = fixed ? fix(retry) : [retry, []];
  d.caller('web', d.grpc(d.workload('orders'), { idempotentMethods }), { retry: given });
};
const SAFE = RetryPolicy.attempts(1, { on: [RetryCondition.CONNECT_FAILURE, RetryCondition.REFUSED_STREAM] });
const twoPorts = (d: MeshDeclaration, targetPort: number) => {
  const workload = d.workload('both');
  new HttpService(d.topology, 'a', { provider: HttpProvider.workload(workload, { targetPort: 8080 }) });
  new TcpService(d.topology, 'b', { provider: TcpProvider.workload(workload, { port: 7000, targetPort }) });
};
const bank = (d: MeshDeclaration, tlsOrigination?: TlsOrigination) => d.workload('web').calls(new HttpService(d.topology, 'bank', {
  provider: HttpProvider.external('https://bank.example.com', { tlsOrigination }),
}));
const exposed = (d: MeshDeclaration, fix: { readonly gateway?: boolean; readonly standing?: WorkloadStanding; readonly peer?: AdmittedPeer }) => {
  const frontend = new Workload(d.topology, 'frontend', { pods: Pods.fromLabels({ labels: { app: 'frontend' } }), standing: fix.standing });
  if (fix.peer) frontend.admits(fix.peer);
  const serviceType = fix.gateway ? undefined : ServiceType.LOAD_BALANCER;
  const shop = new HttpService(d.topology, 'web', { provider: HttpProvider.workload(frontend, { kubernetesService: { serviceType } }) });
  if (fix.gateway) new Gateway(d.topology, 'ingress', { pods: Pods.fromLabels({ labels: { app: 'ingress' } }), serviceAccountName: 'ingress' }).calls(shop);
};
const affine = (d: MeshDeclaration, clientAffinity?: Duration, loadBalancing?: LoadBalancing) => {
  const provider = HttpProvider.workload(d.workload('chat'), { kubernetesService: { clientAffinity } });
  d.caller('web', new HttpService(d.topology, 'chat-api', { provider, loadBalancing }));
};
const standing = (d: MeshDeclaration, fixed: boolean, namespace: string, labels = {}) => new Workload(d.topology, 'web', {
  pods: Pods.fromLabels({ labels: { app: 'web', ...labels }, serviceAccountName: 'web', namespace }), standing: fixed ? WorkloadStanding.FOREIGN : undefined,
});

/** Bytes at a host and at others. */
const atNames = (d: MeshDeclaration, furtherHosts: string[], tls?: Tls) =>
  d.workload('web').uses(new TcpService(d.topology, 'db', {
    provider: TcpProvider.external({ host: 'a.example.com', port: 7000, tls, furtherHosts }),
  }));

/** A store at more names than its own, and one of these that is declared besides. */
const bucketBeside = (d: MeshDeclaration, furtherHosts: string[], isOne = false) => {
  const at = (id: string, url: string, further: string[] = []) => new HttpService(d.topology, id, {
    provider: HttpProvider.external(url, { furtherHosts: further }),
  });
  const store = at('store', 'https://store.example.com', furtherHosts);
  d.caller('web', store);
  d.caller('viewer', isOne ? store : at('photos', 'https://photos.store.example.com'));
};

/** Two HTTP services that name the Service `shared`, of one workload or of two. */
const inOneService = (d: MeshDeclaration, options: WorkloadPortOptions[], isOfTwo = false) => {
  const workloads = d.workloads('one', 'two');
  options.forEach((own, i) => new HttpService(d.topology, `part-${i}`, {
    provider: HttpProvider.workload(workloads[isOfTwo ? i : 0], { service: 'shared', port: 80, targetPort: 80, ...own }),
  }));
};

const pooled = (d: MeshDeclaration, said: { readonly pool?: number; readonly limit?: number }) => {
  const cache = new Redis(d.topology, 'cache', { provider: RedisProvider.inCluster({ service: 'cache', namespace: 'caches' }), maxConnections: said.limit });
  d.workload('web', { replicas: 3 }).uses(cache, { clientConnections: said.pool });
};

interface AtExisting {
  readonly options?: WorkloadPortOptions;
  readonly spec?: object;
  readonly peer?: AdmittedPeer;
  readonly standing?: WorkloadStanding;
  readonly hasGateway?: boolean;
  readonly isGrpc?: boolean;
}

/** A service `api` of a workload `web` at a Service `there` that the app has. */
const atExisting = (d: MeshDeclaration, ports: HandPort[], { options, spec, peer, standing: how, hasGateway, isGrpc }: AtExisting = {}) => {
  const web = new Workload(d.topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web' }), standing: how });
  const serving = { existingService: 'there', port: 80, ...options };
  const api = isGrpc ? new GrpcService(d.topology, 'api', { provider: GrpcProvider.workload(web, serving) })
    : new HttpService(d.topology, 'api', { provider: HttpProvider.workload(web, serving) });
  serviceByHand(d.chart, 'there', ports, spec);
  if (peer) web.admits(peer);
  if (hasGateway) new Gateway(d.topology, 'ingress', { pods: Pods.fromLabels({ labels: { app: 'ingress' } }), serviceAccountName: 'ingress' }).calls(api);
};

const ROWS: Row[] = [
  { code: 'BST201', advice: /what fits are clientConnections of 33 for web/, declare: (d, fixed) => pooled(d, { pool: fixed ? 33 : 40, limit: 100 }) },
  { code: 'BST201', advice: /put a pooler before the server and tell maxConnections of that/, declare: (d, fixed) => pooled(d, { pool: 40, limit: fixed ? 120 : 100 }) },
  { code: 'BST201', advice: /tell clientConnections of the use/, declare: (d, fixed) => pooled(d, { pool: fixed ? 1 : undefined, limit: 100 }) },
  { code: 'BST201', advice: /tell maxConnections of the service/, declare: (d, fixed) => pooled(d, { pool: 1, limit: fixed ? 3 : undefined }) },
  { code: 'BST102', advice: /let web wait at least 1001 ms for orders-api/, declare: (d, fixed) => {
    const [web, orders] = d.workloads('web', 'orders');
    web.calls(d.api(orders), { timeout: ms(fixed ? 1001 : 1000) });
    orders.calls(d.external('payments'), { timeout: ms(1001) });
  } },
  { code: 'BST102', advice: /or orders at most 1000 ms for payments/, declare: (d, fixed) => {
    const [web, orders] = d.workloads('web', 'orders');
    web.calls(d.api(orders), { timeout: ms(1000) });
    orders.calls(d.external('payments'), { timeout: ms(fixed ? 1000 : 1001) });
  } },
  { code: 'BST104', advice: /raise timeout to 1300 ms/, declare: (d, fixed) =>
    d.caller('web', d.users(), { timeout: ms(fixed ? 1300 : 1000), retry: RetryPolicy.attempts(2, { perTryTimeout: ms(400) }) }) },
  { code: 'BST104', advice: /use RetryPolicy\.attempts\(1\)/, declare: (d, fixed) =>
    d.caller('web', d.users(), { timeout: ms(1000), retry: RetryPolicy.attempts(fixed ? 1 : 2, { perTryTimeout: ms(400) }) }) },
  { code: 'BST105', advice: /set perTryTimeout below 1000 ms/, declare: (d, fixed) =>
    d.caller('web', d.users(), { timeout: ms(1000), retry: RetryPolicy.attempts(1, { perTryTimeout: ms(fixed ? 400 : 1000) }) }) },
  { code: 'BST106', advice: /add RetryCondition\.GATEWAY_ERROR to `on`/, declare: (d, fixed) => d.caller('web', d.users(), { timeout: ms(1000), retry: RetryPolicy.attempts(1, {
    perTryTimeout: ms(400), on: [RetryCondition.CONNECT_FAILURE, ...fixed ? [RetryCondition.GATEWAY_ERROR] : []],
  }) }) },
  { code: 'BST112', advice: /keep the retry on one call of the path/, declare: (d, fixed) => {
    const [web, orders, payments] = d.workloads('web', 'orders', 'payments');
    web.calls(d.api(orders), { retry: RetryPolicy.attempts(3) });
    orders.calls(d.api(payments), fixed ? {} : { retry: RetryPolicy.attempts(3) });
  } },
  { code: 'BST112', advice: /repeat only on conditions that are safe \(connect-failure, refused-stream\)/, declare: (d, fixed) => {
    const [web, orders, payments] = d.workloads('web', 'orders', 'payments');
    web.calls(d.api(orders), { retry: RetryPolicy.attempts(3) });
    orders.calls(d.api(payments), { retry: fixed ? SAFE : RetryPolicy.attempts(3) });
  } },
  { code: 'BST113', advice: /declare an Idempotency-Key header for the operation in the contract/, declare: (d, fixed) =>
    d.caller('web', d.users({ contract: contractOf(operation('pay', 'POST', '/pay', fixed)) }), { operations: ['pay'], retry: RetryPolicy.attempts(1) }) },
  { code: 'BST113', advice: /name the methods that may be repeated in idempotentMethods of orders-grpc/, declare: grpcRetry(retry => [retry, ['shop.Orders/Get']]) },
  { code: 'BST113', advice: /retry on RetryCondition\.CONNECT_FAILURE and REFUSED_STREAM only/, declare: grpcRetry(() => [SAFE, []]) },
  { code: 'BST113', advice: /or leave retry out/, declare: grpcRetry(() => [undefined, []]) },
  { code: 'BST215', advice: /set maxEjectionPercent to at least 50/, declare: (d, fixed) => breaker(d, 2, fixed ? 50 : 10) },
  { code: 'BST215', advice: /run at least 10 replicas/, declare: (d, fixed) => breaker(d, fixed ? 10 : 2, 10) },
  { code: 'BST305', advice: /replace one call of the cycle/, declare: (d, fixed) => {
    const [a, b] = d.workloads('a', 'b');
    a.calls(d.api(b));
    if (!fixed) b.calls(d.api(a));
  } },
  { code: 'BST506', advice: /or as serviceAccountName where something else makes them/, declare: (d, fixed) => { d.workload('web', { serviceAccountName: fixed ? 'web' : undefined }).calls(d.users()); } },
  { code: 'BST522', advice: /give each workload a ServiceAccount of its own/, declare: (d, fixed) => {
    d.workload('web', { serviceAccountName: 'robot' }).calls(d.users());
    d.workload('batch', { serviceAccountName: fixed ? 'batch' : 'robot' });
  } },
  { code: 'BST522', advice: /give them a ServiceAccount of their own/, declare: (d, fixed) => {
    d.workload('web', { serviceAccountName: 'robot' }).calls(d.users());
    podsByHand(d.chart, 'batch', { app: 'batch' }, fixed ? 'batch' : 'robot');
  } },
  { code: 'BST522', advice: /or declare the workload whose pods they are, with all that the other may call/, declare: (d, fixed) => {
    const users = d.users();
    d.workload('web', { serviceAccountName: 'robot' }).calls(users);
    podsByHand(d.chart, 'batch', { app: 'batch' }, 'robot');
    if (fixed) d.workload('batch', { serviceAccountName: 'robot' }).calls(users);
  } },
  { code: 'BST526', advice: /give the provider tls: Tls\.byClient\(\)/, declare: (d, fixed) => {
    const provider = RedisProvider.external({ host: 'c.example.com', tls: fixed ? Tls.byClient() : Tls.NONE, credentials: SecretStore.cluster('vault').secret('c') });
    d.workload('web').uses(new Redis(d.topology, 'cache', { provider }));
  } },
  { code: 'BST526', advice: /give the provider tls: Tls\.inProtocol\(\)/, declare: (d, fixed) => {
    const provider = PostgresProvider.external({ host: 'd.example.com', database: 'd', tls: fixed ? Tls.inProtocol() : Tls.NONE, credentials: SecretStore.cluster('vault').secret('d') });
    d.workload('web').uses(new Postgres(d.topology, 'db', { provider }));
  } },
  { code: 'BST521', advice: /or declare DataAccess\.READ_WRITE/, declare: (d, fixed) => {
    d.workload('web').uses(d.ldap(), { access: fixed ? DataAccess.READ_WRITE : DataAccess.READ_ONLY });
  } },
  { code: 'BST527', advice: /declare what prometheus calls in place of letting it in/, declare: (d, fixed) => {
    const [prometheus, users] = [d.workload('prometheus'), d.users()];
    if (fixed) prometheus.calls(users);
    else (users.locator.workload as Workload).admits(AdmittedPeer.meshPods({ namespace: 'shop', podLabels: { app: 'prometheus' }, serviceAccountName: 'prometheus', port: 8080 }));
  } },
  { code: 'BST527', advice: /or give podLabels that only the pods have that are meant/, declare: (d, fixed) => {
    d.workload('web');
    d.topology.everyWorkloadAdmits(AdmittedPeer.pods({ namespace: 'shop', podLabels: { app: fixed ? 'prometheus' : 'web' }, port: 9090 }));
  } },
  { code: 'BST527', advice: /declare that web calls a service that users provides in place of reaching it/, declare: (d, fixed) => {
    const [web, users] = [d.workload('web'), d.users()];
    if (fixed) web.calls(users); else web.reaches(NetworkPeer.pods({ namespace: 'shop', podLabels: { app: 'users' }, port: 8080 }));
  } },
  { code: 'BST528', advice: /let in the addresses that they come from, by frontend\.admits\(\) of AdmittedPeer\.addresses\(\) with port 80/, declare: (d, fixed) =>
    exposed(d, { peer: fixed ? AdmittedPeer.addresses({ cidrs: ['203.0.113.0/24'], port: 80 }) : undefined }) },
  { code: 'BST528', advice: /declare the Gateway that lets them in as a caller of web and leave serviceType out/, declare: (d, fixed) => exposed(d, { gateway: fixed }) },
  { code: 'BST528', advice: /or give frontend the standing MIGRATING until then/, declare: (d, fixed) => exposed(d, { standing: fixed ? WorkloadStanding.MIGRATING : undefined }) },
  { code: 'BST537', advice: /set port to 80/, declare: (d, fixed) => atExisting(d, [{ port: 80 }], { options: { port: fixed ? 80 : 81 } }) },
  { code: 'BST537', advice: /or give the Service "there" port 81/, declare: (d, fixed) => atExisting(d, [{ port: 80 }, ...fixed ? [{ port: 81 }] : []], { options: { port: 81 } }) },
  { code: 'BST537', advice: /set targetPort to 8080/, declare: (d, fixed) => atExisting(d, [{ port: 80, targetPort: 8080 }], { options: { targetPort: fixed ? 8080 : undefined } }) },
  { code: 'BST537', advice: /or let the Service "there" lead to 80/, declare: (d, fixed) => atExisting(d, [{ port: 80, targetPort: fixed ? 80 : 8080 }]) },
  { code: 'BST537', advice: /or let "there" select them/, declare: (d, fixed) => atExisting(d, [{ port: 80 }], { spec: { selector: { app: fixed ? 'web' : 'other' } } }) },
  { code: 'BST537', advice: /give "there" as existingService/, declare: (d, fixed) => {
    podsByHand(d.chart, 'pods', { app: 'web' });
    atExisting(d, [{ port: 80 }], { spec: { selector: { app: 'web' } }, options: { existingService: fixed ? 'there' : 'theer' } });
  } },
  { code: 'BST538', advice: /let in the addresses that they come from, by web\.admits\(\) of AdmittedPeer\.addresses\(\) with port 80/, declare: (d, fixed) =>
    atExisting(d, [{ port: 80 }], { spec: { type: 'NodePort' }, peer: fixed ? AdmittedPeer.addresses({ cidrs: ['203.0.113.0/24'], port: 80 }) : undefined }) },
  { code: 'BST538', advice: /declare the Gateway that lets them in as a caller of api and make the Service a ClusterIP/, declare: (d, fixed) =>
    atExisting(d, [{ port: 80 }], { spec: { type: fixed ? 'ClusterIP' : 'NodePort' }, hasGateway: fixed }) },
  { code: 'BST538', advice: /or take the Service out/, declare: (d, fixed) => {
    d.workload('web');
    if (!fixed) serviceByHand(d.chart, 'beside', [{ port: 80 }], { type: 'NodePort', selector: { app: 'web' } });
  } },
  { code: 'BST538', advice: /declare the Gateway that it comes through as a caller of api/, declare: (d, fixed) => {
    entranceByHand(d.chart, 'Ingress', 'there', 80);
    atExisting(d, [{ port: 80 }], { hasGateway: fixed });
  } },
  { code: 'BST538', advice: /or let its pods in, by web\.admits\(\) of AdmittedPeer\.pods\(\), or meshPods\(\), with port 80/, declare: (d, fixed) => {
    entranceByHand(d.chart, 'HTTPRoute', 'there', 80);
    atExisting(d, [{ port: 80 }], { peer: fixed ? AdmittedPeer.pods({ namespace: 'nginx', podLabels: { app: 'nginx' }, port: 80 }) : undefined });
  } },
  { code: 'BST538', advice: /or give web the standing MIGRATING until then/, declare: (d, fixed) => {
    entranceByHand(d.chart, 'VirtualService', 'there', 80);
    atExisting(d, [{ port: 80 }], { standing: fixed ? WorkloadStanding.MIGRATING : undefined });
  } },
  { code: 'BST602', advice: /declare it once/, declare: (d, fixed) => {
    const web = d.workload('web');
    for (const id of fixed ? ['a'] : ['a', 'b']) web.calls(new HttpService(d.topology, id, { provider: HttpProvider.external('http://pay.example.com') }));
  } },
  { code: 'BST602', advice: /let clients start TLS to one of them/, declare: (d, fixed) => {
    const urls = ['https://pay.example.com', 'https://pay.example.com:8443'];
    urls.forEach((url, i) => d.caller(`uses-${i}`, new HttpService(d.topology, `pay-${i}`, {
      provider: HttpProvider.external(url, { tlsOrigination: fixed && i === 1 ? TlsOrigination.CLIENT : undefined }),
    })));
  } },
  { code: 'BST602', advice: /say the same protocol, TLS and target port of both/, declare: (d, fixed) => ['ca', 'name'].forEach((id, i) => {
    const tls = i === 1 && !fixed ? Tls.byClient().namingServer() : Tls.byClient();
    d.workload(`uses-${id}`).uses(new TcpService(d.topology, id, { provider: TcpProvider.external({ host: 'ldap.example.com', port: 636, tls }) }));
  }) },
  { code: 'BST602', advice: /give both the same endpoints, or neither/, declare: (d, fixed) => [1, 2].forEach(port => {
    const provider = TcpProvider.external({ host: 'db.example.com', port, endpoints: fixed || port === 1 ? ['203.0.113.7'] : undefined });
    d.workload(`w${port}`).uses(new TcpService(d.topology, `db${port}`, { provider }));
  }) },
  { code: 'BST602', advice: /name the hosts that store is reached at in place of the wildcard/, declare: (d, fixed) => bucketBeside(d, [fixed ? 'b.store.example.com' : '*.store.example.com']) },
  { code: 'BST602', advice: /or declare the two as one service/, declare: (d, fixed) => bucketBeside(d, ['*.store.example.com'], fixed) },
  { code: 'BST518', advice: /take this service out/, declare: (d, fixed) => {
    if (!fixed) new HttpService(d.topology, 'machine', { provider: HttpProvider.external('http://machine.example.com', { cidrs: ['169.254.169.254/32'] }) });
  } },
  { code: 'BST518', advice: /or give hosts and address ranges that are the service's alone/, declare: (d, fixed) => {
    new HttpService(d.topology, 'machine', { provider: HttpProvider.external('http://machine.example.com', { cidrs: [fixed ? '203.0.113.0/24' : '169.254.169.254/32'] }) });
  } },
  { code: 'BST604', advice: /label the pods of version v1 with "app=canary", "version=v1"/, declare: (d, fixed) =>
    void d.api(d.workload('canary', { versions: [{ name: 'v1', labels: { version: fixed ? 'v1' : 'one' } }] })) },
  { code: 'BST606', advice: /a port of its own for each protocol, and tell it as targetPort/, declare: (d, fixed) => twoPorts(d, fixed ? 8081 : 8080) },
  { code: 'BST609', advice: /or use different ports/, declare: (d, fixed) => ['a', 'b'].forEach((name, i) => d.workload(`uses-${name}`).uses(d.ldap(name, fixed ? 389 + i : 389))) },
  { code: 'BST609', advice: /tell Mesh\.istio so with its option dnsCapture/, options: { dnsCapture: true }, declare: d =>
    ['a', 'b'].forEach(name => d.workload(`uses-${name}`).uses(d.ldap(name))) },
  { code: 'BST609', advice: /or give the IP addresses of its servers/, declare: (d, fixed) => atNames(d, fixed ? ['203.0.113.7'] : ['b.example.com']) },
  { code: 'BST611', advice: /take that away/, declare: (d, fixed) => void d.workload('web', { labels: { app: 'web', ...fixed ? {} : { 'sidecar.istio.io/inject': 'false' } } }) },
  { code: 'BST611', advice: /let what it reaches admit its pods/, declare: (d, fixed) => {
    const place = { namespace: 'monitoring', podLabels: { app: 'prometheus' } };
    const pods = Pods.fromLabels({ labels: { ...place.podLabels, 'sidecar.istio.io/inject': 'false' }, namespace: place.namespace, serviceAccountName: 'prometheus' });
    const web = d.workload('web');
    const prometheus = new Workload(d.topology, 'prometheus', { pods, standing: WorkloadStanding.FOREIGN });
    if (fixed) web.admits(AdmittedPeer.pods({ ...place, port: 8080 })); else prometheus.calls(d.api(web));
  } },
  { code: 'BST611', advice: /declare the workload with the standing FOREIGN/, declare: (d, fixed) => standing(d, fixed, 'shop', { 'sidecar.istio.io/inject': 'false' }) },
  { code: 'BST611', advice: /take that away/, declare: (d, fixed) => {
    const made = new kplus.Deployment(d.chart, 'pods', { hostNetwork: !fixed, containers: [{ image: 'i' }] });
    new Workload(d.topology, 'web', { pods: Pods.of(made) });
  } },
  { code: 'BST616', advice: /add a mesh output/, withoutMesh: true, declare: d => bank(d) },
  { code: 'BST616', advice: /declare its provider with the option tlsOrigination TlsOrigination\.CLIENT/, withoutMesh: true, declare: (d, fixed) =>
    bank(d, fixed ? TlsOrigination.CLIENT : undefined) },
  { code: 'BST620', advice: /remove the object/, declare: (d, fixed) => {
    d.caller('web', d.users());
    if (fixed) return;
    new ApiObject(d.chart, 'by-hand', { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', spec: { hosts: ['users-api.shop.svc.cluster.local'] } });
  } },
  { code: 'BST621', advice: /declare it with an inCluster provider/, mesh: { clusterDomain: 'k8s.example.com' }, declare: (d, fixed) => void new HttpService(d.topology, 'out', {
    provider: fixed ? HttpProvider.inCluster({ service: 'users', namespace: 'team-b' }) : HttpProvider.external('http://users.team-b.svc.k8s.example.com'),
  }) },
  { code: 'BST623', advice: /run its pods in another namespace/, declare: (d, fixed) => void d.workload('web', { namespace: fixed ? 'shop' : 'istio-system' }) },
  { code: 'BST623', advice: /declare it with the standing FOREIGN/, declare: (d, fixed) => standing(d, fixed, 'istio-system') },
  { code: 'BST626', advice: /depend on test\/shop\/users-api, and take twin out/, declare: (d, fixed) => {
    const users = d.users();
    d.caller('web', fixed ? users : new HttpService(d.topology, 'twin', { provider: HttpProvider.inCluster({ service: 'users-api', namespace: 'shop' }) }));
  } },
  { code: 'BST629', advice: /leave clientAffinity out, and give the service loadBalancing LoadBalancing\.stickyHeader\(\)/, declare: (d, fixed) =>
    affine(d, fixed ? undefined : ms(60_000), fixed ? LoadBalancing.stickyHeader('x-user') : undefined) },
  { code: 'BST637', advice: /say the same connectTimeout, circuitBreaker and connectionPool of b and a/, declare: (d, fixed) => {
    const web = d.workload('web');
    ['a', 'b'].forEach((id, i) => web.uses(new TcpService(d.topology, id, { provider: TcpProvider.external({ host: 'db.example.com', port: 5432 }) }), {
      connectTimeout: ms(fixed || i === 0 ? 500 : 1000),
    }));
  } },
  { code: 'BST638', advice: /name another Service for one of them, by its option service/, declare: (d, fixed) => inOneService(d, [{}, { service: fixed ? 'other' : 'shared' }], true) },
  { code: 'BST638', advice: /give service for both, or existingService for both/, declare: (d, fixed) =>
    inOneService(d, [{}, { port: 81, targetPort: 81, ...fixed ? {} : { service: undefined, existingService: 'shared' } }]) },
  { code: 'BST638', advice: /say headless of both or of neither/, declare: (d, fixed) => inOneService(d, [{}, { port: 81, targetPort: 81, headless: !fixed }]) },
  { code: 'BST638', advice: /say kubernetesService of one of them/, declare: (d, fixed) => inOneService(d, [
    { kubernetesService: { labels: { a: '1' } } }, { port: 81, targetPort: 81, kubernetesService: fixed ? undefined : { labels: { a: '2' } } },
  ]) },
  { code: 'BST639', advice: /name the hosts/, mesh: { dnsCapture: true }, declare: (d, fixed) => atNames(d, [fixed ? 'b.example.com' : '*.example.com']) },
  { code: 'BST639', advice: /say so by namingServer\(\) of its tls/, declare: (d, fixed) => atNames(d, ['*.example.com'], fixed ? Tls.byClient().namingServer() : Tls.byClient()) },
  { code: 'BST640', advice: /give the port of the Service the appProtocol "http"/, declare: (d, fixed) =>
    atExisting(d, [{ port: 80, name: 'tcp-api', appProtocol: fixed ? 'http' : undefined }]) },
  { code: 'BST640', advice: /or declare the service as the grpc that it is/, declare: (d, fixed) => atExisting(d, [{ port: 80, name: 'grpc' }], { isGrpc: fixed }) },
  { code: 'BST638', advice: /give each a port of its own/, declare: (d, fixed) => inOneService(d, [{}, { port: fixed ? 81 : 80, targetPort: 81 }]) },
  { code: 'BST705', advice: /or name no operations here/, declare: (d, fixed) =>
    d.caller('web', d.users({ contract: contractOf(operation('get', 'GET', '/files/{id}.json')) }), { operations: fixed ? undefined : ['get'] }) },
  { code: 'BST706', advice: /let that route match a whole path/, declare: (d, fixed) => {
    const contract = contractOf(operation('get', 'GET', '/users/{id}'), operation('add', 'POST', '/users'));
    const uri = fixed ? StringMatch.prefix('/users/') : StringMatch.regex('/users/[0-9]+');
    d.caller('web', d.users({ contract, routes: [HttpRoute.when(HttpMatch.uri(uri)).toAnyVersion(), HttpRoute.toAnyVersion()] }), { operations: ['add', 'get'], retry: RetryPolicy.attempts(1) });
  } },
  { code: 'BST707', advice: /take the rewrite of uri out of route 1/, declare: (d, fixed) => {
    const routes = [HttpRoute.toAnyVersion(fixed ? {} : { rewrite: { uri: '/v2/' } })];
    d.caller('web', d.users({ contract: contractOf(operation('get', 'GET', '/users')), routes }), { operations: ['get'] });
  } },
  { code: 'BST752', advice: /declare that where production is false/, declare: (d, fixed) => {
    Object.assign(d.topology, { production: !fixed });
    d.users({ routes: [HttpRoute.when(HttpMatch.header('x-trial', 'yes')).toAnyVersion({ fault: { abort: { httpStatus: 503, percentage: 1 } } }), HttpRoute.toAnyVersion()] });
  } },
  { code: 'BST705', advice: /name them too/, declare: (d, fixed) => {
    const contract = contractOf(operation('get', 'GET', '/files/{id}'), operation('other', 'GET', '/files/%C3%A9'));
    d.caller('web', d.users({ contract }), { operations: fixed ? ['get', 'other'] : ['get'] });
  } },
  { code: 'BST806', advice: /give the pods of what is not this workload other labels/, declare: (d, fixed) => {
    d.workload('web');
    ['web', 'evil'].forEach(id => podsByHand(d.chart, id, { app: fixed ? id : 'web' }));
  } },
  { code: 'BST806', advice: /declare what is a version of it with Pods\.versions/, declare: (d, fixed) => {
    const [v1, v2] = ['v1', 'v2'].map(version => deployment(d.chart, version, {}, { 'app': 'web', version, 'app.kubernetes.io/name': 'web' }));
    new Workload(d.topology, 'web', { pods: fixed ? Pods.versions({ v1, v2 }) : Pods.fromLabels({ labels: { app: 'web' } }) });
  } },
  { code: 'BST807', advice: /set targetPort to 8080/, declare: (d, fixed) => {
    const made = new kplus.Deployment(d.chart, 'pods', { containers: [{ image: 'i', portNumber: 8080 }] });
    const web = new Workload(d.topology, 'web', { pods: Pods.of(made) });
    new HttpService(d.topology, 'api', { provider: HttpProvider.workload(web, { targetPort: fixed ? 8080 : undefined }) });
  } },
  { code: 'BST809', advice: /declare that "web" depends on "users-api", and take the variable/, declare: (d, fixed) => {
    const envVariables: Record<string, kplus.EnvValue> = fixed ? {} : { USERS: kplus.EnvValue.fromValue('http://users-api') };
    const web = new Workload(d.topology, 'web', { pods: Pods.of(deployment(d.chart, 'web', { containers: [{ image: 'i', envVariables }] })) });
    const users = d.users();
    if (fixed) web.calls(users);
  } },
  { code: 'BST809', advice: /keep it and bind none with containers: \[\]/, declare: (d, fixed) => {
    const envVariables = { USERS: kplus.EnvValue.fromValue('http://users-api') };
    const web = new Workload(d.topology, 'web', { pods: Pods.of(deployment(d.chart, 'web', { containers: [{ image: 'i', envVariables }] })) });
    const users = d.users();
    if (fixed) web.calls(users, { containers: [] });
  } },
  { code: 'BST641', advice: /leave methods, paths and clientCidrs out at that port/, declare: (d, fixed) =>
    bytes(d).admits(AdmittedPeer.anyone({ port: 5001, paths: fixed ? undefined : ['/health'] })) },
  { code: 'BST641', advice: /leave that port out of the rule/, declare: (d, fixed) =>
    bytes(d).enforces(AccessPolicy.deny('no-deletes', { rules: [{ methods: ['DELETE'], ports: fixed ? undefined : [5001] }] })) },
  { code: 'BST641', advice: /say there what connections tell: callers, namespaces, ipBlocks/, declare: (d, fixed) =>
    bytes(d).enforces(AccessPolicy.deny('no-deletes', { rules: [fixed ? { namespaces: ['other'], ports: [5001] } : { methods: ['DELETE'], ports: [5001] }] })) },
  { code: 'BST641', advice: /leave that port out of ports/, declare: (d, fixed) => bytes(d).requires(TOKEN, { ports: fixed ? [8080] : [8080, 5001] }) },
  { code: 'BST641', advice: /name the ports at which its pods answer HTTP/, declare: (d, fixed) => d.workload('web').requires(TOKEN, { ports: fixed ? [8080] : undefined }) },
  { code: 'BST641', advice: /declare the service that it provides/, declare: (d, fixed) => {
    const web = d.workload('web');
    web.requires(TOKEN);
    if (fixed) d.api(web);
  } },
  { code: 'BST642', advice: /let the workload require a token, by requires\(\), with optional/, declare: (d, fixed) => {
    const web = d.workload('web');
    d.api(web);
    web.enforces(AccessPolicy.deny('no-guests', { rules: [{ notRequestPrincipals: ['*'] }] }));
    if (fixed) web.requires(TOKEN, { optional: true });
  } },
  { code: 'BST643', advice: /let its policies name one provider/, declare: (d, fixed) => {
    const web = d.workload('web');
    for (const [name, provider] of [['a', 'opa'], ['b', fixed ? 'opa' : 'quota']]) web.enforces(AccessPolicy.custom(name, { provider, rules: [{ ports: [8080] }] }));
  } },
  { code: 'BST623', advice: /say mutualTls in the meshPolicy of the mesh/, declare: (d, fixed) =>
    taking(d, fixed ? undefined : MutualTls.STRICT, { namespace: 'istio-system', standing: WorkloadStanding.MIGRATING }) },
  { code: 'BST644', advice: /say MutualTls\.STRICT, or leave mutualTls out/, declare: (d, fixed) => taking(d, fixed ? MutualTls.STRICT : MutualTls.permissive(LEGACY)) },
  { code: 'BST645', advice: /leave mutual TLS on where policies tell who comes: MutualTls\.permissive\(\) takes plaintext as well/, declare: (d, fixed) =>
    d.caller('web', d.api(taking(d, fixed ? MutualTls.permissive(LEGACY) : MutualTls.disabled(LEGACY)))) },
  { code: 'BST645', advice: /let the policy name the ports at which it is, by ports or notPorts/, declare: (d, fixed) =>
    taking(d, MutualTls.STRICT.atPort(9090, MutualTls.disabled(LEGACY))).enforces(AccessPolicy.deny('no-guests', { rules: [{ namespaces: ['guests'], notPorts: fixed ? [9090] : undefined }] })) },
  { code: 'BST646', advice: /guard the workload/, mesh: { namespacePolicies: { shop: { denyByDefault: true } } }, declare: (d, fixed) =>
    taking(d, undefined, { standing: fixed ? WorkloadStanding.GUARDED : WorkloadStanding.MIGRATING }) },
  { code: 'BST646', advice: /else leave denyByDefault out/, mesh: { meshPolicy: { denyByDefault: true } }, options: { meshPolicy: undefined }, declare: d =>
    void new Gateway(d.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' } }) }) },
  { code: 'BST647', advice: /say it in the topology, by mutualTls of the workload .* and remove the object/, declare: (d, fixed) => {
    taking(d, fixed ? MutualTls.permissive(LEGACY) : undefined);
    const spec = { selector: { matchLabels: { app: 'users' } }, mtls: { mode: 'PERMISSIVE' } };
    if (!fixed) new ApiObject(d.chart, 'mine', { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'mine' }, spec });
  } },
  { code: 'BST657', advice: /declare a service there and let the workload call or use it/, mesh: { sidecars: { registryOnly: true } }, declare: (d, fixed) => {
    const host = '203.0.113.7';
    if (fixed) d.workload('web').uses(new TcpService(d.topology, 'till', { provider: TcpProvider.external({ host, port: 9000 }) }));
    else d.workload('web').reaches(NetworkPeer.addresses({ cidrs: [`${host}/32`], port: 9000 }));
  } },
  { code: 'BST657', advice: /or leave registryOnly out/, mesh: { sidecars: { registryOnly: true } }, options: { sidecars: {} }, declare: d =>
    d.workload('web').reaches(NetworkPeer.addresses({ cidrs: ['203.0.113.7/32'], port: 9000 })) },
  { code: 'BST658', advice: /name what else these pods are to be told of in furtherHosts of sidecars, and remove the object/, mesh: { sidecars: {} },
    options: { sidecars: { furtherHosts: ['observability/*'] } }, declare: (d, fixed) => {
      const spec = { workloadSelector: { labels: d.workload('web').selector }, egress: [{ hosts: ['observability/*'] }] };
      if (!fixed) new ApiObject(d.chart, 'mine', { apiVersion: 'networking.istio.io/v1', kind: 'Sidecar', metadata: { name: 'mine' }, spec });
    } },
  { code: 'BST654', advice: /name all hosts of the certificate in one listener/, declare: (d, fixed) => {
    const hosts = fixed ? [['a.example.com', 'b.example.com']] : [['a.example.com'], ['b.example.com']];
    newGateway(d.topology, { listeners: hosts.map(together => GatewayListener.https({ hosts: together, certificateSecret: 'wide-tls' })) });
  } },
  { code: 'BST656', advice: /leave the host of requests as it is/, declare: (d, fixed) => {
    const routes = [HttpRoute.toAnyVersion(fixed ? {} : { rewrite: { authority: 'b.example.com' } })];
    const payments = d.payments({ routes });
    d.caller('web', payments);
    newGateway(d.topology, {}, 'egress').relays(payments);
  } },
  { code: 'BST659', advice: /name it in furtherHosts of sidecars/, mesh: { sidecars: {}, tracing: { provider: 'otel' } }, options: { sidecars: { furtherHosts: ['observability/*'] } }, declare: () => undefined },
  { code: 'BST650', advice: /say with `matches`, `hosts` or `port` which requests/, declare: (d, fixed) => {
    const door = newGateway(d.topology);
    const [web, api] = d.workloads('web', 'api').map(workload => d.api(workload));
    door.exposes(web);
    door.exposes(api, fixed ? { matches: [HttpMatch.uri(StringMatch.prefix('/api/'))] } : {});
  } },
  { code: 'BST651', advice: /give exposes\(\) `routes` of its own/, declare: (d, fixed) => {
    const users = d.users({ routes: [HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/beta/'))).toAnyVersion(), HttpRoute.toAnyVersion()] });
    newGateway(d.topology).exposes(users, { rewrite: { uri: '/' }, routes: fixed ? [HttpRoute.toAnyVersion()] : undefined });
  } },
  { code: 'BST652', advice: /say exposes\(\) of the gateway, or take the call out/, declare: (d, fixed) => {
    const door = newGateway(d.topology);
    const users = d.users();
    door.calls(users);
    if (fixed) door.exposes(users);
  } },
  { code: 'BST653', advice: /expose what is at one host in one topology/, declare: (d, fixed) => {
    const second = new Topology(d.chart, 'second', { namespace: 'second' });
    const api = new Workload(second, 'api', { pods: Pods.fromLabels({ labels: { app: 'api' } }) });
    const service = new HttpService(second, 'api', { provider: HttpProvider.workload(api) });
    newGateway(d.topology).exposes(d.users());
    if (!fixed) newGateway(second).exposes(service);
    new IstioMesh(d.chart, 'mesh-of-second', { topology: second });
  } },
  { code: 'BST655', advice: /say the same of connections in all calls from one namespace/, declare: (d, fixed) => {
    const payments = d.payments();
    for (const [name, maxConnections] of [['web', 1], ['app', fixed ? 1 : 2]] as const) d.caller(name, payments, { connectionPool: ConnectionPool.limits({ maxConnections }) });
    newGateway(d.topology).relays(payments, { port: 443 });
  } },
  { code: 'BST664', advice: /leave it out, say other `routes`/, declare: (d, fixed) => {
    ofGatewayApi(d).exposes(d.users(), { matches: [HttpMatch.uri(StringMatch.prefix(fixed ? '/api/' : '/api'))] });
  } },
  { code: 'BST665', advice: /let what comes first ask for more/, declare: (d, fixed) => {
    const [header, path] = [HttpMatch.header('x-preview', 'yes'), HttpMatch.uri(StringMatch.exact('/a'))];
    const first = HttpRoute.when(fixed ? HttpMatch.all(header, path) : header).toAnyVersion({ responseHeaders: { set: { 'x-preview': 'yes' } } });
    const routes = [first, HttpRoute.when(path).toAnyVersion()];
    ofGatewayApi(d).exposes(d.users(), { routes: [...routes, HttpRoute.toAnyVersion()] });
  } },
  { code: 'BST666', advice: /expose services of gRPC at a host of their own/, declare: (d, fixed) => {
    const door = ofGatewayApi(d, ['a.example.com', 'b.example.com']);
    door.exposes(d.users(), { hosts: ['a.example.com'] });
    door.exposes(d.grpc(d.workload('stock')), { hosts: [fixed ? 'b.example.com' : 'a.example.com'] });
  } },
  { code: 'BST667', advice: /say `kubernetesService: { perVersion: true }`/, declare: (d, fixed) => {
    const workload = d.workload('pages', { versions: [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2' } }] });
    const provider = HttpProvider.workload(workload, { kubernetesService: { perVersion: fixed } });
    ofGatewayApi(d).exposes(new HttpService(d.topology, 'pages', { provider, routes: [HttpRoute.split({ v1: 90, v2: 10 })] }));
  } },
  { code: 'BST668', advice: /ask the owner for the ReferenceGrant, and acknowledge this/, declare: (d, fixed) => {
    const rates = new HttpService(d.topology, 'rates', { provider: HttpProvider.inCluster({ service: 'rates', namespace: 'tariffs', podLabels: { app: 'rates' } }) });
    ofGatewayApi(d).exposes(rates);
    if (fixed) d.topology.acknowledge('BST668', rates, 'its owner has let routes of the shop in');
  } },
  { code: 'BST669', advice: /inject a sidecar beside the proxies, and acknowledge this/, declare: (d, fixed) => {
    const door = ofGatewayApi(d);
    door.exposes(d.users());
    if (fixed) d.topology.acknowledge('BST669', door, 'a sidecar is injected beside its proxies');
  } },
  { code: 'BST671', advice: /limit repetitions by maxRetries/, declare: (d, fixed) => {
    const at = (port: number) => new HttpService(d.topology, `at-${port}`, { provider: HttpProvider.external(`http://legacy.example.com:${port}`) });
    const web = d.workload('web');
    web.calls(at(8080), { connectionPool: ConnectionPool.limits(fixed ? { maxRetries: 3 } : { retryBudget: {} }) });
    web.calls(at(8081));
  } },
  { code: 'BST679', advice: /let all callers say the same of connections/, declare: (d, fixed) => {
    const goods = new Workload(d.topology, 'goods', { pods: Pods.rollout(newRollout(d.chart, 'goods')) });
    const api = d.api(goods);
    d.caller('web', api, fixed ? {} : { circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
    d.caller('batch', api);
  } },
  { code: 'BST217', advice: /let a service in front of the workload say no routes/, declare: (d, fixed) => {
    d.api(new Workload(d.topology, 'goods', { pods: Pods.rollout(newRollout(d.chart, 'goods')) }), fixed ? {} : { routes: [HttpRoute.toAnyVersion()] });
  } },
  { code: 'BST672', advice: /declare a service that web provides/, mesh: { istioVersion: IstioVersion.V1_31, selfDiscovery: true }, declare: (d, fixed) => {
    const web = d.caller('web', d.api(d.workload('users'), { loadBalancing: LoadBalancing.random({ locality: Locality.zoneAware() }) }));
    if (fixed) new HttpService(d.topology, 'pages', { provider: HttpProvider.workload(web) });
  } },
  { code: 'BST676', advice: /leave headless out/, declare: (d, fixed) => {
    d.caller('web', new HttpService(d.topology, 'bills', { provider: HttpProvider.workload(onMachines(d), { headless: !fixed }) }));
  } },
  { code: 'BST676', advice: /leave serviceType out/, declare: (d, fixed) => {
    const provider = HttpProvider.workload(onMachines(d), { kubernetesService: { serviceType: fixed ? undefined : ServiceType.NODE_PORT } });
    d.caller('web', new HttpService(d.topology, 'bills', { provider }));
  } },
  { code: 'BST677', advice: /declare them as one workload, with a backing service for each port/, declare: (d, fixed) => {
    const billing = onMachines(d, 'billing');
    const archive = fixed ? billing : onMachines(d, 'archive');
    const at = (id: string, workload: Workload, targetPort: number) => (
      new HttpService(d.topology, id, { provider: HttpProvider.workload(workload, { targetPort }) }));
    const web = d.workload('web');
    [at('bills', billing, 8080), at('papers', archive, 8081)].forEach(service => web.calls(service));
  } },
  { code: 'BST616', advice: /add a mesh with sidecars such as IstioMesh/, withoutMesh: true, declare: d => void onMachines(d) },
  { code: 'BST662', advice: /give the call a circuitBreaker/, declare: (d, fixed) => {
    const api = d.api(d.workload('users'), { loadBalancing: LoadBalancing.random({ locality: Locality.NEAREST }) });
    d.caller('web', api, fixed ? { circuitBreaker: CircuitBreaker.consecutiveErrors(5) } : {});
  } },
  { code: 'BST663', advice: /let the gateway require a token/, declare: (d, fixed) => {
    const door = newGateway(d.topology);
    door.exposes(d.users(), { matches: [HttpMatch.tokenClaim(['groups'], StringMatch.exact('staff'))] });
    if (fixed) door.requires(Jwt.ofIssuer('https://login.example.com'), { optional: true });
  } },
  { code: 'BST661', advice: /remove the object that is written by hand/, mesh: { telemetry: [Telemetry.ofMesh({ accessLogs: [{ provider: 'envoy' }] })] }, declare: (d, fixed) => {
    if (!fixed) new ApiObject(d.chart, 'by-hand', { apiVersion: 'telemetry.istio.io/v1', kind: 'Telemetry', metadata: { namespace: 'istio-system' } });
  } },
];

/** The gateway `door` of the Gateway API. */
function ofGatewayApi(d: MeshDeclaration, hosts?: string[]): Gateway {
  return newGateway(d.topology, { gatewayClassName: 'eg', listeners: [GatewayListener.http({ hosts })] });
}

const LEGACY = 'the old shop has no sidecar until March';

/** A workload `users` that takes such connections. */
function taking(d: MeshDeclaration, mutualTls?: MutualTls, props: Partial<WorkloadProps> = {}): Workload {
  return new Workload(d.topology, 'users', { pods: Pods.fromLabels({ labels: { app: 'users' }, serviceAccountName: 'users' }), mutualTls, ...props });
}

const TOKEN = Jwt.ofIssuer('https://issuer.example.com');

/** A workload whose TCP service listens on port 5001 of its pods. */
function bytes(d: MeshDeclaration): Workload {
  return d.tcp('store').locator.workload as Workload;
}

function breaker(d: MeshDeclaration, replicas: number, maxEjectionPercent: number): void {
  d.caller('web', d.api(d.workload('users', { replicas })), { circuitBreaker: CircuitBreaker.consecutiveErrors(5, { maxEjectionPercent }) });
}

/** The fixes of what is found. */
function fixesOf({ code, declare, mesh, options, withoutMesh }: Row, fixed: boolean): string[] {
  const declared = new MeshDeclaration({ ...mesh, ...fixed ? options : {} });
  declare(declared, fixed);
  new GatewayApi(declared.chart, 'gateway-api', { topology: declared.topology });
  if (fixed || !withoutMesh) declared.read(); else declared.topology.read();
  return declared.findings(code).map(({ fix }) => fix);
}

describe('advice', () => {
  test.each(ROWS.map(row => [row.code, row.advice, row] as const))('of %s, %s, is given, and the finding is gone where it is followed', (_, advice, row) => {
    expect(fixesOf(row, false)).toEqual([expect.stringMatching(advice)]);
    expect(fixesOf(row, true)).toEqual([]);
  });

  const NAMES = { clusterDomain: 'cluster.local', rootNamespace: 'istio-system', policies: [], providers: [] };
  const TYPESCRIPT = /\(\{|=>|\bnew [A-Z]|\b[A-Z]\w*\(\w+, /;

  test.each(ROWS.map(row => [row.code, row.advice, row] as const))('of %s, %s, is in words of every language', (_, __, row) =>
    expect(fixesOf(row, false).filter(fix => TYPESCRIPT.test(fix))).toEqual([]));

  const OF_ROUTES = [...gatewayApiChecks(boundRoutes()), ...SERVICE_ROUTES_CHECKS];
  const FOUND = [...CHECKS, ...APP_CHECKS, ...OF_ROUTES, ...istioChecks(NAMES), ...istioAppChecks(false)];
  test.each(FOUND.map(check => [check.code, check.fix]))(
    'of %s in general is in words of every language', (_, fix) => expect(fix).not.toMatch(TYPESCRIPT));

  test('is followed for every rule about traffic and identity', () => {
    const ours = [...CHECKS, ...gatewayApiChecks(boundRoutes()), ...istioChecks(NAMES), ...istioAppChecks(false)].map(({ code }) => code);
    expect(ours.filter(code => !ROWS.some(row => row.code === code))).toEqual([]);
  });
});

test('a gRPC service outside needs no methods: its client starts TLS, and nothing is repeated', () => {
  const declared = new MeshDeclaration();
  const service = new GrpcService(declared.topology, 'rates', { provider: GrpcProvider.external({ host: 'rates.example.com' }) });
  expect(() => declared.workload('web').calls(service, { retry: RetryPolicy.attempts(1) })).toThrow('BST615');
});
