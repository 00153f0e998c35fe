import { Chart, Duration } from 'cdk8s';
import { HttpProvider, HttpService, MachineProbe, Machines, Mesh, Platform, Pods, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** A workload on two machines, one on machines that come and go, and what they call and are called by. */
export function machines(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const web = new Workload(topology, 'web', { pods: Pods.of(deployment(chart, 'web', { image: 'registry.example.com/web:1' })) });
  const rates = new Workload(topology, 'rates', { pods: Pods.of(deployment(chart, 'rates', { image: 'registry.example.com/rates:1' })) });
  const currencies = new HttpService(topology, 'currencies', { provider: HttpProvider.workload(rates, { targetPort: 8080 }) });
  // #region at
  const billing = new Workload(topology, 'billing', {
    pods: Machines.at([
      { address: '10.20.0.11', locality: 'eu/eu-1' },
      { address: '10.20.0.12', locality: 'eu/eu-2', weight: 2 },
    ], { labels: { app: 'billing' }, serviceAccountName: 'billing' }),
  });
  const bills = new HttpService(topology, 'bills', { provider: HttpProvider.workload(billing, { targetPort: 8080 }) });
  web.calls(bills, { timeout: Duration.seconds(2) });
  billing.calls(currencies);
  // #endregion
  // #region group
  const reports = new Workload(topology, 'reports', {
    pods: Machines.group({
      labels: { app: 'reports' }, serviceAccountName: 'reports', cidrs: ['10.20.1.0/24'],
      probe: MachineProbe.httpGet(8080, { path: '/healthz', period: Duration.seconds(5) }),
    }),
  });
  web.calls(new HttpService(topology, 'reports-api', { provider: HttpProvider.workload(reports, { targetPort: 8080 }) }));
  // #endregion
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  return topology;
}
