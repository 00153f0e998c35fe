import { App, Chart } from 'cdk8s';
import { Kafka, KafkaProvider, Platform, Pods, StrimziKafka, Subject, Topology, Workload } from '../../src';
import { newKafka, vault } from '../support/declare';
import { Declaration } from '../support/topology';

const ownedBy = (name: string, at: string) => `is that of workload ${name} in namespace shop: each would take messages that the other waits for; `
  + `name another consumerGroup; if they are to share the messages, name it at "test/shop/workloads/${at}" too`;

/** What is found where `orders` and `evil` read one topic with these groups. */
function found(orders?: string, evil?: string, clusters: readonly KafkaProvider[] = [KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' })]): string[] {
  const declared = new Declaration();
  const topics = clusters.map((provider, i) => new Kafka(declared.topology, `kafka-${i}`, { provider }).topic(`created-${i}`));
  declared.workload('orders').consumes(topics[0], { consumerGroup: orders });
  declared.workload('evil').consumes(topics.at(-1)!, { consumerGroup: evil });
  new Platform(declared.chart, 'platform', { topology: declared.topology });
  return declared.found('BST422');
}

const external = (...bootstrapServers: string[]) => KafkaProvider.external({ bootstrapServers, credentials: vault.secret('kafka') });

describe('BST422 group-of-another', () => {
  test('finds a group that is another workload\'s own', () => expect(found(undefined, 'shop.orders')).toEqual([
    `error evil consumes kafka-0/created-0: consumer group "shop.orders" ${ownedBy('orders', 'orders consumes kafka-0/created-0')}`]));

  test.each<[string, string | undefined, string | undefined]>([
    ['one group that both name', 'billing', 'billing'],
    ['another\'s own group that both name', 'shop.orders', 'shop.orders'],
    ['a group for each', undefined, undefined],
    ['another group', undefined, 'shop.order'],
  ])('accepts %s', (_, orders, evil) => expect(found(orders, evil)).toEqual([]));

  test.each<[string, KafkaProvider, KafkaProvider]>([
    ['a managed service, entered by another server', external('b-1.example.com:9096', 'b-2.example.com:9096'), external('b-3.example.com:9096', 'b-2.example.com:9096')],
    ['another listener', KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }), KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka', listener: 'scram', port: 9094 })],
    ['the operator\'s Service, as another team\'s', KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }), KafkaProvider.inCluster({ service: 'events-kafka-bootstrap', namespace: 'kafka' })],
  ])('finds it, once, on one cluster that is declared twice: %s', (_, one, other) => expect(found(undefined, 'shop.orders', [one, other])).toEqual([
    `error evil consumes kafka-1/created-1: consumer group "shop.orders" ${ownedBy('orders', 'orders consumes kafka-0/created-0')}`]));

  test('accepts it on another cluster', () => {
    expect(found(undefined, 'shop.orders', [external('a.example.com:9096'), external('b.example.com:9096')])).toEqual([]);
    expect(found(undefined, 'shop.orders', ['a', 'b'].map(cluster => KafkaProvider.strimzi({ cluster, namespace: 'kafka' })))).toEqual([]);
  });

  test('finds it in another topology of the app, and knows a workload that both topologies know', () => {
    const app = new App();
    const topologies = ['one', 'two'].map(name => new Topology(new Chart(app, name, { namespace: 'shop' }), 'shop'));
    const [one, two] = topologies.map(topology => newKafka(topology).existingTopic('created'));
    const workload = (topology: Topology, name: string) => new Workload(topology, name, { pods: Pods.fromLabels({ labels: { app: name } }) });
    workload(topologies[0], 'orders').consumes(one);
    workload(topologies[1], 'orders').consumes(two, { consumerGroup: 'shop.orders' });
    workload(topologies[1], 'evil').consumes(two, { consumerGroup: 'shop.orders' });
    for (const topology of topologies) new StrimziKafka(topology.node.scope!, 'strimzi', { topology });
    expect(topologies.map(({ findings }) => findings.filter(({ code }) => code === 'BST422').map(({ path }) => path)))
      .toEqual([[], ['two/shop/workloads/evil consumes kafka/created']]);
  });

  test('two ways follow from it: another group, or one that both name', () => {
    expect(found(undefined, 'shop.evil')).toEqual([]);
    expect(found('shop.orders', 'shop.orders')).toEqual([]);
  });

  test('it can be acknowledged', () => {
    const declared = new Declaration();
    const topic = newKafka(declared.topology).topic('created');
    declared.workload('orders').consumes(topic);
    const evil = declared.workload('evil').consumes(topic, { consumerGroup: 'shop.orders' });
    declared.topology.acknowledge('BST422', Subject.of(declared.topology), 'an audit that reads along');
    new StrimziKafka(declared.chart, 'strimzi', { topology: declared.topology });
    expect([declared.found('BST422'), evil.name]).toEqual([[], 'evil consumes created']);
  });
});
