import { Chart } from 'cdk8s';
import { HttpProvider, HttpService, Mesh, MutualTls, Platform, Pods, Topology, Workload, WorkloadStanding } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** Which connections are taken while not everybody is in the mesh, and what holds for pods that no topology knows. */
export function mutualTls(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const pods = Pods.fromLabels({ labels: { app: 'stock' }, namespace: 'warehouse', serviceAccountName: 'stock' });
  // #region migration
  const stock = new Workload(topology, 'stock', {
    pods,
    standing: WorkloadStanding.MIGRATING,
    mutualTls: MutualTls.permissive('the tills have no sidecar until March')
      .atPort(9000, MutualTls.disabled('scales send plaintext there, and wait for the server to begin')),
  });
  // #endregion
  const web = new Workload(topology, 'web', { pods: Pods.of(deployment(chart, 'web', { image: 'registry.example.com/web:1' })) });
  web.calls(new HttpService(topology, 'stock-api', { provider: HttpProvider.workload(stock, { targetPort: 8080 }) }));
  // #region namespace
  const mesh = Mesh.istio({
    meshPolicy: { mutualTls: MutualTls.STRICT },
    namespacePolicies: { shop: { denyByDefault: true } },
  });
  // #endregion
  new Platform(chart, 'platform', { topology, mesh });
  return topology;
}
