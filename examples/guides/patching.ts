import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { HttpProvider, HttpService, Platform, Pods, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** What no option says is said to the object itself. */
export function patching(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const users = new Workload(topology, 'users', { pods: Pods.of(deployment(chart, 'users', { image: 'registry.example.com/users:1', port: 8080 })) });
  new HttpService(topology, 'user-api', { provider: HttpProvider.workload(users, { targetPort: 8080 }) });
  // #region declaration
  const platform = new Platform(chart, 'platform', { topology, labels: { 'example.com/team': 'accounts' } });

  for (const object of platform.services.node.findAll().filter(ApiObject.isApiObject)) {
    object.addJsonPatch(JsonPatch.add('/spec/internalTrafficPolicy', 'Local'));
  }
  // #endregion
  return topology;
}
