import { Chart } from 'cdk8s';
import { HttpProvider, HttpService, Mesh, Platform, Pods, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** Sidecars that know what their workload depends on, and turn away the rest. */
export function sidecars(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const web = new Workload(topology, 'web', { pods: Pods.of(deployment(chart, 'web', { image: 'registry.example.com/web:1' })) });
  web.calls(new HttpService(topology, 'payments', { provider: HttpProvider.external('https://payments.example.com') }));
  const catalog = new Workload(topology, 'catalog', { pods: Pods.fromLabels({ labels: { app: 'catalog' }, namespace: 'books', serviceAccountName: 'catalog' }) });
  web.calls(new HttpService(topology, 'catalog-api', { provider: HttpProvider.workload(catalog, { targetPort: 8080 }) }));
  // #region mesh
  const mesh = Mesh.istio({
    sidecars: { furtherHosts: ['observability/*'], registryOnly: true },
  });
  // #endregion
  new Platform(chart, 'platform', { topology, mesh });
  return topology;
}
