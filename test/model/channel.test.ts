import { Channel } from '../../src';
import { isBranded } from '../../src/private/brand';
import { expectRefusal, newKafka, newTcpService, newTopology, newWorkload, Queue, survivesHostileText } from '../support/declare';

test('a queue stands beside a topic, without words of Kafka', () => {
  const shop = newTopology();
  const broker = newTcpService(shop, 'rabbit');
  const queue = new Queue(broker, 'invoices', 'billing:invoices');
  expect(queue).toMatchObject({
    path: 'chart/shop/rabbit/invoices', name: 'invoices', address: 'billing:invoices', service: broker, readInGroups: false, declaredElsewhere: false,
  });
  const [web, billing] = ['web', 'billing'].map(name => newWorkload(shop, name));
  const edges = [billing.consumes(queue), web.publishes(queue)];
  const graph = shop.read();
  expect([graph.channels, graph.channelsOf(broker), graph.dependenciesOnChannel(queue)]).toEqual([[queue], [queue], edges]);
  expect(edges.map(({ name, policy }) => [name, policy.consumerGroup])).toEqual([['billing consumes invoices', undefined], ['web publishes invoices', undefined]]);
  expect(isBranded(queue, 'Channel')).toBe(true);
});

test('has the name as its address if it is given none', () => expect(new Queue(newTcpService(newTopology(), 'rabbit'), 'jobs').address).toBe('jobs'));

test.each(['', 'a/b', 'a b', 'a'.repeat(256)])('BST801: refuses the name %p', name =>
  expectRefusal(() => new Queue(newTcpService(newTopology(), 'rabbit'), name), 'BST801', `chart/shop/rabbit/${name}`, 'the name of a channel'));

test('BST006: refuses a second one of its name on one broker, and accepts it on another', () => {
  const shop = newTopology();
  const [rabbit, other] = ['rabbit', 'other'].map(id => newTcpService(shop, id));
  new Queue(rabbit, 'jobs');
  expect(() => new Queue(other, 'jobs')).not.toThrow();
  expectRefusal(() => new Queue(rabbit, 'jobs'), 'BST006', 'chart/shop/rabbit/jobs', '"jobs" is taken; ');
});

test('BST003: what only looks like a channel is refused, because no output would know of it', () => {
  const shop = newTopology();
  const topic = newKafka(shop).topic('created');
  const forged = Object.assign(Object.create(Channel.prototype) as object, { ...topic, partitions: -5 }) as unknown as Channel;
  expectRefusal(() => newWorkload(shop, 'orders').publishes(forged), 'BST003', 'chart/shop/workloads/orders publishes kafka/created', 'no channel that its broker declared');
});

test('cannot be changed once an output has read the topology', () => {
  const shop = newTopology();
  const queue = new Queue(newTcpService(shop, 'rabbit'), 'jobs');
  shop.read();
  expect(() => Object.assign(queue, { address: 'others' })).toThrow(TypeError);
});

test('survives hostile text', () => survivesHostileText(text => new Queue(newTcpService(newTopology(), 'rabbit'), text)));
