import { Chart, Duration } from 'cdk8s';
import { HttpProvider, HttpService, Platform, Pods, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** What holds for all workloads of a topology, and a finding that is right here. */
export function declared(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`),
    containers: [{ image: `registry.example.com/${name}:1.4.0`, ports: [{ number: 8080 }] }],
  })) });
  const [web, users] = [process('web'), process('users')];
  const userService = new HttpService(topology, 'user-service', { provider: HttpProvider.workload(users, { port: 80, targetPort: 8080 }) });
  web.calls(userService, { timeout: Duration.seconds(5) });

  // Without a mesh nothing keeps the timeout; the finding BST616 says so, until somebody says why that is right.
  topology.acknowledge('BST616', web, 'the client library of web keeps the timeout itself');

  new Platform(chart, 'platform', { topology });
  return topology;
}
