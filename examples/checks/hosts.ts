import { Duration } from 'cdk8s';
import {
  CircuitBreaker, ConnectionPool, HttpProvider, HttpService, Machines, Mesh, NetworkPeer, Platform, Pods, RetryPolicy, TcpProvider, TcpService, Tls,
  Workload,
} from 'cdk8s-backing-services';
import { rollout } from '../deployment';
import { CheckExample } from './example';

/** What is outside of the cluster, and what only looks so. */
export const HOSTS: readonly CheckExample[] = [
  {
    code: 'BST518',
    bad: ({ topology, web }) => {
      const provider = HttpProvider.external('http://machine.example.com', { cidrs: ['169.254.169.254/32'] });
      web.calls(new HttpService(topology, 'machine', { provider }));
    },
    good: ({ topology, web }) => {
      const provider = HttpProvider.external('http://machine.example.com', { cidrs: ['203.0.113.0/24'] });
      web.calls(new HttpService(topology, 'machine', { provider }));
    },
  },
  {
    code: 'BST602',
    bad: ({ topology, web }) => {
      const external = (id: string) => new HttpService(topology, id, { provider: HttpProvider.external('http://pay.example.com') });
      web.calls(external('payments'));
      web.calls(external('refunds'));
    },
    good: ({ topology, web }) => {
      web.calls(new HttpService(topology, 'payments', { provider: HttpProvider.external('http://pay.example.com') }));
    },
  },
  {
    code: 'BST609',
    bad: ({ chart, topology, web }) => {
      for (const id of ['ldap', 'staff']) {
        web.uses(new TcpService(topology, id, { provider: TcpProvider.external({ host: `${id}.example.com`, port: 389 }) }));
      }
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
    },
    good: ({ chart, topology, web }) => {
      for (const id of ['ldap', 'staff']) {
        web.uses(new TcpService(topology, id, { provider: TcpProvider.external({ host: `${id}.example.com`, port: 389 }) }));
      }
      // It is switched on in the mesh: ISTIO_META_DNS_CAPTURE.
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ dnsCapture: true }) });
    },
  },
  {
    code: 'BST616',
    bad: ({ chart, topology, web }) => {
      const bank = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
      web.calls(bank, { timeout: Duration.seconds(2) });
      new Platform(chart, 'platform', { topology });
    },
    good: ({ chart, topology, web }) => {
      const bank = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
      web.calls(bank, { timeout: Duration.seconds(2) });
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
    },
  },
  {
    code: 'BST621',
    bad: ({ chart, topology, web }) => {
      web.calls(new HttpService(topology, 'users', { provider: HttpProvider.external('http://users.people.svc.k8s.example.com') }));
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ clusterDomain: 'k8s.example.com' }) });
    },
    good: ({ chart, topology, web }) => {
      const provider = HttpProvider.inCluster({ service: 'users', namespace: 'people', podLabels: { app: 'users' } });
      web.calls(new HttpService(topology, 'users', { provider }));
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ clusterDomain: 'k8s.example.com' }) });
    },
  },
  {
    code: 'BST622',
    bad: ({ topology, web }) => {
      // So a pod finds the Service carts of the namespace shop.
      web.calls(new HttpService(topology, 'baskets', { provider: HttpProvider.external('http://carts.shop') }));
    },
    good: ({ web, carts }) => {
      web.calls(carts);
    },
  },
  {
    code: 'BST637',
    bad: ({ topology, web }) => {
      const db = (id: string) => new TcpService(topology, id, { provider: TcpProvider.external({ host: 'db.example.com', port: 5432 }) });
      web.uses(db('goods'), { connectTimeout: Duration.millis(500) });
      web.uses(db('prices'), { connectTimeout: Duration.seconds(1) });
    },
    good: ({ topology, web }) => {
      const db = (id: string) => new TcpService(topology, id, { provider: TcpProvider.external({ host: 'db.example.com', port: 5432 }) });
      web.uses(db('goods'), { connectTimeout: Duration.seconds(1) });
      web.uses(db('prices'), { connectTimeout: Duration.seconds(1) });
    },
  },
  {
    code: 'BST671',
    bad: ({ topology, web }) => {
      const at = (id: string, port: number) => new HttpService(topology, id, { provider: HttpProvider.external(`http://legacy.example.com:${port}`) });
      web.calls(at('prices', 8080), { connectionPool: ConnectionPool.limits({ retryBudget: { percent: 10 } }), retry: RetryPolicy.attempts(2) });
      web.calls(at('stock', 8081));
    },
    good: ({ topology, web }) => {
      const at = (id: string, port: number) => new HttpService(topology, id, { provider: HttpProvider.external(`http://legacy.example.com:${port}`) });
      web.calls(at('prices', 8080), { connectionPool: ConnectionPool.limits({ maxRetries: 3 }), retry: RetryPolicy.attempts(2) });
      web.calls(at('stock', 8081));
    },
  },
  {
    code: 'BST679',
    bad: ({ chart, topology, web, batch }) => {
      const prices = new Workload(topology, 'prices', { pods: Pods.rollout(rollout(chart, 'prices')) });
      const api = new HttpService(topology, 'prices-api', { provider: HttpProvider.workload(prices, { targetPort: 8080 }) });
      web.calls(api, { circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
      batch.calls(api);
    },
    good: ({ chart, topology, web, batch }) => {
      const prices = new Workload(topology, 'prices', { pods: Pods.rollout(rollout(chart, 'prices')) });
      const api = new HttpService(topology, 'prices-api', { provider: HttpProvider.workload(prices, { targetPort: 8080 }) });
      web.calls(api, { circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
      batch.calls(api, { circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
    },
  },
  {
    code: 'BST676',
    bad: ({ topology, web }) => {
      const pods = Machines.at([{ address: '10.20.0.11' }], { labels: { app: 'billing' }, serviceAccountName: 'billing' });
      const billing = new Workload(topology, 'billing', { pods });
      web.calls(new HttpService(topology, 'bills', { provider: HttpProvider.workload(billing, { headless: true }) }));
    },
    good: ({ topology, web }) => {
      const pods = Machines.at([{ address: '10.20.0.11' }], { labels: { app: 'billing' }, serviceAccountName: 'billing' });
      const billing = new Workload(topology, 'billing', { pods });
      web.calls(new HttpService(topology, 'bills', { provider: HttpProvider.workload(billing) }));
    },
  },
  {
    code: 'BST677',
    bad: ({ topology, web }) => {
      for (const [id, targetPort] of [['billing', 8080], ['archive', 8081]] as const) {
        const pods = Machines.at([{ address: '10.20.0.11' }], { labels: { app: id }, serviceAccountName: id });
        web.calls(new HttpService(topology, `${id}-api`, { provider: HttpProvider.workload(new Workload(topology, id, { pods }), { targetPort }) }));
      }
    },
    good: ({ topology, web }) => {
      const pods = Machines.at([{ address: '10.20.0.11' }], { labels: { app: 'billing' }, serviceAccountName: 'billing' });
      const billing = new Workload(topology, 'billing', { pods });
      for (const [id, targetPort] of [['billing-api', 8080], ['archive-api', 8081]] as const) {
        web.calls(new HttpService(topology, id, { provider: HttpProvider.workload(billing, { targetPort }) }));
      }
    },
  },
  {
    code: 'BST639',
    bad: ({ topology, web }) => {
      const tls = Tls.byClient();
      const provider = TcpProvider.external({ host: 'a.example.com', port: 7000, tls, furtherHosts: ['*.b.example.com'] });
      web.uses(new TcpService(topology, 'queues', { provider }));
    },
    good: ({ topology, web }) => {
      const tls = Tls.byClient().namingServer();
      const provider = TcpProvider.external({ host: 'a.example.com', port: 7000, tls, furtherHosts: ['*.b.example.com'] });
      web.uses(new TcpService(topology, 'queues', { provider }));
    },
  },
  {
    code: 'BST657',
    bad: ({ chart, topology, web }) => {
      web.reaches(NetworkPeer.addresses({ cidrs: ['203.0.113.7/32'], port: 9000 }));
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ sidecars: { registryOnly: true } }) });
    },
    good: ({ chart, topology, web }) => {
      web.uses(new TcpService(topology, 'till', { provider: TcpProvider.external({ host: '203.0.113.7', port: 9000 }) }));
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ sidecars: { registryOnly: true } }) });
    },
  },
];
