import { consumerGroupOf, defaultGroupOf } from '../../src/model/consumer-group';
import { expectRefusal, newKafka, newTcpService, newTopology, Queue } from '../support/declare';
import { Declaration } from '../support/topology';

test('a workload reads with a group of its own: two of one name in two namespaces do not share one', () => {
  const declared = new Declaration();
  expect([declared.workload('web'), declared.workload('web2', { namespace: 'books' })].map(defaultGroupOf)).toEqual(['shop.web', 'books.web2']);
});
const reader = { name: 'billing', namespace: 'shop' };
const topic = newKafka(newTopology()).topic('created');
const queue = new Queue(newTcpService(newTopology(), 'rabbit'), 'jobs');

test.each([[topic, 'mine', 'mine'], [topic, undefined, 'shop.billing'], [queue, undefined, undefined]])('is the one asked for, or the reader\'s own, where there are groups', (channel, asked, expected) =>
  expect(consumerGroupOf(channel, reader, asked, 'p')).toBe(expected));

test('BST801: refuses the group that stands for all groups in a rule of Kafka\'s', () =>
  expectRefusal(() => consumerGroupOf(topic, reader, '*', 'p'), 'BST801', 'p', '"*" cannot be a consumer group'));

test('BST801: refuses what Kafka does not take', () =>
  expectRefusal(() => consumerGroupOf(topic, reader, 'a b', 'p'), 'BST801', 'p', '"a b" cannot be a consumer group', 'at most 249'));

test('BST420: refuses a group of a channel that has none', () =>
  expectRefusal(() => consumerGroupOf(queue, reader, 'mine', 'p'), 'BST420', 'p', 'consumer group "mine" means nothing to "jobs"', 'leave consumerGroup out'));
