import { Chart, Duration } from 'cdk8s';
import { HttpProvider, HttpService, Mesh, Platform, Pods, RetryPolicy, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** Two workloads, and what one wants of the other. */
export function firstService(chart: Chart): Topology {
  // #region declaration
  const topology = new Topology(chart, 'hello');

  const users = new Workload(topology, 'users', { pods: Pods.of(deployment(chart, 'users', { image: 'registry.example.com/users:1', port: 8080 })) });
  const web = new Workload(topology, 'web', { pods: Pods.of(deployment(chart, 'web', { image: 'registry.example.com/web:1' })) });

  const userApi = new HttpService(topology, 'user-api', { provider: HttpProvider.workload(users, { targetPort: 8080 }) });
  web.calls(userApi, { timeout: Duration.seconds(2), retry: RetryPolicy.attempts(2) });

  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  // #endregion
  return topology;
}
