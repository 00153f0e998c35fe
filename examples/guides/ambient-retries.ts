import { Chart, Duration } from 'cdk8s';
import { HttpProvider, HttpService, Mesh, Platform, Pods, ReleaseChannel, RetryCondition, RetryPolicy, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

const { CONNECT_FAILURE, REFUSED_STREAM, status } = RetryCondition;

/** A shop without sidecars that repeats what fails. */
export function ambientRetries(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const [web, catalog] = ['web', 'catalog'].map(id => (
    new Workload(topology, id, { pods: Pods.of(deployment(chart, id, { image: `registry.example.com/${id}:1` })) })));
  const goods = new HttpService(topology, 'goods', { provider: HttpProvider.workload(catalog, { targetPort: 8080 }) });
  // #region retries
  web.calls(goods, { timeout: Duration.seconds(2), retry: RetryPolicy.attempts(2, { on: [CONNECT_FAILURE, REFUSED_STREAM, status(503)] }) });
  new Platform(chart, 'platform', { topology, mesh: Mesh.ambient(), gatewayApiChannel: ReleaseChannel.EXPERIMENTAL });
  // #endregion
  return topology;
}
