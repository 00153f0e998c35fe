import { Topic, TopicProps } from '../../src';
import { isBranded } from '../../src/model/brand';
import { expectRefusal, newKafka, newTopology, survivesHostileText } from '../support/declare';

const optional: Required<Omit<TopicProps, 'service'>> = { topicName: 'Order_Created', partitions: 12, replicas: 3, settings: { b: '2', a: '1' } };

test('keeps all that it is told', () => {
  const kafka = newKafka(newTopology());
  const topic = new Topic(kafka, 'order-created', { service: kafka, ...optional });
  expect(topic).toMatchObject({ name: 'order-created', service: kafka, ...optional });
  expect(Object.keys(topic.settings)).toEqual(['a', 'b']);
  expect(isBranded(topic, 'Topic')).toBe(true);
});

test('is named by its id and leaves the rest to the broker', () => {
  const kafka = newKafka(newTopology());
  expect(new Topic(kafka, 'a.b', { service: kafka, partitions: 1 })).toMatchObject({ name: 'a.b', topicName: 'a.b', replicas: undefined, settings: {} });
});

test.each(['Order_Created', 'a/b', '', 'a'.repeat(254)])('BST801: refuses the id %p, because it names an object', id => {
  const kafka = newKafka(newTopology());
  expectRefusal(() => new Topic(kafka, id, { service: kafka, partitions: 1 }), 'BST801', `chart/shop/kafka/${id}`, 'an object name', 'keep the id lower-case', 'topicName');
});

test.each(['a b', '..', '__consumer_offsets', 'a'.repeat(250)])('BST801: refuses the topic name %p', topicName => {
  const kafka = newKafka(newTopology());
  expectRefusal(() => new Topic(kafka, 'a', { service: kafka, partitions: 1, topicName }), 'BST801', 'chart/shop/kafka/a', 'a Kafka topic', 'at most 249');
});

test('survives hostile text', () => survivesHostileText(text => newKafka(newTopology()).topic('a', { topicName: text })));
