import { Duration } from 'cdk8s';
import { ConnectionPool, ConnectionPoolOptions } from '../../src';
import { expectRefusal } from '../support/declare';

const all: Required<Omit<ConnectionPoolOptions, 'maxRetries'>> = {
  maxConnections: 1, maxPendingRequests: 2, maxRequests: 2147483647, idleTimeout: Duration.minutes(5), maxRequestsPerConnection: 4,
  retryBudget: { percent: 10, minRetryConcurrency: 5, budgetInterval: Duration.seconds(1) },
  maxConnectionDuration: Duration.hours(1),
  tcpKeepalive: { time: Duration.minutes(1), interval: Duration.seconds(10), probes: 3 },
  http2KeepAlive: { interval: Duration.seconds(30), timeout: Duration.seconds(5) },
};

test('keeps every option', () => expect({ ...ConnectionPool.limits(all) }).toEqual(all));

test('limits nothing that it is not told to', () =>
  expect(Object.values(ConnectionPool.limits({})).filter(limit => limit !== undefined)).toEqual([]));

test.each([
  [{ maxConnections: 1, idleTimeout: Duration.seconds(1) }, false], [{ maxPendingRequests: 1 }, true], [{ maxRequests: 1 }, true],
  [{ maxRequestsPerConnection: 1 }, true], [{ maxRetries: 1 }, true], [{ retryBudget: {} }, true], [{ http2KeepAlive: all.http2KeepAlive }, true],
  [{ maxConnectionDuration: Duration.seconds(1), tcpKeepalive: {} }, false], [{}, false],
])('%j limits requests: %p', (options, limits) => expect(ConnectionPool.limits(options).limitsRequests).toBe(limits));

test('BST010: refuses two limits of repetitions, of which a proxy would pass over one', () =>
  expectRefusal(() => ConnectionPool.limits({ maxRetries: 3, retryBudget: {} }), 'BST010', 'ConnectionPool.limits', 'both maxRetries and retryBudget', 'take one of them out'));

describe.each(['maxConnections', 'maxPendingRequests', 'maxRequests', 'maxRequestsPerConnection', 'maxRetries'])('%s', option => {
  test.each([0, -1, 1.5, 2147483648])('BST010: refuses %p', value =>
    expectRefusal(() => ConnectionPool.limits({ [option]: value }), 'BST010', 'ConnectionPool.limits', `${option} "${value}"`, '1..2147483647'));
});

test('BST009: refuses an idle timeout below a millisecond', () =>
  expectRefusal(() => ConnectionPool.limits({ idleTimeout: Duration.millis(0.5) }), 'BST009', 'ConnectionPool.limits', 'idleTimeout of 0.5 milliseconds', 'at least 1'));

test('BST009: refuses a connection that is closed before it is a millisecond old', () =>
  expectRefusal(() => ConnectionPool.limits({ maxConnectionDuration: Duration.millis(0) }), 'BST009', 'ConnectionPool.limits', 'maxConnectionDuration of 0 milliseconds'));

test('takes no other limit once it is made', () => expect(() => Object.assign(ConnectionPool.limits({ maxConnections: 5 }), { maxConnections: -1 })).toThrow(TypeError));
