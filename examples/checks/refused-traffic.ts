import {
  Gateway, GrpcProvider, GrpcService, HttpMatch, HttpProvider, HttpRoute, HttpService, Mesh, Platform, TcpProvider,
  TcpService, Telemetry, Tls,
} from 'cdk8s-backing-services';
import { CheckExample } from './example';

/** Calls that are refused for how they would have requests go. */
export const REFUSED_TRAFFIC: readonly CheckExample[] = [
  {
    code: 'BST016',
    bad: ({ topology, web }) => {
      const provider = TcpProvider.external({ host: '203.0.113.7', port: 1521, tls: Tls.BY_MESH });
      web.uses(new TcpService(topology, 'stock', { provider }));
    },
    good: ({ topology, web }) => {
      const provider = TcpProvider.external({ host: 'stock.example.com', port: 1521, tls: Tls.BY_MESH });
      web.uses(new TcpService(topology, 'stock', { provider }));
    },
  },
  {
    code: 'BST024',
    bad: ({ topology, catalog }) => {
      const beta = HttpMatch.header('x-trial', '');
      const provider = HttpProvider.workload(catalog, { targetPort: 8080 });
      new HttpService(topology, 'goods', { provider, routes: [HttpRoute.when(beta).to('v2'), HttpRoute.toAnyVersion()] });
    },
    good: ({ topology, catalog }) => {
      const beta = HttpMatch.header('x-trial', 'beta');
      const provider = HttpProvider.workload(catalog, { targetPort: 8080 });
      new HttpService(topology, 'goods', { provider, routes: [HttpRoute.when(beta).to('v2'), HttpRoute.toAnyVersion()] });
    },
  },
  {
    code: 'BST036',
    bad: ({ topology, catalog }) => {
      const reading = HttpMatch.header('method', 'GET');
      const provider = HttpProvider.workload(catalog, { targetPort: 8080 });
      new HttpService(topology, 'goods', { provider, routes: [HttpRoute.when(reading).to('v2'), HttpRoute.toAnyVersion()] });
    },
    good: ({ topology, catalog }) => {
      const reading = HttpMatch.method('GET');
      const provider = HttpProvider.workload(catalog, { targetPort: 8080 });
      new HttpService(topology, 'goods', { provider, routes: [HttpRoute.when(reading).to('v2'), HttpRoute.toAnyVersion()] });
    },
  },
  {
    code: 'BST037',
    bad: ({ topology, orders }) => {
      const idempotentMethods = ['shop.Orders/Get', 'shop.Orders/Get'];
      new GrpcService(topology, 'orders-api', { idempotentMethods, provider: GrpcProvider.workload(orders, { targetPort: 9090 }) });
    },
    good: ({ topology, orders }) => {
      const idempotentMethods = ['shop.Orders/Get', 'shop.Orders/List'];
      new GrpcService(topology, 'orders-api', { idempotentMethods, provider: GrpcProvider.workload(orders, { targetPort: 9090 }) });
    },
  },
  {
    code: 'BST047',
    bad: ({ topology, catalog }) => {
      const provider = HttpProvider.workload(catalog, { targetPort: 8080 });
      new HttpService(topology, 'goods', { provider, routes: [HttpRoute.when().to('v2'), HttpRoute.toAnyVersion()] });
    },
    good: ({ topology, catalog }) => {
      const provider = HttpProvider.workload(catalog, { targetPort: 8080 });
      new HttpService(topology, 'goods', { provider, routes: [HttpRoute.split({ v2: 100 })] });
    },
  },
  {
    code: 'BST050',
    bad: ({ topology, web, gatewayPods }) => {
      const bank = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
      web.calls(bank);
      new Gateway(topology, 'egress', { pods: gatewayPods, existingGateway: 'istio-egress/all' }).relays(bank);
    },
    good: ({ topology, web, gatewayPods }) => {
      const bank = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
      web.calls(bank);
      new Gateway(topology, 'egress', { pods: gatewayPods }).relays(bank);
    },
  },
  {
    code: 'BST051',
    bad: ({ topology, web, gatewayPods }) => {
      const stock = new TcpService(topology, 'stock', { provider: TcpProvider.external({ host: 'stock.example.com', port: 1521 }) });
      web.uses(stock);
      new Gateway(topology, 'egress', { pods: gatewayPods }).relays(stock);
    },
    good: ({ topology, web, gatewayPods }) => {
      const provider = TcpProvider.external({ host: 'stock.example.com', port: 1521, tls: Tls.byClient().namingServer() });
      const stock = new TcpService(topology, 'stock', { provider });
      web.uses(stock);
      new Gateway(topology, 'egress', { pods: gatewayPods }).relays(stock);
    },
  },
  {
    code: 'BST660',
    bad: ({ chart, topology }) => {
      const telemetry = [Telemetry.ofMesh({ accessLogs: [{ provider: 'envoy' }, { provider: 'envoy' }] })];
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ telemetry }) });
    },
    good: ({ chart, topology }) => {
      const telemetry = [Telemetry.ofMesh({ accessLogs: [{ provider: 'envoy' }] })];
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ telemetry }) });
    },
  },
];
