import { Chart, Duration } from 'cdk8s';
import {
  Gateway, GatewayListener, HttpMatch, HttpProvider, HttpRoute, HttpService, Mesh, Platform, Pods, RetryPolicy, StringMatch, Topology, Workload,
} from 'cdk8s-backing-services';
import { account, deployment } from '../deployment';

/** What clients outside of the mesh reach, and how. */
export function gateways(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const webAccount = account(chart, 'web');
  const version = (name: string) => deployment(chart, `web-${name}`, {
    image: `registry.example.com/web:${name}`, labels: { app: 'web', version: name }, account: webAccount,
  });
  const web = new Workload(topology, 'web', { pods: Pods.versions({ v1: version('v1'), v2: version('v2') }) });
  const orders = new Workload(topology, 'orders', { pods: Pods.of(deployment(chart, 'orders', { image: 'registry.example.com/orders:1' })) });
  const shop = new HttpService(topology, 'web', {
    provider: HttpProvider.workload(web, { targetPort: 8080 }),
    routes: [HttpRoute.when(HttpMatch.header('x-preview', 'yes')).to('v2'), HttpRoute.split({ v1: 90, v2: 10 })],
  });
  const ordersApi = new HttpService(topology, 'orders-api', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
  // #region gateway
  const door = new Gateway(topology, 'door', {
    pods: Pods.fromLabels({ labels: { istio: 'ingressgateway' }, namespace: 'istio-ingress', serviceAccountName: 'gateway' }),
    listeners: [
      GatewayListener.redirectToHttps({ hosts: ['shop.example.com'] }),
      GatewayListener.https({ hosts: ['shop.example.com'], certificateSecret: 'shop-tls' }),
    ],
  });
  door.exposes(shop, { timeout: Duration.seconds(10) });
  door.exposes(ordersApi, {
    matches: [HttpMatch.uri(StringMatch.prefix('/api/'))],
    rewrite: { uri: '/' },
    timeout: Duration.seconds(3),
    retry: RetryPolicy.attempts(1),
  });
  // #endregion
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  return topology;
}
