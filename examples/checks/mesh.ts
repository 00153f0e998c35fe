import { ApiObject, Duration } from 'cdk8s';
import {
  CircuitBreaker, HttpMatch, HttpProvider, HttpRoute, HttpService, IstioVersion, LoadBalancing, Locality, Mesh, Platform, RetryPolicy,
  StringMatch, Telemetry,
} from 'cdk8s-backing-services';
import { CheckExample } from './example';

/** What a mesh is told, by this program and beside it, and what it cannot say. */
export const MESH: readonly CheckExample[] = [
  {
    code: 'BST620',
    bad: ({ chart, web, carts }) => {
      web.calls(carts);
      new ApiObject(chart, 'mine', {
        apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'mine' },
        spec: { hosts: ['carts.shop.svc.cluster.local'], http: [{ timeout: '2s', route: [{ destination: { host: 'carts' } }] }] },
      });
    },
    good: ({ web, carts }) => {
      web.calls(carts, { timeout: Duration.seconds(2) });
    },
  },
  {
    code: 'BST658',
    bad: ({ chart, topology, web }) => {
      new ApiObject(chart, 'mine', {
        apiVersion: 'networking.istio.io/v1', kind: 'Sidecar', metadata: { name: 'mine' },
        spec: { workloadSelector: { labels: web.selector }, egress: [{ hosts: ['observability/*'] }] },
      });
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ sidecars: {} }) });
    },
    good: ({ chart, topology }) => {
      const mesh = Mesh.istio({ sidecars: { furtherHosts: ['observability/*'] } });
      new Platform(chart, 'platform', { topology, mesh });
    },
  },
  {
    code: 'BST659',
    bad: ({ chart, topology }) => {
      const mesh = Mesh.istio({ sidecars: {}, tracing: { provider: 'otel' } });
      new Platform(chart, 'platform', { topology, mesh });
    },
    good: ({ chart, topology }) => {
      const mesh = Mesh.istio({ sidecars: { furtherHosts: ['observability/*'] }, tracing: { provider: 'otel' } });
      new Platform(chart, 'platform', { topology, mesh });
    },
  },
  {
    code: 'BST661',
    bad: ({ chart, topology }) => {
      new ApiObject(chart, 'mine', {
        apiVersion: 'telemetry.istio.io/v1', kind: 'Telemetry', metadata: { name: 'mine', namespace: 'istio-system' },
        spec: { tracing: [{ randomSamplingPercentage: 5 }] },
      });
      const mesh = Mesh.istio({ telemetry: [Telemetry.ofMesh({ accessLogs: [{ provider: 'envoy' }] })] });
      new Platform(chart, 'platform', { topology, mesh });
    },
    good: ({ chart, topology }) => {
      const telemetry = [Telemetry.ofMesh({ accessLogs: [{ provider: 'envoy' }], tracing: { samplingPercentage: 5 } })];
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ telemetry }) });
    },
  },
  {
    code: 'BST662',
    bad: ({ topology, web, catalog }) => {
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        loadBalancing: LoadBalancing.random({ locality: Locality.NEAREST }),
      });
      web.calls(goods);
    },
    good: ({ topology, web, catalog }) => {
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        loadBalancing: LoadBalancing.random({ locality: Locality.NEAREST }),
      });
      web.calls(goods, { circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
    },
  },
  {
    code: 'BST672',
    bad: ({ chart, topology, web, catalog }) => {
      web.calls(new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        loadBalancing: LoadBalancing.random({ locality: Locality.zoneAware() }),
      }));
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ istioVersion: IstioVersion.V1_31, selfDiscovery: true }) });
    },
    good: ({ chart, topology, web, catalog }) => {
      new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { targetPort: 8080 }) });
      web.calls(new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        loadBalancing: LoadBalancing.random({ locality: Locality.zoneAware() }),
      }));
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ istioVersion: IstioVersion.V1_31, selfDiscovery: true }) });
    },
  },
  {
    code: 'BST705',
    bad: ({ topology, web, catalog }) => {
      // A mesh cannot tell which of a segment is the name.
      const contract = { operations: [{ id: 'getFile', method: 'GET', path: '/files/{name}.json', retriable: true }] };
      const files = new HttpService(topology, 'files', { contract, provider: HttpProvider.workload(catalog, { targetPort: 8080 }) });
      web.calls(files, { operations: ['getFile'] });
    },
    good: ({ topology, web, catalog }) => {
      const contract = { operations: [{ id: 'getFile', method: 'GET', path: '/files/{name}', retriable: true }] };
      const files = new HttpService(topology, 'files', { contract, provider: HttpProvider.workload(catalog, { targetPort: 8080 }) });
      web.calls(files, { operations: ['getFile'] });
    },
  },
  {
    code: 'BST706',
    bad: ({ topology, web, catalog }) => {
      const beta = HttpMatch.uri(StringMatch.regex('/goods/[0-9]+'));
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        contract: { operations: [
          { id: 'get', method: 'GET', path: '/goods/{id}', retriable: true }, { id: 'add', method: 'POST', path: '/goods', retriable: false },
        ] },
        routes: [HttpRoute.when(beta).toAnyVersion(), HttpRoute.toAnyVersion()],
      });
      web.calls(goods, { operations: ['get', 'add'], retry: RetryPolicy.attempts(1) });
    },
    good: ({ topology, web, catalog }) => {
      const beta = HttpMatch.uri(StringMatch.prefix('/goods/'));
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        contract: { operations: [
          { id: 'get', method: 'GET', path: '/goods/{id}', retriable: true }, { id: 'add', method: 'POST', path: '/goods', retriable: false },
        ] },
        routes: [HttpRoute.when(beta).toAnyVersion(), HttpRoute.toAnyVersion()],
      });
      web.calls(goods, { operations: ['get', 'add'], retry: RetryPolicy.attempts(1) });
    },
  },
  {
    code: 'BST707',
    bad: ({ topology, web, catalog }) => {
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        contract: { operations: [{ id: 'list', method: 'GET', path: '/goods', retriable: true }] },
        routes: [HttpRoute.toAnyVersion({ rewrite: { uri: '/v2/' } })],
      });
      web.calls(goods, { operations: ['list'] });
    },
    good: ({ topology, web, catalog }) => {
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        contract: { operations: [{ id: 'list', method: 'GET', path: '/goods', retriable: true }] },
        routes: [HttpRoute.toAnyVersion()],
      });
      web.calls(goods, { operations: ['list'] });
    },
  },
];
