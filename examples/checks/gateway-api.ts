import { ApiObject, Duration } from 'cdk8s';
import {
  Gateway, GatewayListener, GrpcProvider, GrpcService, HttpMatch, HttpProvider, HttpRoute, HttpService, Mesh, Platform, Pods, StringMatch, Workload,
} from 'cdk8s-backing-services';
import { CheckExample } from './example';

const pods = Pods.fromLabels({ labels: { 'gateway.networking.k8s.io/gateway-name': 'door' }, serviceAccountName: 'door-istio' });

/** What gateways of the Gateway API have words for. In the lines, `pods` are those that istiod makes. */
export const GATEWAY_API: readonly CheckExample[] = [
  {
    code: 'BST664',
    bad: ({ topology, carts }) => {
      const door = new Gateway(topology, 'door', { pods, gatewayClassName: 'istio', listeners: [GatewayListener.http()] });
      door.exposes(carts, { matches: [HttpMatch.uri(StringMatch.prefix('/carts'))] });
    },
    good: ({ topology, carts }) => {
      const door = new Gateway(topology, 'door', { pods, gatewayClassName: 'istio', listeners: [GatewayListener.http()] });
      door.exposes(carts, { matches: [HttpMatch.uri(StringMatch.prefix('/carts/'))] });
    },
  },
  {
    code: 'BST665',
    bad: ({ topology, catalog }) => {
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080, kubernetesService: { perVersion: true } }),
        routes: [HttpRoute.when(HttpMatch.header('x-preview', 'yes')).to('v2'), HttpRoute.when(HttpMatch.uri(StringMatch.exact('/prices'))).to('v1'), HttpRoute.split({ v1: 100 })],
      });
      const door = new Gateway(topology, 'door', { pods, gatewayClassName: 'istio', listeners: [GatewayListener.http()] });
      door.exposes(goods);
    },
    good: ({ topology, catalog }) => {
      const [preview, prices] = [HttpMatch.header('x-preview', 'yes'), HttpMatch.uri(StringMatch.exact('/prices'))];
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080, kubernetesService: { perVersion: true } }),
        routes: [HttpRoute.when(HttpMatch.all(preview, prices)).to('v2'), HttpRoute.when(prices).to('v1'), HttpRoute.when(preview).to('v2'), HttpRoute.split({ v1: 100 })],
      });
      const door = new Gateway(topology, 'door', { pods, gatewayClassName: 'istio', listeners: [GatewayListener.http()] });
      door.exposes(goods);
    },
  },
  {
    code: 'BST666',
    bad: ({ topology, carts, batch }) => {
      const jobs = new GrpcService(topology, 'jobs', { provider: GrpcProvider.workload(batch, { port: 9000 }) });
      const door = new Gateway(topology, 'door', { pods, gatewayClassName: 'istio', listeners: [GatewayListener.http()] });
      door.exposes(carts, { matches: [HttpMatch.uri(StringMatch.prefix('/carts/'))] });
      door.exposes(jobs, { matches: [HttpMatch.uri(StringMatch.prefix('/jobs.v1.Jobs/'))] });
    },
    good: ({ topology, carts, batch }) => {
      const jobs = new GrpcService(topology, 'jobs', { provider: GrpcProvider.workload(batch, { port: 9000 }) });
      const door = new Gateway(topology, 'door', {
        pods, gatewayClassName: 'istio', listeners: [GatewayListener.http({ hosts: ['shop.example.com'] }), GatewayListener.http({ hosts: ['jobs.example.com'] })],
      });
      door.exposes(carts, { hosts: ['shop.example.com'] });
      door.exposes(jobs, { hosts: ['jobs.example.com'] });
    },
  },
  {
    code: 'BST667',
    bad: ({ topology, catalog }) => {
      const goods = new HttpService(topology, 'goods', { provider: HttpProvider.workload(catalog, { targetPort: 8080 }), routes: [HttpRoute.split({ v1: 90, v2: 10 })] });
      const door = new Gateway(topology, 'door', { pods, gatewayClassName: 'istio', listeners: [GatewayListener.http()] });
      door.exposes(goods);
    },
    good: ({ topology, catalog }) => {
      const provider = HttpProvider.workload(catalog, { targetPort: 8080, kubernetesService: { perVersion: true } });
      const goods = new HttpService(topology, 'goods', { provider, routes: [HttpRoute.split({ v1: 90, v2: 10 })] });
      const door = new Gateway(topology, 'door', { pods, gatewayClassName: 'istio', listeners: [GatewayListener.http()] });
      door.exposes(goods);
    },
  },
  {
    code: 'BST668',
    bad: ({ topology }) => {
      const rates = new HttpService(topology, 'rates', { provider: HttpProvider.inCluster({ service: 'rates', namespace: 'tariffs', podLabels: { app: 'rates' } }) });
      const door = new Gateway(topology, 'door', { pods, gatewayClassName: 'istio', listeners: [GatewayListener.http()] });
      door.exposes(rates);
    },
    good: ({ topology }) => {
      const rates = new HttpService(topology, 'rates', { provider: HttpProvider.inCluster({ service: 'rates', namespace: 'tariffs', podLabels: { app: 'rates' } }) });
      const door = new Gateway(topology, 'door', { pods, gatewayClassName: 'istio', listeners: [GatewayListener.http()] });
      door.exposes(rates);
      topology.acknowledge('BST668', rates, 'its owner has let routes of the shop in');
    },
  },
  {
    code: 'BST669',
    bad: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', { pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http()] });
      door.exposes(carts);
    },
    good: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', { pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http()] });
      door.exposes(carts);
      topology.acknowledge('BST669', door, 'a sidecar is injected beside its proxies');
    },
  },
  {
    code: 'BST670',
    about: 'Somebody has written a VirtualService for the same host, beside what is declared.',
    bad: ({ chart, topology, web, carts }) => {
      web.calls(carts, { timeout: Duration.seconds(2) });
      new Platform(chart, 'platform', { topology, mesh: Mesh.ambient() });
      new ApiObject(chart, 'by-hand', {
        apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'carts' }, spec: { hosts: ['carts'], http: [{ timeout: '9s' }] },
      });
    },
    good: ({ chart, topology, web, carts }) => {
      web.calls(carts, { timeout: Duration.seconds(9) });
      new Platform(chart, 'platform', { topology, mesh: Mesh.ambient() });
    },
  },
  {
    code: 'BST675',
    bad: ({ chart, topology, web, carts }) => {
      web.calls(carts);
      new Workload(topology, 'proxy', { pods: Pods.fromLabels({ labels: { app: 'proxy' }, serviceAccountName: 'waypoint' }) });
      new Platform(chart, 'platform', { topology, mesh: Mesh.ambient() });
    },
    good: ({ chart, topology, web, carts }) => {
      web.calls(carts);
      new Workload(topology, 'proxy', { pods: Pods.fromLabels({ labels: { app: 'proxy' }, serviceAccountName: 'proxy' }) });
      new Platform(chart, 'platform', { topology, mesh: Mesh.ambient() });
    },
  },
];
