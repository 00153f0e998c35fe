import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ConnectionPool, Topology } from '../../src';
import {
  AnyService, expectRefusal, newHttpService, newKafka, newTcpService, newTopology, newWorkload, survivesHostileText,
} from '../support/declare';

const ORDERS = 'chart/shop/workloads/orders';

describe('a dependency', () => {
  const declared = () => {
    const shop = newTopology();
    return { shop, orders: newWorkload(shop, 'orders'), topic: newKafka(shop).topic('created') };
  };

  test('BST003: refuses an element of another topology', () => {
    const { orders } = declared();
    const foreign = newTopology('other', 'other');
    const topic = newKafka(foreign).topic('created');
    for (const [id, declare] of Object.entries({
      'calls ldap': () => orders.calls(newTcpService(newTopology('other', 'other'), 'ldap')),
      'uses ldap': () => orders.uses(newTcpService(foreign, 'ldap')),
      'publishes created': () => orders.publishes(topic),
      'consumes created': () => orders.consumes(topic),
    })) expectRefusal(declare, 'BST003', `${ORDERS} ${id}`, '"chart/other/', 'another topology than "chart/shop/workloads/orders"', 'inCluster provider');
  });

  test('BST006: refuses to be declared twice, and lists what is', () => {
    const { orders, topic } = declared();
    orders.publishes(topic);
    orders.consumes(topic);
    expectRefusal(() => orders.publishes(topic), 'BST006', `${ORDERS} publishes kafka/created`, '"orders publishes created" is declared already', '"orders consumes created", "orders publishes created"', 'in one declaration');
  });

  test('two targets of one name have dependencies of their own: topics of two clusters, services of two scopes', () => {
    const { shop, orders, topic } = declared();
    const other = newTcpService(new Construct(shop, 'legacy') as Topology, 'ldap');
    const paths = [topic, newKafka(shop, 'audit').topic(topic.name)].map(each => orders.publishes(each).path);
    expect([...paths, orders.uses(newTcpService(shop, 'ldap')).path, orders.uses(other, { bindingName: 'legacy' }).path]).toEqual([
      `${ORDERS} publishes kafka/created`, `${ORDERS} publishes audit/created`, `${ORDERS} uses ldap`, `${ORDERS} uses legacy/ldap`]);
  });

  test('BST006: refuses a second name of one binding', () => {
    const { orders, topic } = declared();
    orders.publishes(topic, { bindingName: 'events' });
    expectRefusal(() => orders.consumes(topic, { bindingName: 'queue' }), 'BST006', `${ORDERS} consumes kafka/created`, 'bindingName "queue" here and "events"', 'say bindingName once');
  });

  test('accepts the same name again, and one after none', () => {
    const { shop, orders, topic } = declared();
    orders.publishes(topic);
    orders.consumes(topic, { bindingName: 'events' });
    const other = newKafka(shop, 'other');
    orders.publishes(other.topic('a'), { bindingName: 'other' });
    orders.consumes(other.topic('b'), { bindingName: 'other' });
    expect(shop.read().bindingsOf(orders).map(each => each.name)).toEqual(['events', 'other']);
  });

  test.each(['Events', 'a.b', '', 'a'.repeat(56)])('BST801: refuses the binding name %p', bindingName => {
    const { shop, orders } = declared();
    expectRefusal(() => orders.uses(newTcpService(shop, 'ldap'), { bindingName }), 'BST801', `${ORDERS} uses ldap`, 'cannot be a binding name', 'bindingName');
  });

  test('BST801: refuses a service whose name is too long for a binding, unless it is given one', () => {
    const { shop, orders } = declared();
    const service = newTcpService(shop, 'a'.repeat(56));
    expectRefusal(() => orders.uses(service), 'BST801', `${ORDERS} uses ${service.name}`, 'cannot be a binding name', 'bindingName');
    expect(orders.uses(service, { bindingName: 'short' }).policy.bindingName).toBe('short');
  });

  test.each(['', '__group', 'a b', 'a'.repeat(250)])('BST801: refuses the group %p', group => {
    const { orders, topic } = declared();
    expectRefusal(() => orders.consumes(topic, { consumerGroup: group }), 'BST801', `${ORDERS} consumes kafka/created`, 'cannot be a consumer group', 'at most 249');
  });

  test('BST615: refuses what only requests have, of bytes', () => {
    const { shop, orders } = declared();
    const ldap = newTcpService(shop, 'ldap');
    expectRefusal(() => orders.calls(ldap, { timeout: Duration.seconds(1) }), 'BST615', `${ORDERS} calls ldap`, 'timeout cannot act on tcp');
    expectRefusal(() => orders.uses(ldap, { connectionPool: ConnectionPool.limits({ maxRequests: 1 }) }), 'BST615', `${ORDERS} uses ldap`, 'connectionPool request limits');
  });

  test('BST701: refuses an operation that the contract lacks', () => {
    const { shop, orders } = declared();
    expectRefusal(() => orders.calls(newHttpService(shop, 'users'), { operations: ['x'] }), 'BST701', `${ORDERS} calls users`, '"x"', 'Contract.openApi');
  });

  test('BST009: refuses a time below a millisecond', () => {
    const { shop, orders } = declared();
    const users = newHttpService(shop, 'users');
    expectRefusal(() => orders.calls(users, { timeout: Duration.millis(0) }), 'BST009', `${ORDERS} calls users`, 'timeout of 0 milliseconds', 'at least 1');
    const ldap = newTcpService(shop, 'ldap');
    for (const verb of ['calls', 'uses'] as const) {
      expectRefusal(() => orders[verb](ldap, { connectTimeout: Duration.millis(0.5) }), 'BST009', `${ORDERS} ${verb} ldap`, 'connectTimeout of 0.5 milliseconds', 'at least 1');
    }
  });

  test('leaves nothing behind when it is refused', () => {
    const { shop, orders } = declared();
    const ldap = newTcpService(shop, 'ldap');
    expect(() => orders.uses(ldap, { connectTimeout: Duration.millis(0) })).toThrow('BST009');
    expect(() => orders.uses(ldap)).not.toThrow();
  });

  test('survives hostile text', () => survivesHostileText(text => [
    () => declared().orders.consumes(declared().topic, { consumerGroup: text }),
    () => {
      const { shop, orders } = declared();
      orders.uses(new AnyService(shop, 'any', AnyService.traits()), { bindingName: text });
    },
  ].forEach(declare => declare())));
});
