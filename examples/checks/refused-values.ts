import { Duration } from 'cdk8s';
import {
  AccessPolicy, EnvNames, Gateway, GatewayListener, HttpMatch, HttpProvider, HttpRoute, HttpService, KubernetesSecret, Mesh, Platform,
  Postgres, PostgresProvider, Redis, RedisProvider, RefreshPolicy, RetryCondition, RetryPolicy, SecretStore, Secrets, StringMatch,
  TcpProvider, TcpService,
} from 'cdk8s-backing-services';
import { CheckExample } from './example';

/** Calls that are refused for what they are given. */
export const REFUSED_VALUES: readonly CheckExample[] = [
  {
    code: 'BST007',
    bad: ({ topology, web }) => {
      web.uses(new TcpService(topology, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example.com', port: 0 }) }));
    },
    good: ({ topology, web }) => {
      web.uses(new TcpService(topology, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example.com', port: 389 }) }));
    },
  },
  {
    code: 'BST008',
    bad: ({ topology, catalog }) => {
      new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }), routes: [HttpRoute.split({ v1: 90, v2: 5 })],
      });
    },
    good: ({ topology, catalog }) => {
      new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080 }), routes: [HttpRoute.split({ v1: 95, v2: 5 })],
      });
    },
  },
  {
    code: 'BST009',
    bad: ({ web, carts }) => {
      web.calls(carts, { timeout: Duration.millis(1.5) });
    },
    good: ({ web, carts }) => {
      web.calls(carts, { timeout: Duration.millis(2) });
    },
  },
  {
    code: 'BST010',
    bad: ({ web, carts }) => {
      web.calls(carts, { retry: RetryPolicy.attempts(-1) });
    },
    good: ({ web, carts }) => {
      web.calls(carts, { retry: RetryPolicy.attempts(0) });
    },
  },
  {
    code: 'BST017',
    bad: ({ topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/db', { username: 'user' });
      const provider = PostgresProvider.external({ host: 'db.example.com', database: 'shop', credentials });
      web.uses(new Postgres(topology, 'db', { provider }));
    },
    good: ({ topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/db', { username: 'user', password: 'password' });
      const provider = PostgresProvider.external({ host: 'db.example.com', database: 'shop', credentials });
      web.uses(new Postgres(topology, 'db', { provider }));
    },
  },
  {
    code: 'BST018',
    bad: ({ web, carts }) => {
      web.calls(carts, { envNames: EnvNames.map({ CARTS: '{link}' }) });
    },
    good: ({ web, carts }) => {
      web.calls(carts, { envNames: EnvNames.map({ CARTS: '{url}' }) });
    },
  },
  {
    code: 'BST023',
    bad: ({ topology, web }) => {
      const credentials = KubernetesSecret.existing('cache', { reason: 'old' }).credential({ uri: 'url' });
      web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) }));
    },
    good: ({ topology, web }) => {
      const credentials = KubernetesSecret.existing('cache', { reason: 'the data team makes it' }).credential({ uri: 'url' });
      web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) }));
    },
  },
  {
    code: 'BST026',
    bad: ({ topology, web }) => {
      const provider = TcpProvider.external({ host: '203.0.113.7', port: 1521, cidrs: ['192.0.2.0/24'] });
      web.uses(new TcpService(topology, 'stock', { provider }));
    },
    good: ({ topology, web }) => {
      const provider = TcpProvider.external({ host: '203.0.113.7', port: 1521, cidrs: ['203.0.113.0/24'] });
      web.uses(new TcpService(topology, 'stock', { provider }));
    },
  },
  {
    code: 'BST027',
    bad: ({ topology, web }) => {
      web.calls(new HttpService(topology, 'bank', { provider: HttpProvider.external('bank.example.com') }));
    },
    good: ({ topology, web }) => {
      web.calls(new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') }));
    },
  },
  {
    code: 'BST028',
    bad: ({ web, carts }) => {
      web.calls(carts, { retry: RetryPolicy.attempts(2, { on: [] }) });
    },
    good: ({ web, carts }) => {
      web.calls(carts, { retry: RetryPolicy.attempts(2, { on: [RetryCondition.CONNECT_FAILURE] }) });
    },
  },
  {
    code: 'BST032',
    bad: ({ topology, web }) => {
      web.calls(new HttpService(topology, 'users', { provider: HttpProvider.external('http://users.people.svc.cluster.local') }));
    },
    good: ({ topology, web }) => {
      const provider = HttpProvider.inCluster({ service: 'users', namespace: 'people', podLabels: { app: 'users' } });
      web.calls(new HttpService(topology, 'users', { provider }));
    },
  },
  {
    code: 'BST044',
    bad: ({ topology, catalog }) => {
      const lookahead = HttpMatch.uri(StringMatch.regex('/goods/(?!old).*'));
      const provider = HttpProvider.workload(catalog, { targetPort: 8080 });
      new HttpService(topology, 'goods', { provider, routes: [HttpRoute.when(lookahead).to('v2'), HttpRoute.toAnyVersion()] });
    },
    good: ({ topology, catalog }) => {
      const fresh = HttpMatch.uri(StringMatch.regex('/goods/new.*'));
      const provider = HttpProvider.workload(catalog, { targetPort: 8080 });
      new HttpService(topology, 'goods', { provider, routes: [HttpRoute.when(fresh).to('v2'), HttpRoute.toAnyVersion()] });
    },
  },
  {
    code: 'BST049',
    bad: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', { pods: gatewayPods, listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] });
      door.exposes(carts, { hosts: ['stock.example.com'] });
    },
    good: ({ topology, carts, gatewayPods }) => {
      const door = new Gateway(topology, 'door', { pods: gatewayPods, listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] });
      door.exposes(carts, { hosts: ['shop.example.com'] });
    },
  },
  {
    code: 'BST053',
    bad: ({ chart, topology }) => {
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ sidecars: { furtherHosts: ['otel.example.com'] } }) });
    },
    good: ({ chart, topology }) => {
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ sidecars: { furtherHosts: ['*/otel.example.com'] } }) });
    },
  },
  {
    code: 'BST510',
    bad: ({ web, carts }) => {
      web.calls(carts, { envNames: EnvNames.map({ CARTS: '{url}', CARTS_PASSWORD: 'hunter2' }) });
    },
    good: ({ topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache');
      const cache = new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) });
      web.uses(cache, { envNames: EnvNames.map({ CACHE: '{host}:{port}', CACHE_PASSWORD: '{password}' }) });
    },
  },
  {
    code: 'BST511',
    bad: ({ topology, web }) => {
      web.calls(new HttpService(topology, 'bank', { provider: HttpProvider.external('https://shop:secret@bank.example.com') }));
    },
    good: ({ topology, web }) => {
      web.calls(new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') }));
    },
  },
  {
    code: 'BST535',
    bad: ({ chart, topology }) => {
      const secrets = Secrets.externalSecrets({ refreshPolicy: RefreshPolicy.ON_CHANGE, refreshInterval: Duration.hours(1) });
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets });
    },
    good: ({ chart, topology }) => {
      const secrets = Secrets.externalSecrets({ refreshPolicy: RefreshPolicy.PERIODIC, refreshInterval: Duration.hours(1) });
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets });
    },
  },
  {
    code: 'BST542',
    bad: ({ orders }) => {
      orders.enforces(AccessPolicy.deny('no-deletes', { rules: [{ methods: [] }] }));
    },
    good: ({ orders }) => {
      orders.enforces(AccessPolicy.deny('no-deletes', { rules: [{ methods: ['DELETE'] }] }));
    },
  },
  {
    code: 'BST701',
    bad: ({ topology, web, catalog }) => {
      const contract = { operations: [{ id: 'getGoods', method: 'GET', path: '/goods', retriable: true }] };
      const goods = new HttpService(topology, 'goods', { contract, provider: HttpProvider.workload(catalog, { targetPort: 8080 }) });
      web.calls(goods, { operations: ['getGood'] });
    },
    good: ({ topology, web, catalog }) => {
      const contract = { operations: [{ id: 'getGoods', method: 'GET', path: '/goods', retriable: true }] };
      const goods = new HttpService(topology, 'goods', { contract, provider: HttpProvider.workload(catalog, { targetPort: 8080 }) });
      web.calls(goods, { operations: ['getGoods'] });
    },
  },
  {
    code: 'BST801',
    bad: ({ topology, orders }) => {
      new HttpService(topology, '2orders', { provider: HttpProvider.workload(orders, { targetPort: 8081 }) });
    },
    good: ({ topology, orders }) => {
      new HttpService(topology, 'orders-v2', { provider: HttpProvider.workload(orders, { targetPort: 8081 }) });
    },
  },
];
