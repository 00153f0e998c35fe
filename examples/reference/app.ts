import { Chart } from 'cdk8s';
import { Mesh, Platform, Pods, Redis, RedisProvider, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** A chart of the App: `const app = new App(); shop(new Chart(app, 'shop', { namespace: 'shop' })); app.synth();` */
export function shop(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });

  process('orders').uses(new Redis(topology, 'cache', { provider: RedisProvider.workload(process('redis')) }));

  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  return topology;
}
