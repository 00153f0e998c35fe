import { Duration } from 'cdk8s';
import { CallOptions, CircuitBreaker, ConnectionPool, Criticality, HttpProvider, HttpService, Kafka, KafkaProvider, RetryPolicy } from '../../src';
import { assertHttp, operationsOf } from '../../src/model/call-rules';
import { expectRefusal, newHttpService, newTcpService, newTopology, newWorkload, survivesHostileText } from '../support/declare';

const operation = (id: string) => ({ id, method: 'GET', path: `/${id}`, retriable: true });

function serviceWith(...ids: string[]): HttpService {
  const shop = newTopology();
  const provider = HttpProvider.workload(newWorkload(shop, 'server'));
  return new HttpService(shop, 'users', { provider, contract: { operations: ids.map(operation) } });
}

describe('a service whose requests no mesh sees', () => {
  const onRequests: Record<string, CallOptions> = {
    'timeout': { timeout: Duration.seconds(1) },
    'retry': { retry: RetryPolicy.attempts(0) },
    'operations': { operations: [] },
    'connectionPool request limits': { connectionPool: ConnectionPool.limits({ maxRequests: 1 }) },
    'timeout, retry': { timeout: Duration.seconds(1), retry: RetryPolicy.attempts(1) },
  };

  test.each(Object.entries(onRequests))('BST615: refuses %s', (words, options) =>
    expectRefusal(() => assertHttp(newTcpService(newTopology(), 'ldap'), options, 'shop/a'), 'BST615', 'shop/a', `: ${words} cannot act on tcp to "ldap"`, 'use connectTimeout'));

  test('accepts what acts on connections', () => {
    const options: CallOptions = {
      connectTimeout: Duration.seconds(1),
      circuitBreaker: CircuitBreaker.consecutiveErrors(1),
      connectionPool: ConnectionPool.limits({ maxConnections: 1 }),
      bindingName: 'x',
      criticality: Criticality.OPTIONAL,
    };
    expect(() => assertHttp(newTcpService(newTopology(), 'ldap'), options, 'p')).not.toThrow();
  });

  test('HTTP accepts all of it', () => {
    const service = newHttpService(newTopology(), 'users');
    for (const options of Object.values(onRequests)) expect(() => assertHttp(service, options, 'p')).not.toThrow();
  });
});

describe('operations', () => {
  test('are found in the contract, sorted, each once', () =>
    expect(operationsOf(serviceWith('b', 'a', 'c'), ['c', 'a', 'c'], 'p')).toEqual([operation('a'), operation('c')]));

  test('take no other path once they are declared', () => {
    const [found] = operationsOf(serviceWith('a'), ['a'], 'p')!;
    expect(() => Object.assign(found, { path: '/admin' })).toThrow(TypeError);
  });

  test('accepts none named', () => expect(operationsOf(serviceWith(), undefined, 'p')).toBeUndefined());

  test('BST701: refuses one that the contract lacks, and lists what it has', () =>
    expectRefusal(() => operationsOf(serviceWith('b', 'a'), ['a', 'x', 'w'], 'shop/a'), 'BST701', 'shop/a', 'has no operation "w", "x"; it has "a", "b"', 'name operations of the contract'));

  test('BST701: refuses an empty list', () =>
    expectRefusal(() => operationsOf(serviceWith('a'), [], 'shop/a'), 'BST701', 'shop/a', 'an empty list of operations would allow nothing', 'name operations of the contract'));

  test('BST701: refuses any without a contract', () =>
    expectRefusal(() => operationsOf(newHttpService(newTopology(), 'users'), ['a'], 'shop/a'), 'BST701', 'shop/a', 'it has none', 'Contract.openApi(path)'));

  test('survive hostile ids', () => {
    const service = serviceWith('a');
    survivesHostileText(id => operationsOf(service, [id], 'p'));
  });
});

test('BST618: a broker is neither called nor used, because its clients pick their server themselves', () => {
  const shop = newTopology();
  const kafka = new Kafka(shop, 'events', { provider: KafkaProvider.strimzi({ cluster: 'events' }) });
  const orders = newWorkload(shop, 'orders');
  expectRefusal(() => orders.uses(kafka), 'BST618', 'chart/shop/workloads/orders uses events', '"events" is a broker', 'publish to its topics');
  expectRefusal(() => orders.calls(kafka), 'BST618', 'chart/shop/workloads/orders calls events', '"events" is a broker', 'publish to its topics');
});
