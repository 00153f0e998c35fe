import { ConnectionPool, ConnectionPoolOptions, HttpProvider, HttpService } from '../../src';
import { MeshDeclaration } from '../support/mesh';

/** What is found where a workload calls services at these URLs, the first with such limits. */
function found(urls: string[], limits: ConnectionPoolOptions, furtherHosts?: string[]): string[] {
  const declared = new MeshDeclaration();
  const [web] = declared.workloads('web');
  urls.forEach((url, nth) => web.calls(
    new HttpService(declared.topology, `s${nth}`, { provider: HttpProvider.external(url, { furtherHosts }) }),
    nth === 0 ? { connectionPool: ConnectionPool.limits(limits) } : {},
  ));
  declared.read();
  return declared.found('BST671');
}

const SEVERAL = ['http://a.example.com:8080', 'http://a.example.com:8081'];

test('BST671 finds a budget for one port of a host, which no rule can say', () => expect(found(SEVERAL, { retryBudget: { percent: 10 } })).toEqual([
  'error web calls s0: its retry budget is for the whole host a.example.com, whose ports are ruled one by one; limit repetitions by maxRetries, or give s0 a host of its own',
]));

test('and one for a Service of ours that has several ports', () => {
  const declared = new MeshDeclaration();
  const [web, api] = declared.workloads('web', 'api');
  const at = (id: string, port: number) => new HttpService(declared.topology, id, { provider: HttpProvider.workload(api, { service: 'api', port, targetPort: port }) });
  web.calls(at('first', 80), { connectionPool: ConnectionPool.limits({ retryBudget: {} }) });
  web.calls(at('second', 81));
  declared.read();
  expect(declared.found('BST671')).toEqual([expect.stringContaining('web calls first: its retry budget is for the whole host api.')]);
});

test('and one for hosts of a wildcard', () => expect(found(SEVERAL.slice(0, 1), { retryBudget: {} }, ['*.b.example.com'])).toEqual([expect.stringContaining('the whole host *.b.example.com')]));

test('BST671 accepts a host of one service, and limits that a port has words for', () => {
  expect(found(SEVERAL.slice(0, 1), { retryBudget: { percent: 10 } })).toEqual([]);
  expect(found(SEVERAL, { maxRetries: 3 })).toEqual([]);
});
