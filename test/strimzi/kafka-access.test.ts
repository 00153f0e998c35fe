import { Kafka, KafkaProvider, StrimziKafka } from '../../src';
import { StrimziClusterProps } from '../../src/backing-services/strimzi';
import { Emitted, emitted, yaml } from '../support/emitted';
import { Declaration } from '../support/topology';

function objects(props: StrimziClusterProps): Emitted[] {
  const { topology, chart, workload } = withWorkload();
  workload.publishes(new Kafka(topology, 'messages', { provider: KafkaProvider.strimzi(props) }).topic('created'));
  new StrimziKafka(chart, 'strimzi', { topology });
  return emitted(chart);
}

function withWorkload() {
  const declared = new Declaration();
  return { topology: declared.topology, chart: declared.chart, workload: declared.workload('web') };
}

test('a workload in another namespace than the cluster gets its credentials through the Access Operator', () =>
  expect(yaml(objects({ cluster: 'events', namespace: 'kafka' }).filter(({ kind }) => kind === 'KafkaAccess'))).toMatchSnapshot());

test('with every option', () => {
  const props: Required<StrimziClusterProps> = { cluster: 'events', namespace: 'kafka', listener: 'internal', port: 9095 };
  expect(yaml(objects(props).filter(({ kind }) => kind === 'KafkaAccess'))).toMatchSnapshot();
});

test('a workload beside the cluster needs none, because it can read the user\'s Secret', () =>
  expect(objects({ cluster: 'events', namespace: 'shop' }).map(({ kind }) => kind)).toEqual(['KafkaTopic', 'KafkaUser']));

test('it refers to the user that is emitted, and its Secret has its own name', () => {
  const [, user, { metadata, spec }] = objects({ cluster: 'events', namespace: 'kafka' });
  expect(spec.user).toMatchObject({ name: user.metadata.name, namespace: user.metadata.namespace });
  expect([metadata.name, metadata.namespace, spec.secretName]).toEqual(['web.kafka.events-kafka', 'shop', 'web.kafka.events-kafka']);
});
