import { channelOf } from '../../../src/report/from-graph/channel-of';
import { newKafka, newTopology, Queue } from '../../support/declare';

test('a topic is a channel of its broker, with both of its names', () => {
  const topic = newKafka(newTopology()).topic('orders', { topicName: 'Orders_v1', partitions: 12, replicas: 3, settings: { 'max.message.bytes': '1' } });
  expect(channelOf(topic)).toEqual({
    path: 'chart/shop/kafka/orders', name: 'orders', kind: 'kafka-topic', channelName: 'Orders_v1', service: 'chart/shop/kafka',
    partitions: 12, replicas: 3, settings: { 'max.message.bytes': '1' }, declaredElsewhere: false,
  });
});

test('a topic of another program is told without what that program alone knows', () =>
  expect(channelOf(newKafka(newTopology()).existingTopic('orders'))).toMatchObject({ declaredElsewhere: true, partitions: undefined, replicas: undefined, settings: {} }));

test('another kind of channel is no topic', () => {
  const shop = newTopology();
  expect(channelOf(new Queue(newKafka(shop), 'jobs', 'jobs.fifo'))).toMatchObject({ kind: 'channel', name: 'jobs', channelName: 'jobs.fifo', settings: {} });
});
