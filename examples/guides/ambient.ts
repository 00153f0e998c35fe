import { Chart, Duration } from 'cdk8s';
import { CircuitBreaker, Gateway, GatewayListener, HttpProvider, HttpRoute, HttpService, Mesh, Platform, Pods, Topology, Workload } from 'cdk8s-backing-services';
import { account, deployment } from '../deployment';

/** A shop without sidecars: what clients outside reach, and a catalog in two versions. */
export function ambient(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const of = (id: string, image = id) => deployment(chart, id, { image: `registry.example.com/${image}:1`, account: account(chart, id) });
  const shared = account(chart, 'catalog');
  const version = (name: string) => deployment(chart, `catalog-${name}`, { image: `registry.example.com/catalog:${name}`, labels: { app: 'catalog', version: name }, account: shared });
  const catalog = new Workload(topology, 'catalog', { pods: Pods.versions({ v1: version('v1'), v2: version('v2') }) });
  const web = new Workload(topology, 'web', { pods: Pods.of(of('web')) });
  // #region service
  const goods = new HttpService(topology, 'goods', {
    provider: HttpProvider.workload(catalog, { targetPort: 8080, kubernetesService: { perVersion: true } }),
    routes: [HttpRoute.split({ v1: 90, v2: 10 })],
  });
  web.calls(goods, { timeout: Duration.seconds(2), circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
  // #endregion
  const pages = new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { targetPort: 8080 }) });
  // #region gateway
  const door = new Gateway(topology, 'door', {
    gatewayClassName: 'istio',
    pods: Pods.fromLabels({ labels: { 'gateway.networking.k8s.io/gateway-name': 'door' }, serviceAccountName: 'door-istio' }),
    listeners: [GatewayListener.https({ hosts: ['shop.example.com'], certificateSecret: 'shop-tls' })],
  });
  door.exposes(pages, { timeout: Duration.seconds(10) });
  // #endregion
  // #region mesh
  new Platform(chart, 'platform', { topology, mesh: Mesh.ambient() });
  // #endregion
  return topology;
}
