import { Gateway, GatewayListener, GrpcProvider, GrpcService, HttpMatch, HttpProvider, HttpRoute, HttpService, StringMatch } from 'cdk8s-backing-services';
import { CheckExample } from './example';

/** What gateways of the Gateway API have words for. */
export const GATEWAY_API: readonly CheckExample[] = [
  {
    code: 'BST664',
    bad: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', { pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http()] });
      door.exposes(carts, { matches: [HttpMatch.uri(StringMatch.prefix('/carts'))] });
    },
    good: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', { pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http()] });
      door.exposes(carts, { matches: [HttpMatch.uri(StringMatch.prefix('/carts/'))] });
    },
  },
  {
    code: 'BST665',
    bad: ({ topology, catalog, gatewayPods }) => {
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080, kubernetesService: { perVersion: true } }),
        routes: [HttpRoute.when(HttpMatch.header('x-preview', 'yes')).to('v2'), HttpRoute.when(HttpMatch.uri(StringMatch.exact('/prices'))).to('v1'), HttpRoute.split({ v1: 100 })],
      });
      const door = new Gateway(topology, 'door', { pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http()] });
      door.exposes(goods);
    },
    good: ({ topology, catalog, gatewayPods }) => {
      const [preview, prices] = [HttpMatch.header('x-preview', 'yes'), HttpMatch.uri(StringMatch.exact('/prices'))];
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080, kubernetesService: { perVersion: true } }),
        routes: [HttpRoute.when(HttpMatch.all(preview, prices)).to('v2'), HttpRoute.when(prices).to('v1'), HttpRoute.when(preview).to('v2'), HttpRoute.split({ v1: 100 })],
      });
      const door = new Gateway(topology, 'door', { pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http()] });
      door.exposes(goods);
    },
  },
  {
    code: 'BST666',
    bad: ({ topology, carts, batch, gatewayPods }) => {
      const jobs = new GrpcService(topology, 'jobs', { provider: GrpcProvider.workload(batch, { port: 9000 }) });
      const door = new Gateway(topology, 'door', { pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http()] });
      door.exposes(carts, { matches: [HttpMatch.uri(StringMatch.prefix('/carts/'))] });
      door.exposes(jobs, { matches: [HttpMatch.uri(StringMatch.prefix('/jobs.v1.Jobs/'))] });
    },
    good: ({ topology, carts, batch, gatewayPods }) => {
      const jobs = new GrpcService(topology, 'jobs', { provider: GrpcProvider.workload(batch, { port: 9000 }) });
      const door = new Gateway(topology, 'door', {
        pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http({ hosts: ['shop.example.com'] }), GatewayListener.http({ hosts: ['jobs.example.com'] })],
      });
      door.exposes(carts, { hosts: ['shop.example.com'] });
      door.exposes(jobs, { hosts: ['jobs.example.com'] });
    },
  },
  {
    code: 'BST667',
    bad: ({ topology, catalog, gatewayPods }) => {
      const goods = new HttpService(topology, 'goods', { provider: HttpProvider.workload(catalog, { targetPort: 8080 }), routes: [HttpRoute.split({ v1: 90, v2: 10 })] });
      const door = new Gateway(topology, 'door', { pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http()] });
      door.exposes(goods);
    },
    good: ({ topology, catalog, gatewayPods }) => {
      const provider = HttpProvider.workload(catalog, { targetPort: 8080, kubernetesService: { perVersion: true } });
      const goods = new HttpService(topology, 'goods', { provider, routes: [HttpRoute.split({ v1: 90, v2: 10 })] });
      const door = new Gateway(topology, 'door', { pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http()] });
      door.exposes(goods);
    },
  },
  {
    code: 'BST668',
    bad: ({ topology, gatewayPods }) => {
      const rates = new HttpService(topology, 'rates', { provider: HttpProvider.inCluster({ service: 'rates', namespace: 'tariffs', podLabels: { app: 'rates' } }) });
      const door = new Gateway(topology, 'door', { pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http()] });
      door.exposes(rates);
    },
    good: ({ topology, gatewayPods }) => {
      const rates = new HttpService(topology, 'rates', { provider: HttpProvider.inCluster({ service: 'rates', namespace: 'tariffs', podLabels: { app: 'rates' } }) });
      const door = new Gateway(topology, 'door', { pods: gatewayPods, gatewayClassName: 'eg', listeners: [GatewayListener.http()] });
      door.exposes(rates);
      topology.acknowledge('BST668', rates, 'its owner has let routes of the shop in');
    },
  },
];
