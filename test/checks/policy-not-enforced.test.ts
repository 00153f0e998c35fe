import { HttpProvider, HttpService, TlsOrigination } from '../../src/backing-services/http-service';
import { Redis, RedisProvider } from '../../src/backing-services/redis';
import { CircuitBreaker } from '../../src/model/circuit-breaker';
import { ConnectionPool } from '../../src/model/connection-pool';
import { Criticality } from '../../src/model/criticality';
import { DataAccess } from '../../src/model/data-access';
import { CallOptions } from '../../src/model/dependency-options';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Declaration, ms } from '../support/topology';

const contract = { operations: [{ id: 'get', method: 'GET', path: '/', retriable: true }] };
const EVERY: Required<CallOptions> = {
  timeout: ms(1000),
  connectTimeout: ms(100),
  retry: RetryPolicy.attempts(1),
  circuitBreaker: CircuitBreaker.consecutiveErrors(5),
  connectionPool: ConnectionPool.limits({ maxConnections: 1 }),
  operations: ['get'],
  criticality: Criticality.OPTIONAL,
  bindingName: 'orders',
};
const FIELDS = ['timeout', 'connectTimeout', 'retry', 'circuitBreaker', 'connectionPool', 'operations'];
const unenforced = (fields: string, them = 'them') =>
  `warning web calls orders: declared but enforced by no output: ${fields}; add an output that enforces ${fields}, or take ${them} out of the declaration`;

describe('BST616 policy-not-enforced', () => {
  test.each<[string, CallOptions, string[], string[]]>([
    ['warns of every field that no output enforces', EVERY, [], [unenforced('timeout, connectTimeout, retry, circuitBreaker, connectionPool, operations')]],
    ...FIELDS.map((field): [string, CallOptions, string[], string[]] =>
      [`warns of ${field} alone`, EVERY, FIELDS.filter(other => other !== field), [unenforced(field, 'it')]]),
    ['accepts fields that an output enforces', EVERY, FIELDS, []],
    ['accepts a call that asks for nothing', {}, [], []],
    ['accepts what tells facts only', { criticality: Criticality.OPTIONAL, bindingName: 'orders' }, [], []],
    ['counts zero attempts, which switch a mesh\'s own retries off', { retry: RetryPolicy.attempts(0) }, [], [unenforced('retry', 'it')]],
  ])('%s', (_, options, enforces, expected) => {
    const declared = new Declaration();
    declared.workload('web').calls(declared.external('orders', { contract }), options);
    declared.topology.read({ enforces });
    expect(declared.found('BST616')).toEqual(expected);
  });

  test.each<[string, DataAccess | undefined, string[], number]>([
    ['warns of read-only access that no output enforces', DataAccess.READ_ONLY, [], 1],
    ['accepts it with one that does', DataAccess.READ_ONLY, ['access'], 0],
    ['accepts read-write access, which forbids nothing', DataAccess.READ_WRITE, [], 0],
  ])('%s', (_, access, enforces, count) => {
    const declared = new Declaration();
    const redis = new Redis(declared.topology, 'cache', { provider: RedisProvider.workload(declared.workload('redis')) });
    declared.workload('web').uses(redis, { access });
    declared.topology.read({ enforces });
    expect(declared.findings('BST616').map(({ path }) => path)).toEqual(Array(count).fill('web uses cache'));
  });

  test('has one finding for each dependency', () => {
    const declared = new Declaration();
    const [web, batch] = declared.workloads('web', 'batch');
    [web, batch].forEach(workload => workload.calls(declared.external(`for-${workload.name}`), { timeout: ms(1), connectTimeout: ms(1) }));
    expect(declared.findings('BST616').map(({ path }) => path)).toEqual(['batch calls for-batch', 'web calls for-web']);
  });

  test('is acknowledged on the dependency', () => {
    const declared = new Declaration();
    const web = declared.workload('web');
    web.calls(declared.external('orders'), { timeout: ms(1000) });
    declared.topology.acknowledge('BST616', web, 'the client keeps this timeout itself');
    expect(declared.found('BST616')).toEqual([]);
  });
});

describe('BST616 on TLS that the mesh starts', () => {
  test.each<[string, string, TlsOrigination | undefined, string[], string[]]>([
    ['finds that without a mesh consumers would speak plain HTTP', 'https://bank.example.com:8443', undefined, ['timeout'],
      ['error bank: consumers are given http://bank.example.com:80 for the mesh to start TLS to port 8443, but no output does: '
        + 'bank would be called in plain HTTP; add a mesh output, or declare HttpProvider.external(url, { tlsOrigination: TlsOrigination.CLIENT })']],
    ['accepts it with a mesh', 'https://bank.example.com', undefined, ['tlsByMesh'], []],
    ['accepts TLS that the client starts', 'https://bank.example.com', TlsOrigination.CLIENT, [], []],
    ['accepts what is plain HTTP by its URL', 'http://bank.example.com', undefined, [], []],
  ])('%s', (_, url, tlsOrigination, enforces, expected) => {
    const declared = new Declaration();
    const bank = new HttpService(declared.topology, 'bank', { provider: HttpProvider.external(url, { tlsOrigination }) });
    declared.workload('web').calls(bank);
    declared.topology.read({ enforces });
    expect(declared.found('BST616')).toEqual(expected);
  });

  test('accepts a service that nobody calls', () => {
    const declared = new Declaration();
    new HttpService(declared.topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
    expect(declared.found('BST616')).toEqual([]);
  });
});
