import { Chart, Duration } from 'cdk8s';
import { HttpProvider, HttpService, Mesh, Platform, Pods, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** A deadline that is shorter than what it waits for. */
export function findings(chart: Chart, acknowledged: boolean): Topology {
  const topology = new Topology(chart, 'shop');
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1`, port: 8080 })) });
  const api = (of: Workload) => new HttpService(topology, `${of.name}-api`, { provider: HttpProvider.workload(of, { targetPort: 8080 }) });
  // #region declaration
  const [web, orders, stock] = ['web', 'orders', 'stock'].map(workload);
  const call = web.calls(api(orders), { timeout: Duration.seconds(1) });
  orders.calls(api(stock), { timeout: Duration.seconds(5) });
  // #endregion
  if (acknowledged) {
    // #region acknowledged
    topology.acknowledge('BST102', call, 'the page shows what it has after a second, and stock is asked in the background');
    // #endregion
  }
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  return topology;
}
