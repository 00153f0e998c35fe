import { Chart } from 'cdk8s';
import { AdmittedPeer, HttpProvider, HttpService, NetworkPeer, NetworkPolicies, Pods, TcpProvider, TcpService, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** What was declared may be reached, and nothing else. */
export function networkPolicies(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`),
    containers: [{ image: `registry.example.com/${name}:1.4.0`, ports: [{ number: 8080 }] }],
  })) });
  const [web, users] = [process('web'), process('users')];

  web.calls(new HttpService(topology, 'user-service', { provider: HttpProvider.workload(users, { port: 80, targetPort: 8080 }) }));
  users.uses(new TcpService(topology, 'mails', { provider: TcpProvider.external({ host: 'smtp.example.com', port: 587, cidrs: ['203.0.113.0/24'] }) }));

  topology.everyWorkloadAdmits(AdmittedPeer.pods({ namespace: 'monitoring', podLabels: { 'app.kubernetes.io/name': 'prometheus' }, port: 9090 }));

  new NetworkPolicies(chart, 'network-policies', {
    topology,
    additionalEgress: [NetworkPeer.pods({ namespace: 'observability', podLabels: { app: 'otel-collector' }, port: 4317 })],
  });
  return topology;
}
