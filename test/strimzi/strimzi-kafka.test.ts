import { Kafka, KafkaProvider, StrimziKafka } from '../../src';
import { newKafka, Queue, vault } from '../support/declare';
import { emitted } from '../support/emitted';
import { Declaration } from '../support/topology';

function namesOf({ chart, topology }: Declaration): string[] {
  new StrimziKafka(chart, 'strimzi', { topology });
  return emitted(chart).map(({ kind, metadata: { namespace, name } }) => `${kind} ${namespace}/${name}`);
}

test('one topic each, one user for each workload and cluster, however much it publishes and consumes', () => {
  const declared = new Declaration();
  const [orders, billing] = declared.workloads('orders', 'billing');
  const kafka = newKafka(declared.topology);
  const topics = ['created', 'paid'].map(name => kafka.topic(name));
  for (const topic of topics) {
    orders.publishes(topic);
    billing.consumes(topic);
  }
  expect(namesOf(declared)).toEqual([
    'KafkaTopic kafka/created', 'KafkaTopic kafka/paid',
    'KafkaUser kafka/shop.billing.events', 'KafkaAccess shop/billing.kafka.events-kafka', 'KafkaUser kafka/shop.orders.events', 'KafkaAccess shop/orders.kafka.events-kafka',
  ]);
});

test('a user has no rights of the workload\'s other cluster', () => {
  const declared = new Declaration();
  const web = declared.workload('web');
  for (const cluster of ['a', 'b']) {
    web.publishes(new Kafka(declared.topology, cluster, { provider: KafkaProvider.strimzi({ cluster, namespace: `kafka-${cluster}` }) }).topic(`to-${cluster}`));
  }
  new StrimziKafka(declared.chart, 'strimzi', { topology: declared.topology });
  expect(emitted(declared.chart, 'KafkaUser').map(({ metadata, spec }) => [metadata.namespace, spec.authorization.acls.map((acl: any) => acl.resource.name)]))
    .toEqual([['kafka-a', ['to-a']], ['kafka-b', ['to-b']]]);
});

describe('one workload on two clusters', () => {
  function onTwo(...clusters: { cluster: string; namespace: string; listener?: string }[]): Declaration {
    const declared = new Declaration();
    const web = declared.workload('web');
    clusters.forEach((props, i) => {
      const kafka = new Kafka(declared.topology, `kafka-${i}`, { provider: KafkaProvider.strimzi(props) });
      web.publishes(kafka.existingTopic('created'));
      web.consumes(kafka.existingTopic(`paid-${i}`));
    });
    return declared;
  }

  test('of one namespace has a user and an access for each, and may publish to topics of one id on both', () => {
    const declared = onTwo({ cluster: 'a', namespace: 'kafka' }, { cluster: 'b', namespace: 'kafka' });
    expect(namesOf(declared)).toEqual([
      'KafkaUser kafka/shop.web.a', 'KafkaAccess shop/web.kafka.a-kafka', 'KafkaUser kafka/shop.web.b', 'KafkaAccess shop/web.kafka.b-kafka']);
    expect(declared.topology.findings).toEqual([]);
  });

  test('of one name in two namespaces has a user and an access for each', () => {
    const declared = onTwo({ cluster: 'a', namespace: 'kafka' }, { cluster: 'a', namespace: 'people' });
    expect(namesOf(declared)).toEqual([
      'KafkaUser kafka/shop.web.a', 'KafkaAccess shop/web.kafka.a-kafka', 'KafkaUser people/shop.web.a', 'KafkaAccess shop/web.people.a-kafka']);
    expect(declared.topology.findings).toEqual([]);
  });

  test('that are one, by two listeners, has one user with the rights of both', () => {
    const declared = onTwo({ cluster: 'a', namespace: 'kafka' }, { cluster: 'a', namespace: 'kafka', listener: 'scram' });
    expect(namesOf(declared)).toEqual(['KafkaUser kafka/shop.web.a', 'KafkaAccess shop/web.kafka.a-kafka']);
    expect(emitted(declared.chart, 'KafkaUser')[0].spec.authorization.acls.map((acl: any) => acl.resource.name)).toEqual(['shop.web', 'created', 'paid-0', 'paid-1']);
  });
});

test('a topic that nobody uses is made, a user that nothing needs is not', () => {
  const declared = new Declaration();
  declared.workload('web');
  newKafka(declared.topology).topic('created');
  expect(namesOf(declared)).toEqual(['KafkaTopic kafka/created']);
});

test('nothing is made on a managed cluster, because its topics and users belong to its owner', () => {
  const declared = new Declaration();
  const managed = new Kafka(declared.topology, 'managed', { provider: KafkaProvider.external({ bootstrapServers: ['b.example.com:9092'], credentials: vault.secret('kafka') }) });
  declared.workload('web').publishes(managed.topic('created'));
  expect(namesOf(declared)).toEqual([]);
});

test('of a topic that another program declares only the rights are derived', () => {
  const declared = new Declaration();
  const web = declared.workload('web', { namespace: 'kafka' });
  const topic = newKafka(declared.topology).existingTopic('Order_Created');
  web.publishes(topic);
  web.consumes(topic, { consumerGroup: 'billing' });
  expect(namesOf(declared)).toEqual(['KafkaUser kafka/kafka.web.events']);
  expect(emitted(declared.chart, 'KafkaUser')[0].spec.authorization.acls.map(({ resource, operations }: any) => [resource.name, operations]))
    .toEqual([['billing', ['Read']], ['Order_Created', ['Describe', 'Read', 'Write']]]);
});

test('nothing is made of channels that are no topics', () => {
  const declared = new Declaration();
  declared.workload('web').publishes(new Queue(newKafka(declared.topology), 'jobs'));
  new StrimziKafka(declared.chart, 'strimzi', { topology: declared.topology });
  expect(emitted(declared.chart, 'KafkaTopic')).toEqual([]);
  expect(emitted(declared.chart, 'KafkaUser').map(({ spec }) => spec.authorization.acls)).toEqual([[]]);
});
