import { Chart } from 'cdk8s';
import {
  ConnectionPool, Gateway, GatewayListener, HttpMatch, HttpProvider, HttpRoute, HttpService, Jwt, Pods, StringMatch, Topology, Workload,
} from 'cdk8s-backing-services';
import { CheckExample } from './example';

/** What comes in and goes out through gateways. */
export const GATEWAYS: readonly CheckExample[] = [
  {
    code: 'BST650',
    bad: ({ topology, web, carts, gatewayPods }) => {
      const pages = new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { targetPort: 8080 }) });
      const door = new Gateway(topology, 'door', { pods: gatewayPods, listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] });
      door.exposes(pages);
      door.exposes(carts);
    },
    good: ({ topology, web, carts, gatewayPods }) => {
      const pages = new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { targetPort: 8080 }) });
      const door = new Gateway(topology, 'door', { pods: gatewayPods, listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] });
      door.exposes(pages);
      door.exposes(carts, { matches: [HttpMatch.uri(StringMatch.prefix('/carts/'))] });
    },
  },
  {
    code: 'BST651',
    bad: ({ topology, catalog, gatewayPods }) => {
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        routes: [HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/beta/'))).to('v2'), HttpRoute.split({ v1: 100 })],
      });
      const door = new Gateway(topology, 'door', { pods: gatewayPods, listeners: [GatewayListener.http()] });
      door.exposes(goods, { rewrite: { uri: '/' } });
    },
    good: ({ topology, catalog, gatewayPods }) => {
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
        routes: [HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/beta/'))).to('v2'), HttpRoute.split({ v1: 100 })],
      });
      const door = new Gateway(topology, 'door', { pods: gatewayPods, listeners: [GatewayListener.http()] });
      door.exposes(goods, { rewrite: { uri: '/' }, routes: [HttpRoute.split({ v1: 100 })] });
    },
  },
  {
    code: 'BST652',
    bad: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', { pods: gatewayPods, listeners: [GatewayListener.http()] });
      door.calls(carts);
    },
    good: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', { pods: gatewayPods, listeners: [GatewayListener.http()] });
      door.exposes(carts);
    },
  },
  {
    code: 'BST653',
    bad: ({ chart, topology, carts, gatewayPods }) => {
      const second = new Topology(new Chart(chart, 'second', { namespace: 'stock' }), 'stock');
      const stock = new Workload(second, 'stock', { pods: Pods.fromLabels({ labels: { app: 'stock' }, serviceAccountName: 'stock' }) });
      const door = { pods: gatewayPods, listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] };
      new Gateway(topology, 'door', door).exposes(carts);
      new Gateway(second, 'door', door).exposes(new HttpService(second, 'stock-api', { provider: HttpProvider.workload(stock) }));
    },
    good: ({ chart, topology, carts, gatewayPods }) => {
      const second = new Topology(new Chart(chart, 'second', { namespace: 'stock' }), 'stock');
      const stock = new Workload(second, 'stock', { pods: Pods.fromLabels({ labels: { app: 'stock' }, serviceAccountName: 'stock' }) });
      const door = (host: string) => ({ pods: gatewayPods, listeners: [GatewayListener.http({ hosts: [host] })] });
      new Gateway(topology, 'door', door('shop.example.com')).exposes(carts);
      new Gateway(second, 'stock-door', door('stock.example.com')).exposes(
        new HttpService(second, 'stock-api', { provider: HttpProvider.workload(stock) }));
    },
  },
  {
    code: 'BST654',
    bad: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', {
        pods: gatewayPods,
        listeners: ['shop.example.com', 'www.example.com'].map(host => GatewayListener.https({ hosts: [host], certificateSecret: 'shop-tls' })),
      });
      door.exposes(carts);
    },
    good: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', {
        pods: gatewayPods,
        listeners: [GatewayListener.https({ hosts: ['shop.example.com', 'www.example.com'], certificateSecret: 'shop-tls' })],
      });
      door.exposes(carts);
    },
  },
  {
    code: 'BST655',
    bad: ({ topology, web, batch, gatewayPods }) => {
      const bank = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
      web.calls(bank, { connectionPool: ConnectionPool.limits({ maxConnections: 10 }) });
      batch.calls(bank, { connectionPool: ConnectionPool.limits({ maxConnections: 1 }) });
      new Gateway(topology, 'egress', { pods: gatewayPods }).relays(bank);
    },
    good: ({ topology, web, batch, gatewayPods }) => {
      const bank = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
      web.calls(bank, { connectionPool: ConnectionPool.limits({ maxConnections: 10 }) });
      batch.calls(bank, { connectionPool: ConnectionPool.limits({ maxConnections: 10 }) });
      new Gateway(topology, 'egress', { pods: gatewayPods }).relays(bank);
    },
  },
  {
    code: 'BST656',
    bad: ({ topology, web, gatewayPods }) => {
      const bank = new HttpService(topology, 'bank', {
        provider: HttpProvider.external('https://bank.example.com'),
        routes: [HttpRoute.toAnyVersion({ rewrite: { authority: 'new.bank.example.com' } })],
      });
      web.calls(bank);
      new Gateway(topology, 'egress', { pods: gatewayPods }).relays(bank);
    },
    good: ({ topology, web, gatewayPods }) => {
      const bank = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://new.bank.example.com') });
      web.calls(bank);
      new Gateway(topology, 'egress', { pods: gatewayPods }).relays(bank);
    },
  },
  {
    code: 'BST663',
    bad: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', { pods: gatewayPods, listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] });
      door.exposes(carts, { matches: [HttpMatch.tokenClaim(['groups'], StringMatch.exact('staff'))] });
    },
    good: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', { pods: gatewayPods, listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] });
      door.requires(Jwt.ofIssuer('https://login.example.com'), { optional: true });
      door.exposes(carts, { matches: [HttpMatch.tokenClaim(['groups'], StringMatch.exact('staff'))] });
    },
  },
];
