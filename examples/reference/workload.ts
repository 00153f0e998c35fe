import { Chart } from 'cdk8s';
import {
  Criticality, DataAccess, Gateway, HttpProvider, HttpService, Kafka, KafkaProvider, Platform, Pods, Postgres, PostgresProvider, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** Each verb once. */
export function workload(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`),
    containers: [{ image: `registry.example.com/${name}:1.4.0`, ports: [{ number: 8080 }] }],
  })) });
  const [web, orders] = [process('web'), process('orders')];
  const gateway = new Gateway(topology, 'ingress', { pods: Pods.fromLabels({ labels: { app: 'ingress' }, namespace: 'ingress' }) });

  const frontEnd = new HttpService(topology, 'front-end', { provider: HttpProvider.workload(web, { targetPort: 8080 }) });
  const orderService = new HttpService(topology, 'order-service', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
  const ordersDb = new Postgres(topology, 'orders-db', { provider: PostgresProvider.cloudNativePg({ cluster: 'shop' }) });
  const events = new Kafka(topology, 'events', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });
  const created = events.topic('order-created');

  gateway.calls(frontEnd);
  web.calls(orderService, { criticality: Criticality.REQUIRED });
  web.consumes(created, { consumerGroup: 'web' });
  orders.uses(ordersDb, { access: DataAccess.READ_WRITE });
  orders.publishes(created);

  new Platform(chart, 'platform', { topology });
  return topology;
}
