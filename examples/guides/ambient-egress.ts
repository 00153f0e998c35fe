import { Chart, Duration } from 'cdk8s';
import { CircuitBreaker, Gateway, HttpProvider, HttpService, Mesh, Platform, Pods, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** A shop without sidecars, whose way to a third party leads through a waypoint. */
export function ambientEgress(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const cashier = new Workload(topology, 'cashier', { pods: Pods.of(deployment(chart, 'cashier', { image: 'registry.example.com/cashier:1' })) });
  const cards = new HttpService(topology, 'cards', { provider: HttpProvider.external('https://api.cards.example.com') });
  // #region exit
  const exit = new Gateway(topology, 'exit', {
    gatewayClassName: 'istio-waypoint',
    pods: Pods.fromLabels({ labels: { 'gateway.networking.k8s.io/gateway-name': 'exit' }, namespace: 'istio-egress', serviceAccountName: 'exit' }),
  });
  exit.relays(cards);
  exit.calls(cards, { connectTimeout: Duration.seconds(1), circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
  cashier.calls(cards, { timeout: Duration.seconds(2) });
  // #endregion
  new Platform(chart, 'platform', { topology, mesh: Mesh.ambient() });
  return topology;
}
