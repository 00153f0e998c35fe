import { Chart, Duration } from 'cdk8s';
import { Gateway, HttpProvider, HttpService, Mesh, Platform, Pods, RetryPolicy, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** A third party that is reached through an egress gateway. */
export function egress(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const orders = new Workload(topology, 'orders', { pods: Pods.of(deployment(chart, 'orders', { image: 'registry.example.com/orders:1' })) });
  const payments = new HttpService(topology, 'payments', { provider: HttpProvider.external('https://payments.example.com') });
  // #region egress
  const egressGateway = new Gateway(topology, 'egress', {
    pods: Pods.fromLabels({ labels: { istio: 'egressgateway' }, namespace: 'istio-egress', serviceAccountName: 'egress' }),
    service: 'istio-egressgateway',
  });
  orders.calls(payments, { timeout: Duration.seconds(3), retry: RetryPolicy.attempts(1) });
  egressGateway.relays(payments);
  // #endregion
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  return topology;
}
