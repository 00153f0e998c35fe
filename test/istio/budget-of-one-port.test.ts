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

test('and one for hosts of a wildcard', () => expect(found(SEVERAL.slice(0, 1), { retryBudget: {} }, ['*.b.example.com'])).toEqual([expect.stringContaining('the whole host *.b.example.com')]));

test('BST671 accepts a host of one service, and limits that a port has words for', () => {
  expect(found(SEVERAL.slice(0, 1), { retryBudget: { percent: 10 } })).toEqual([]);
  expect(found(SEVERAL, { maxRetries: 3 })).toEqual([]);
});
