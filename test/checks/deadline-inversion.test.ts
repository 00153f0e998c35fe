import { GrpcProvider } from '../../src/backing-services/grpc-provider';
import { GrpcService } from '../../src/backing-services/grpc-service';
import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { Redis } from '../../src/backing-services/redis';
import { RedisProvider } from '../../src/backing-services/redis-provider';
import { TlsOrigination } from '../../src/backing-services/tls-origination';
import { InteractionModel } from '../../src/model/interaction-model';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Workload } from '../../src/model/workload';
import { Queue } from '../support/declare';
import { Declaration, ms } from '../support/topology';

const tries = (count: number, perTryTimeout: number) => RetryPolicy.attempts(count, { perTryTimeout: ms(perTryTimeout) });
const ON_WEB = 'error web calls orders-api: web gives up on orders-api after';

type Case = [string, (declared: Declaration, web: Workload, orders: Workload) => void, string[]];

describe('BST102 deadline-inversion', () => {
  test.each<Case>([
    ['finds a callee that waits longer than its caller', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1000) });
      orders.calls(d.external('payments'), { timeout: ms(1001) });
    }, [`${ON_WEB} 1000 ms, but orders may wait longer than that for payments: timeout 1001 ms > 1000 ms; `
      + 'let web wait at least 1001 ms for orders-api, or orders at most 1000 ms for payments']],
    ['accepts a callee that has a stream open, or sends and forgets', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1000) });
      orders.calls(d.external('flags'), { interaction: InteractionModel.STREAM });
      orders.calls(d.external('spans'), { interaction: InteractionModel.FIRE_AND_FORGET, timeout: ms(9000) });
    }, []],
    ['accepts a caller that forgets what it sent, however soon', (d, web, orders) => {
      web.calls(d.api(orders), { interaction: InteractionModel.FIRE_AND_FORGET, timeout: ms(10) });
      orders.calls(d.external('payments'), { timeout: ms(1001) });
    }, []],
    ['accepts a callee that waits as long', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1000) });
      orders.calls(d.external('payments'), { timeout: ms(1000) });
    }, []],
    ['finds tries that together outlast the caller, up to their own timeout', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1299) });
      orders.calls(d.external('payments'), { timeout: ms(5000), retry: tries(2, 400) });
    }, [`${ON_WEB} 1299 ms, but orders may wait longer than that for payments: 3 × 400 ms + 100 ms backoff = 1300 ms > 1299 ms; `
      + 'let web wait at least 1300 ms for orders-api, or orders at most 1299 ms for payments']],
    ['accepts tries that together wait as long', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1300) });
      orders.calls(d.external('payments'), { timeout: ms(5000), retry: tries(2, 400) });
    }, []],
    ['finds tries that the call\'s own timeout cuts too late', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(900) });
      orders.calls(d.external('payments'), { timeout: ms(1000), retry: tries(2, 400) });
    }, [`${ON_WEB} 900 ms, but orders may wait longer than that for payments: timeout 1000 ms > 900 ms; `
      + 'let web wait at least 1000 ms for orders-api, or orders at most 900 ms for payments']],
    ['finds a callee that outlasts one try of its caller', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(5000), retry: tries(2, 500) });
      orders.calls(d.external('payments'), { timeout: ms(600) });
    }, [`${ON_WEB} 500 ms, but orders may wait longer than that for payments: timeout 600 ms > 500 ms; `
      + 'let web wait at least 600 ms for orders-api, or orders at most 500 ms for payments']],
    ['accepts a limit of a try that has no repetition to belong to', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(5000), retry: tries(0, 500) });
      orders.calls(d.external('payments'), { timeout: ms(600) });
    }, []],
    ['finds a caller that limits its tries only', (d, web, orders) => {
      web.calls(d.api(orders), { retry: tries(1, 500) });
      orders.calls(d.external('payments'), { retry: tries(1, 250) });
    }, [`${ON_WEB} 500 ms, but orders may wait longer than that for payments: 2 × 250 ms + 25 ms backoff = 525 ms > 500 ms; `
      + 'let web wait at least 525 ms for orders-api, or orders at most 500 ms for payments']],
    ['compares the longest call, not the sum', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1000) });
      ['a', 'b', 'c'].forEach(name => orders.calls(d.external(name), { timeout: ms(800) }));
    }, []],
    ['names the longest call only, the first of equals', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1000) });
      orders.calls(d.external('a'), { timeout: ms(1500) });
      orders.calls(d.external('b'), { timeout: ms(2000) });
      orders.calls(d.external('c'), { timeout: ms(2000) });
    }, [`${ON_WEB} 1000 ms, but orders may wait longer than that for b: timeout 2000 ms > 1000 ms; `
      + 'let web wait at least 2000 ms for orders-api, or orders at most 1000 ms for b']],
    ['judges each caller by its own limit', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(3000) });
      d.workload('batch').calls(d.api(orders), { timeout: ms(1000) });
      orders.calls(d.external('payments'), { timeout: ms(2000) });
    }, ['error batch calls orders-api: batch gives up on orders-api after 1000 ms, but orders may wait longer than that for payments: '
      + 'timeout 2000 ms > 1000 ms; let batch wait at least 2000 ms for orders-api, or orders at most 1000 ms for payments']],
    ['judges the callers of every service of the workload', (d, web, orders) => {
      d.api(orders);
      web.calls(new HttpService(d.topology, 'orders-b', { provider: HttpProvider.workload(orders) }), { timeout: ms(1000) });
      orders.calls(d.external('payments'), { timeout: ms(1001) });
    }, ['error web calls orders-b: web gives up on orders-b after 1000 ms, but orders may wait longer than that for payments: '
      + 'timeout 1001 ms > 1000 ms; let web wait at least 1001 ms for orders-b, or orders at most 1000 ms for payments']],
    ['cannot judge a call without a timeout, and says so once for all callers', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1000) });
      d.workload('batch').calls(d.api(orders), { timeout: ms(1000) });
      orders.calls(d.external('payments'));
    }, ['info orders: not evaluated: callers of orders give up after some time, but it calls payments without a timeout; set timeout on the call of payments']],
    ['says so once for all calls of a workload', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1000) });
      for (let i = 1; i < 9; i++) orders.calls(d.external(`s${i}`));
    }, ['info orders: not evaluated: callers of orders give up after some time, but it calls s1, s2, s3, s4, s5 and 3 more without a timeout; '
      + 'set timeout on each of these calls']],
    ['accepts a call without a timeout where no caller gives up', (d, web, orders) => {
      web.calls(d.api(orders));
      orders.calls(d.external('payments'));
    }, []],
    ['judges calls with a timeout beside those without', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1000) });
      orders.calls(d.external('mail'));
      orders.calls(d.external('payments'), { timeout: ms(1001) });
    }, [
      'info orders: not evaluated: callers of orders give up after some time, but it calls mail without a timeout; set timeout on the call of mail',
      `${ON_WEB} 1000 ms, but orders may wait longer than that for payments: timeout 1001 ms > 1000 ms; `
      + 'let web wait at least 1001 ms for orders-api, or orders at most 1000 ms for payments',
    ]],
    ['accepts messages, for which nobody waits', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1000) });
      orders.publishes(new Queue(d.external('http-broker'), 'done'));
    }, []],
    ['accepts what a mesh cannot time: data stores and TLS that the client starts', (d, web, orders) => {
      web.calls(d.api(orders), { timeout: ms(1000) });
      orders.uses(new Redis(d.topology, 'cache', { provider: RedisProvider.workload(d.workload('redis')) }));
      orders.calls(new GrpcService(d.topology, 'rates', { provider: GrpcProvider.external({ host: 'rates.example.com' }) }));
      const provider = HttpProvider.external('https://bank.example.com', { tlsOrigination: TlsOrigination.CLIENT });
      orders.calls(new HttpService(d.topology, 'bank', { provider }));
    }, []],
  ])('%s', (_, declare, expected) => {
    const declared = new Declaration();
    const [web, orders] = declared.workloads('web', 'orders');
    declare(declared, web, orders);
    expect(declared.found('BST102')).toEqual(expected);
  });

  test('is acknowledged on the caller that gives up', () => {
    const declared = new Declaration();
    const [web, orders] = declared.workloads('web', 'orders');
    web.calls(declared.api(orders), { timeout: ms(1000) });
    orders.calls(declared.external('payments'), { timeout: ms(2000) });
    declared.topology.acknowledge('BST102', web, 'orders watches the deadline itself');
    expect(declared.found('BST102')).toEqual([]);
  });

  test('does not go away by more time for the callee', () => {
    const severities = (timeout: number) => {
      const declared = new Declaration();
      const [web, orders] = declared.workloads('web', 'orders');
      web.calls(declared.api(orders), { timeout: ms(1000) });
      orders.calls(declared.external('payments'), { timeout: ms(timeout) });
      return declared.findings('BST102').map(({ severity }) => severity);
    };
    expect([1500, 2000, 10_000].map(severities)).toEqual([['error'], ['error'], ['error']]);
  });
});
