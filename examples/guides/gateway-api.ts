import { Chart, Duration } from 'cdk8s';
import { Gateway, GatewayListener, HttpMatch, HttpProvider, HttpRoute, HttpService, Platform, Pods, StringMatch, Topology, Workload } from 'cdk8s-backing-services';
import { account, deployment } from '../deployment';

/** What clients outside reach, in a cluster without a mesh. */
export function gatewayApi(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const shared = account(chart, 'shop');
  const version = (name: string) => deployment(chart, `shop-${name}`, { image: `registry.example.com/shop:${name}`, labels: { app: 'shop', version: name }, account: shared });
  const pages = new Workload(topology, 'pages', { pods: Pods.versions({ v1: version('v1'), v2: version('v2') }) });
  const orders = new Workload(topology, 'orders', { pods: Pods.of(deployment(chart, 'orders', { image: 'registry.example.com/orders:1' })) });
  const ordersApi = new HttpService(topology, 'orders-api', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
  // #region gateway
  const shop = new HttpService(topology, 'shop', {
    provider: HttpProvider.workload(pages, { targetPort: 8080, kubernetesService: { perVersion: true } }),
    routes: [HttpRoute.split({ v1: 90, v2: 10 })],
  });
  const door = new Gateway(topology, 'door', {
    gatewayClassName: 'eg',
    pods: Pods.fromLabels({
      labels: { 'gateway.envoyproxy.io/owning-gateway-name': 'door', 'gateway.envoyproxy.io/owning-gateway-namespace': 'shop' }, namespace: 'envoy-gateway-system',
    }),
    listeners: [
      GatewayListener.redirectToHttps({ hosts: ['shop.example.com'] }),
      GatewayListener.https({ hosts: ['shop.example.com'], certificateSecret: 'shop-tls' }),
    ],
  });
  door.exposes(shop, { timeout: Duration.seconds(10) });
  door.exposes(ordersApi, { matches: [HttpMatch.uri(StringMatch.prefix('/api/'))], rewrite: { uri: '/' } });
  // #endregion
  new Platform(chart, 'platform', { topology });
  return topology;
}
