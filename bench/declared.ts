import { App, Chart, Duration } from 'cdk8s';
import {
  CircuitBreaker, Dependency, HttpProvider, HttpService, Mesh, Platform, Pods, Topology, Workload,
} from '../src';

/** Each service calls the next two: declared once, everything else derived. */
export function declared(app: App, services: number): void {
  const chart = new Chart(app, 'bench', { namespace: 'bench' });
  const topology = new Topology(chart, 'topology');
  const workloads = Array.from({ length: services }, (_, i) => new Workload(topology, `w${i}`, {
    pods: Pods.elsewhere({ labels: { app: `w${i}` }, replicas: 2, serviceAccountName: `w${i}` }),
  }));
  const provided = workloads.map((workload, i) => new HttpService(topology, `s${i}`, { provider: HttpProvider.workload(workload, { targetPort: 8080 }) }));
  workloads.forEach((workload, i) => provided.slice(i + 1, i + 3).map((service): Dependency => workload.calls(service, {
    timeout: Duration.seconds(5),
    circuitBreaker: CircuitBreaker.consecutiveErrors(5, { resetTimeout: Duration.seconds(60) }),
  })));
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
}
