import { Chart, Duration } from 'cdk8s';
import { AmbientMesh, GatewayApi, HttpProvider, HttpRoute, HttpService, KubernetesServices, Pods, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** Traffic policy without sidecars, and the Services and routes that its waypoint takes; network policies and bindings are left to others. */
export function ambientMesh(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string, serviceAccount: ServiceAccount) => new Deployment(chart, `${name}-deployment`, {
    serviceAccount, containers: [{ image: `registry.example.com/${name}:1.4.0`, ports: [{ number: 8080 }] }],
  });
  const account = (name: string) => new ServiceAccount(chart, `${name}-account`);
  const shared = account('users');
  const web = new Workload(topology, 'web', { pods: Pods.of(process('web', account('web'))) });
  const users = new Workload(topology, 'users', { pods: Pods.versions({ v1: process('users-v1', shared), v2: process('users-v2', shared) }) });

  const userService = new HttpService(topology, 'user-service', {
    provider: HttpProvider.workload(users, { targetPort: 8080, kubernetesService: { perVersion: true } }),
    routes: [HttpRoute.split({ v1: 90, v2: 10 })],
  });
  web.calls(userService, { timeout: Duration.seconds(5) });

  const enrolled = { 'istio.io/use-waypoint': 'waypoint', 'istio.io/ingress-use-waypoint': 'true' };
  new KubernetesServices(chart, 'services', { topology, labels: enrolled });
  new GatewayApi(chart, 'routes', { topology, routesOfServices: true });
  new AmbientMesh(chart, 'mesh', { topology });
  return topology;
}
