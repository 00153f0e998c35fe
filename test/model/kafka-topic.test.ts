import { KafkaTopic } from '../../src';
import { KafkaTopicProps } from '../../src/model/kafka-topic';
import { isBranded } from '../../src/private/brand';
import { expectRefusal, newKafka, newTopology, Queue, survivesHostileText } from '../support/declare';

const all: Required<KafkaTopicProps> = { topicName: 'Order_Created', partitions: 12, replicas: 3, settings: { b: '2', a: '1' }, settingOptions: ['settings'], declaredElsewhere: true };
const declare = (id: string, props: KafkaTopicProps = {}) => KafkaTopic._declare(newKafka(newTopology()), id, props);

test('keeps all that it is told', () => {
  const topic = declare('order-created', all);
  const { settingOptions, ...kept } = all;
  expect(topic).toMatchObject({ name: 'order-created', address: 'Order_Created', readInGroups: true, ...kept, _settingOptions: settingOptions });
  expect(Object.keys(topic.settings)).toEqual(['a', 'b']);
  expect(isBranded(topic, 'KafkaTopic')).toBe(true);
});

test('is named by its id and leaves the rest to the broker', () => {
  const topic = declare('a.b');
  expect([topic.topicName, topic.partitions, topic.replicas, topic.settings]).toEqual(['a.b', undefined, undefined, {}]);
});

test('is told from other channels, and from what is none', () =>
  expect([declare('a'), new Queue(newKafka(newTopology()), 'a'), {}, undefined, null, 'a'].map(KafkaTopic.isKafkaTopic)).toEqual([true, ...Array(5).fill(false)]));

test.each(['Order_Created', 'a/b', '', 'a'.repeat(254)])('BST801: refuses the id %p, because it names an object', id =>
  expectRefusal(() => declare(id), 'BST801', `chart/shop/kafka/${id}`, 'an object name', 'keep the id lower-case', 'topicName'));

test.each(['a b', '..', '__consumer_offsets', 'a'.repeat(250)])('BST801: refuses the topic name %p', topicName =>
  expectRefusal(() => declare('a', { topicName }), 'BST801', 'chart/shop/kafka/a', 'a Kafka topic', 'at most 249'));

test.each([{ partitions: -5 }, { partitions: 10_001 }, { replicas: 0 }, { replicas: 32_768 }])('BST010: refuses %j whichever way it comes', props => {
  const Made = KafkaTopic as unknown as new (...args: unknown[]) => KafkaTopic;
  const kafka = newKafka(newTopology());
  expectRefusal(() => new Made(kafka, 'a', props), 'BST010', 'chart/shop/kafka/a', String(Object.values(props)[0]));
  expect(() => kafka.topic('a')).not.toThrow();
});

test('cannot be changed once it is declared', () => {
  const topic = declare('a', { settings: { a: '1' } });
  for (const change of [{ partitions: -5 }, { topicName: 'other' }, { path: 'other' }]) expect(() => Object.assign(topic, change)).toThrow(TypeError);
  expect(() => Object.assign(topic.settings, { a: '2' })).toThrow(TypeError);
});

test('survives hostile text', () => survivesHostileText(text => newKafka(newTopology()).topic('a', { topicName: text })));
