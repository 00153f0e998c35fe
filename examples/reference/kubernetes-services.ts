import { Chart } from 'cdk8s';
import { HttpProvider, HttpService, KubernetesServices, Pods, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** A Service for what a workload provides, and none for what is outside. */
export function kubernetesServices(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`),
    containers: [{ image: `registry.example.com/${name}:1.4.0`, ports: [{ number: 8080 }] }],
  })) });
  const [web, users] = [process('web'), process('users')];

  web.calls(new HttpService(topology, 'user-service', { provider: HttpProvider.workload(users, { port: 80, targetPort: 8080 }) }));
  web.calls(new HttpService(topology, 'payments', { provider: HttpProvider.external('http://payments.example.com') }));

  new KubernetesServices(chart, 'services', { topology });
  return topology;
}
