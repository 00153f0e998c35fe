import { BindingDelivery, CallOptions, CircuitBreaker, ConnectionPool, Criticality, DataAccess, DependencyPolicy, InteractionModel, RetryPolicy } from '../../../src';
import { policyOf } from '../../../src/report/from-graph/policy-of';
import { newKafka, newTcpService } from '../../support/declare';
import { Declaration, ms } from '../../support/topology';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

function told(options: CallOptions, grpc = false): object {
  const declared = new Declaration();
  const [web, users] = declared.workloads('web', 'users');
  return plain(policyOf(web.calls(grpc ? declared.grpc(users) : declared.api(users), options)));
}

test('nothing said, nothing told', () => expect(told({})).toEqual({}));

test('durations are text, however they were given', () => {
  expect(told({ timeout: ms(2000), connectTimeout: ms(250) })).toEqual({ timeout: '2s', connectTimeout: '250ms' });
});

test('a retry tells its conditions, those that nobody named too', () => {
  expect(told({ retry: RetryPolicy.attempts(2, { perTryTimeout: ms(500) }) })).toEqual({
    retry: { attempts: 2, perTryTimeout: '500ms', on: ['connect-failure', 'refused-stream', 'gateway-error'], backoff: '25ms' },
  });
  expect(told({ retry: RetryPolicy.attempts(1) }, true)).toMatchObject({ retry: { on: ['connect-failure', 'refused-stream', 'unavailable'] } });
});

test('breaker and pool', () => {
  const connectionPool = ConnectionPool.limits({ maxConnections: 1, idleTimeout: ms(60_000) });
  expect(told({ circuitBreaker: CircuitBreaker.consecutiveErrors(5), connectionPool })).toEqual({
    circuitBreaker: { consecutiveErrors: 5, resetTimeout: '30s', interval: '10s', maxEjectionPercent: 100 },
    connectionPool: { maxConnections: 1, idleTimeout: '60s' },
  });
});

test('times of a pool are text, too', () => {
  const http2KeepAlive = { interval: ms(30_000), timeout: ms(500) };
  const connectionPool = ConnectionPool.limits({ retryBudget: { budgetInterval: ms(1500) }, http2KeepAlive });
  expect(told({ connectionPool }, true)).toEqual({ connectionPool: { retryBudget: { budgetInterval: '1500ms' }, http2KeepAlive: { interval: '30s', timeout: '500ms' } } });
});

test('access, criticality, group and name', () => {
  const declared = new Declaration();
  const web = declared.workload('web');
  expect(plain(policyOf(web.uses(newTcpService(declared.topology, 'db'), { access: DataAccess.READ_ONLY, clientConnections: 10, criticality: Criticality.OPTIONAL, bindingName: 'store' }))))
    .toEqual({ access: 'read-only', clientConnections: 10, criticality: 'optional', bindingName: 'store' });
  expect(plain(policyOf(web.consumes(newKafka(declared.topology).topic('created'))))).toEqual({ consumerGroup: 'shop.web' });
});

test('what the workload waits for', () => expect(told({ interaction: InteractionModel.STREAM })).toEqual({ interaction: 'stream' }));

test('what reaches containers, and which', () => expect(told({ delivery: BindingDelivery.FILES, containers: ['main'] })).toEqual({ delivery: 'files', containers: ['main'] }));

test('every field of a dependency has its member, but for the convention of names, whose outcome stands at the binding', () => {
  const fields: Record<keyof Omit<DependencyPolicy, 'envNames'>, true> = {
    timeout: true, connectTimeout: true, interaction: true, retry: true, circuitBreaker: true, connectionPool: true, operations: true, access: true,
    clientConnections: true, consumerGroup: true, transactionalIdPrefix: true, criticality: true, bindingName: true, delivery: true, containers: true,
  };
  const declared = new Declaration();
  expect(Object.keys(policyOf(declared.workload('web').calls(declared.external('payments')))).sort()).toEqual(Object.keys(fields).sort());
});
