import { assertTransactional } from '../../src/model/transactional-id';
import { expectRefusal, newKafka, newTcpService, newTopology, newWorkload, Queue } from '../support/declare';

const shop = newTopology();
const topic = newKafka(shop).topic('created');
const queue = new Queue(newTcpService(shop, 'rabbit'), 'jobs');

test.each(['orders-', 'Orders.v1_', 'a.', `${'a'.repeat(199)}-`])('a prefix ends where a word of it does: %s', prefix => expect(() => assertTransactional(topic, prefix, 'p')).not.toThrow());

test.each(['', 'orders', '-', '*', 'a b-', `${'a'.repeat(200)}-`])('BST801: refuses %j', prefix =>
  expectRefusal(() => assertTransactional(topic, prefix, 'p'), 'BST801', 'p', 'cannot be a prefix of transactional ids', 'at most 200 characters'));

test('BST424: refuses one for a channel that is no topic, which needs none', () => {
  expect(() => assertTransactional(queue, undefined, 'p')).not.toThrow();
  expectRefusal(() => assertTransactional(queue, 'orders-', 'p'), 'BST424', 'p', 'mean nothing to "jobs"', 'leave transactionalIdPrefix out');
});

test('BST006: one workload has one on one cluster', () => {
  const topology = newTopology();
  const [kafka, web] = [newKafka(topology), newWorkload(topology, 'web')];
  web.publishes(kafka.topic('a'), { transactionalIdPrefix: 'web-' });
  web.publishes(kafka.topic('b'));
  expectRefusal(() => web.publishes(kafka.topic('c'), { transactionalIdPrefix: 'other-' }), 'BST006', 'chart/shop/workloads/web publishes kafka/c',
    'transactionalIdPrefix "other-" here and "web-"', 'say transactionalIdPrefix once');
});
