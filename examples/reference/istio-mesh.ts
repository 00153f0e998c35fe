import { Chart, Duration } from 'cdk8s';
import {
  HttpProvider, HttpService, IstioMesh, KubernetesServices, Pods, RetryPolicy, Telemetry, Topology, TracingTag, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** Traffic policy and what sidecars report; Services, network policies and bindings are left to others. */
export function istioMesh(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`),
    containers: [{ image: `registry.example.com/${name}:1.4.0`, ports: [{ number: 8080 }] }],
  })) });
  const [web, users] = [process('web'), process('users')];

  const userService = new HttpService(topology, 'user-service', { provider: HttpProvider.workload(users, { port: 80, targetPort: 8080 }) });
  web.calls(userService, { timeout: Duration.seconds(5), retry: RetryPolicy.attempts(2) });

  new KubernetesServices(chart, 'services', { topology });
  new IstioMesh(chart, 'mesh', {
    topology,
    accessLogs: [{ provider: 'envoy', filter: '!has(response.code) || response.code >= 500' }],
    telemetry: [Telemetry.ofWorkload(web, { tracing: { samplingPercentage: 10, tags: [TracingTag.header('tenant', 'x-tenant')] } })],
  });
  return topology;
}
