import { App, Chart, Duration } from 'cdk8s';
import {
  CircuitBreaker, HttpProvider, HttpService, Mesh, Platform, Pods, Topology, Workload,
} from 'cdk8s-backing-services';
import { nameOf } from '../names';

/** Each service calls the next two: declared once, everything else derived. */
export function declared(app: App, namespace: string, services: number): void {
  const chart = new Chart(app, namespace, { namespace });
  const topology = new Topology(chart, 'topology');
  const workloads = Array.from({ length: services }, (_, i) => new Workload(topology, nameOf('w', i), {
    pods: Pods.fromLabels({ labels: { app: nameOf('w', i) }, replicas: 2, serviceAccountName: nameOf('w', i) }),
  }));
  const provided = workloads.map((workload, i) => new HttpService(topology, nameOf('s', i), { provider: HttpProvider.workload(workload, { targetPort: 8080 }) }));
  const policy = { timeout: Duration.seconds(5), circuitBreaker: CircuitBreaker.consecutiveErrors(5, { resetTimeout: Duration.seconds(60) }) };
  workloads.forEach((workload, i) => provided.slice(i + 1, i + 3).forEach(service => workload.calls(service, policy)));
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
}
