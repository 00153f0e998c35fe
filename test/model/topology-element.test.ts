import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { pathOf, pathWithin, topologyOf } from '../../src/model/topology-element';
import { AnyService, expectRefusal, newKafka, newTcpService, newTopology, newWorkload } from '../support/declare';

test('an element knows its topology, also through a construct between them', () => {
  const shop = newTopology();
  const folder = new Construct(shop, 'folder');
  const service = new AnyService(folder, 'any', AnyService.traits());
  expect([service.topology, topologyOf(folder)]).toEqual([shop, shop]);
  expect(service.node.path).toBe('chart/shop/folder/any');
});

test('BST011: refuses an element outside of any topology', () => {
  const chart = new Chart(new App(), 'chart');
  expectRefusal(() => new AnyService(chart, 'any', AnyService.traits()), 'BST011', 'chart', 'outside of any topology', 'pass the Topology');
  expectRefusal(() => topologyOf(new App()), 'BST011', '(root)', 'outside of any topology');
});

describe('after an output has read the topology', () => {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  const ldap = newTcpService(shop, 'ldap');
  const kafka = newKafka(shop);
  const topic = kafka.topic('created');
  shop.read();

  test.each<[string, string, () => unknown]>([
    ['a workload', 'chart/shop', () => newWorkload(shop, 'late')],
    ['a service', 'chart/shop', () => newTcpService(shop, 'late')],
    ['a topic', 'chart/shop/kafka', () => kafka.topic('late')],
    ['a use', 'chart/shop/workloads/orders', () => orders.uses(ldap)],
    ['a call', 'chart/shop/workloads/orders', () => orders.calls(ldap)],
    ['a publisher', 'chart/shop/workloads/orders', () => orders.publishes(topic)],
    ['a consumer', 'chart/shop/workloads/orders', () => orders.consumes(topic)],
  ])('BST012: refuses %s', (_, path, declare) => expectRefusal(declare, 'BST012', path, 'after an output had read', 'above the first output'));
});

test('BST006: refuses a second element of one name in one scope', () => {
  const shop = newTopology();
  newTcpService(shop, 'ldap');
  expectRefusal(() => newTcpService(shop, 'ldap'), 'BST006', 'chart/shop/ldap', '"ldap" is taken; ', 'declare an element once');
});

test('the path of a child is told before it exists', () => {
  expect(pathOf(newTopology(), 'db')).toBe('chart/shop/db');
  expect(pathOf(new App(), 'db')).toBe('db');
});

test('a path within a topology begins below it; what belongs to another topology is named', () => {
  const shop = newTopology();
  expect(pathWithin(shop, newKafka(shop).topic('created'))).toBe('kafka/created');
  expect(pathWithin(newTopology('shop', 'other'), newKafka(shop, 'audit').topic('created'))).toBe('created');
});
