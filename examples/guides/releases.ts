import { ApiObject, Chart } from 'cdk8s';
import { HttpMatch, HttpProvider, HttpRoute, HttpService, Mesh, Platform, Pods, Topology, Workload } from 'cdk8s-backing-services';
import { account, deployment } from '../deployment';

/** Two workloads with a new version: one whose steps are taken here, one whose steps Argo Rollouts takes. */
export function releases(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const web = new Workload(topology, 'web', { pods: Pods.of(deployment(chart, 'web', { image: 'registry.example.com/web:1' })) });
  const catalogAccount = account(chart, 'catalog');
  const version = (name: string) => deployment(chart, `catalog-${name}`, {
    image: `registry.example.com/catalog:${name}`, labels: { app: 'catalog', version: name }, account: catalogAccount,
  });
  const [stable, next] = ['v1', 'v2'].map(version);
  // #region steps
  const catalog = new Workload(topology, 'catalog', { pods: Pods.versions({ v1: stable, v2: next }) });
  const goods = new HttpService(topology, 'goods', {
    provider: HttpProvider.workload(catalog, { targetPort: 8080 }),
    routes: [HttpRoute.canary({ stable: 'v1', canary: 'v2', steps: [5, 25, 100], step: 1 })],
  });
  // #endregion

  // #region rollout
  const rollout = new ApiObject(chart, 'orders', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'orders' },
    spec: {
      replicas: 4,
      selector: { matchLabels: { app: 'orders' } },
      strategy: { canary: { steps: [{ setWeight: 5 }, { pause: { duration: '10m' } }, { setWeight: 25 }, { pause: {} }] } },
      template: {
        metadata: { labels: { app: 'orders' } },
        spec: { serviceAccountName: 'orders', containers: [{ name: 'orders', image: 'registry.example.com/orders:2' }] },
      },
    },
  });
  const orders = new Workload(topology, 'orders', { pods: Pods.rollout(rollout) });
  const ordersApi = new HttpService(topology, 'orders-api', {
    provider: HttpProvider.workload(orders, { targetPort: 8080 }),
    routes: [HttpRoute.when(HttpMatch.header('x-preview', 'yes')).to('canary'), HttpRoute.split({ stable: 100, canary: 0 })],
  });
  // #endregion
  web.calls(goods);
  web.calls(ordersApi);

  // #region application
  const { istio } = new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  new ApiObject(chart, 'application', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'shop', namespace: 'argocd' },
    spec: {
      project: 'default',
      source: { repoURL: 'https://git.example.com/shop.git', path: 'dist', targetRevision: 'main' },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'shop' },
      syncPolicy: { automated: {}, syncOptions: ['ApplyOutOfSyncOnly=true'] },
      ignoreDifferences: istio!.ignoreDifferences,
    },
  });
  // #endregion
  return topology;
}
