import { Chart, Duration } from 'cdk8s';
import {
  HttpProvider, HttpService, Kafka, KafkaProvider, Mesh, Platform, Pods, Secrets, SecretStore, Topology, Workload, WorkloadStanding,
} from 'cdk8s-backing-services';
import { deployment } from '../deployment';

const vault = SecretStore.cluster('vault');

/** Who declares what where two teams meet: each its own side, by the names that they share. */
export function serviceOfAnotherTeam(chart: Chart): Topology {
  const topology = new Topology(chart, 'checkout');
  const checkout = new Workload(topology, 'checkout', { pods: Pods.of(deployment(chart, 'checkout', { image: 'registry.example.com/checkout:1', port: 8080 })) });
  // #region used
  const prices = new HttpService(topology, 'prices', {
    provider: HttpProvider.inCluster({ service: 'prices', namespace: 'pricing', targetPort: 8080, podLabels: { app: 'prices' } }),
  });
  checkout.calls(prices, { timeout: Duration.seconds(1) });

  const events = new Kafka(topology, 'events', {
    provider: KafkaProvider.inCluster({ service: 'events-kafka-bootstrap', namespace: 'kafka', credentials: vault.secret('checkout/kafka') }),
  });
  checkout.consumes(events.existingTopic('price-changed'));
  // #endregion
  // #region provided
  const api = new HttpService(topology, 'checkout-api', { provider: HttpProvider.workload(checkout, { targetPort: 8080 }) });
  const reports = new Workload(topology, 'reports', {
    pods: Pods.fromLabels({ labels: { app: 'reports' }, namespace: 'reporting', serviceAccountName: 'reports' }),
    standing: WorkloadStanding.FOREIGN,
  });
  reports.calls(api);
  // #endregion
  topology.acknowledge('BST523', events, 'the brokers of the platform team are opened by its own network policies');
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  return topology;
}
