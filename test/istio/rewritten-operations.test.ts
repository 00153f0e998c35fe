import { HttpMatch } from '../../src/model/http-match';
import { HttpRoute } from '../../src/model/http-route';
import { RetryPolicy } from '../../src/model/retry-policy';
import { StringMatch } from '../../src/model/string-match';
import { contractOf, MeshDeclaration, operation } from '../support/mesh';

const CONTRACT = contractOf(operation('list', 'GET', '/api/users'), operation('add', 'POST', '/api/users'));
const REWRITTEN = HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/api/'))).toAnyVersion({ rewrite: { uri: '/' } });
const OTHERS = HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/orders/'))).toAnyVersion({ rewrite: { uri: '/' } });
const REST = HttpRoute.toAnyVersion();
const FOUND = 'its requests are told by the paths of operations, and route 1 of';

function found(by: 'users' | 'payments', routes: HttpRoute[], options: object): string[] {
  const declared = new MeshDeclaration();
  declared.caller('web', declared[by]({ contract: CONTRACT, routes }), options);
  declared.read();
  return declared.found('BST707').map(text => text.split(';')[0]);
}

describe('BST707 rewritten-operations', () => {
  test.each<['users' | 'payments', string]>([['users', 'users-api'], ['payments', 'payments']])('finds a path that is changed where operations of %s are told by it', (by, name) =>
    expect(found(by, [REWRITTEN, REST], { operations: ['list'] })).toEqual([`error web calls ${name}: ${FOUND} ${name} puts another path in the place of these`]));

  test('finds one that changes every path', () =>
    expect(found('users', [HttpRoute.toAnyVersion({ rewrite: { uri: '/v2/' } })], { operations: ['add'] })).toHaveLength(1));

  test('finds one where retries ask for paths', () =>
    expect(found('users', [REWRITTEN, REST], { operations: ['list', 'add'], retry: RetryPolicy.attempts(1) })).toHaveLength(1));

  test.each<[string, HttpRoute[], object]>([
    ['callers of all that there is', [REWRITTEN, REST], {}], ['a route that none of its requests takes', [OTHERS, REST], { operations: ['list'] }],
    ['another host', [HttpRoute.toAnyVersion({ rewrite: { authority: 'a.example.com' } })], { operations: ['list'] }],
  ])('accepts %s', (_, routes, options) => expect(found('users', routes, options)).toEqual([]));
});
