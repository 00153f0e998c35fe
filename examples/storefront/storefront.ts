import { Chart, Duration } from 'cdk8s';
import {
  AdmittedPeer, CircuitBreaker, ConnectionPool, Criticality, Gateway, GatewayListener, GrpcProvider, GrpcService, HttpMatch, HttpProvider, HttpRoute,
  HttpService, Jwt, LoadBalancing, MutualTls, Platform, Pods, Secrets, SecretStore, StringMatch, Telemetry, Topology, TracingTag,
  Workload,
} from 'cdk8s-backing-services';
import { account, deployment } from '../deployment';
import { PROXIES } from './proxies';
import { Stage } from './stage';

const vault = SecretStore.cluster('vault');

/** A small shop in two namespaces, from the customer's browser to the card network, and all of its mesh. */
export function storefront(chart: Chart, stage: Stage): Topology {
  const topology = new Topology(chart, 'storefront', { stageOf: 'storefront', production: stage.production });
  const { one, two } = workloads(chart, topology);
  const said = PROXIES[stage.proxies];
  const kubernetesService = { perVersion: said.perVersion };

  // #region releases
  const web = two('web');
  const catalog = two('catalog');
  const pages = new HttpService(topology, 'pages', {
    provider: HttpProvider.workload(web, { targetPort: 8080, kubernetesService }),
    routes: [HttpRoute.when(HttpMatch.header('x-preview', 'yes')).to('v2'), HttpRoute.split({ v1: 95, v2: 5 })],
  });
  const goods = new HttpService(topology, 'goods', {
    provider: HttpProvider.workload(catalog, { targetPort: 8080, kubernetesService }),
    routes: [...stage.faults, HttpRoute.split({ v1: 100 }, { mirrors: [{ version: 'v2', percentage: 10 }] })],
  });
  // #endregion

  // #region services
  const [cart, checkout] = [one('cart'), one('checkout')];
  const [cashier, ledger] = [one('cashier', stage.payments), one('ledger', stage.payments)];
  const carts = new HttpService(topology, 'carts', {
    provider: HttpProvider.workload(cart, { targetPort: 8080 }), loadBalancing: LoadBalancing.stickyHeader('x-customer'),
  });
  const orders = new HttpService(topology, 'orders', { provider: HttpProvider.workload(checkout, { targetPort: 8080 }) });
  const charges = new HttpService(topology, 'charges', { provider: HttpProvider.workload(cashier, { targetPort: 8080 }) });
  const bookings = new GrpcService(topology, 'bookings', {
    provider: GrpcProvider.workload(ledger, { port: 9090 }), idempotentMethods: ['shop.Ledger/Book'],
  });
  const cards = new HttpService(topology, 'cards', {
    provider: HttpProvider.external(`https://${stage.cards}`, { credentials: vault.secret(`${stage.payments}/cards`) }),
  });
  // #endregion

  // #region edges
  web.calls(goods, { criticality: Criticality.OPTIONAL, timeout: Duration.seconds(1), ...said.goods });
  web.calls(carts, { timeout: Duration.seconds(1), connectionPool: ConnectionPool.limits({ maxConnections: 50, maxPendingRequests: 20 }) });
  checkout.calls(charges, {
    timeout: Duration.seconds(4), circuitBreaker: CircuitBreaker.consecutiveErrors(5, { resetTimeout: Duration.seconds(30) }),
  });
  cashier.calls(bookings, said.bookings);
  cashier.calls(cards, { timeout: Duration.seconds(2) });
  // #endregion

  // #region doors
  const door = new Gateway(topology, 'door', {
    ...said.door,
    listeners: [
      GatewayListener.redirectToHttps({ hosts: [stage.host] }),
      GatewayListener.https({ hosts: [stage.host], certificateSecret: stage.certificate }),
    ],
  });
  door.exposes(pages, { timeout: Duration.seconds(10) });
  const paths = [StringMatch.exact('/api/orders'), StringMatch.prefix('/api/orders/')];
  door.exposes(orders, { matches: paths.map(HttpMatch.uri), timeout: Duration.seconds(6) });

  const exit = new Gateway(topology, 'exit', said.exit);
  exit.relays(cards);
  exit.calls(cards, { connectTimeout: Duration.seconds(1), circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
  // #endregion

  // #region access
  checkout.requires(Jwt.ofIssuer('https://login.example.com', { audiences: ['storefront'] }), { exceptPaths: ['/api/orders/terms'] });
  topology.everyWorkloadAdmits(AdmittedPeer.pods({ namespace: 'monitoring', podLabels: { 'app.kubernetes.io/name': 'prometheus' }, port: said.metricsPort }));
  const closed = { mutualTls: MutualTls.STRICT, denyByDefault: true };
  // #endregion

  // #region mesh
  const mesh = said.mesh({
    namespacePolicies: { [topology.namespace!]: closed, [stage.payments]: closed },
    tracing: { samplingPercentage: 1 },
    telemetry: [
      Telemetry.ofWorkload(checkout, {
        tracing: { samplingPercentage: 20, tags: [TracingTag.literal('team', 'checkout')] },
        accessLogs: [{ provider: 'envoy', filter: '!has(response.code) || response.code >= 500' }],
      }),
    ],
  });
  new Platform(chart, 'platform', { topology, mesh, gatewayApiChannel: said.channel, secrets: Secrets.externalSecrets() });
  // #endregion
  return topology;
}

/** Workloads of one version, and of two. */
function workloads(chart: Chart, topology: Topology) {
  const image = (name: string, version: string) => `registry.example.com/${name}:${version}`;
  return {
    one: (name: string, namespace?: string) => (
      new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: image(name, 'v1'), namespace })) })),
    two: (name: string) => {
      const shared = account(chart, name);
      const version = (v: string) => deployment(chart, `${name}-${v}`, { image: image(name, v), labels: { app: name, version: v }, account: shared });
      return new Workload(topology, name, { pods: Pods.versions({ v1: version('v1'), v2: version('v2') }) });
    },
  };
}
