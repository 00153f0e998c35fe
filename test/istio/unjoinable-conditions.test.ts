import { HttpMatch } from '../../src/model/http-match';
import { HttpRoute } from '../../src/model/http-route';
import { RetryPolicy } from '../../src/model/retry-policy';
import { StringMatch } from '../../src/model/string-match';
import { contractOf, MeshDeclaration, operation } from '../support/mesh';

const { exact, prefix, regex } = StringMatch;

function found(uri: StringMatch, retry = RetryPolicy.attempts(2)): string[] {
  const declared = new MeshDeclaration();
  const users = declared.users({ contract: contractOf(operation('get', 'GET', '/users/{id}'), operation('add', 'POST', '/users')), routes: [HttpRoute.when(HttpMatch.uri(uri)).toAnyVersion(), HttpRoute.toAnyVersion()] });
  declared.caller('web', users, { operations: ['add', 'get'], retry });
  declared.read();
  return declared.found('BST706');
}

describe('BST706 unjoinable-conditions', () => {
  test.each([[regex('/users/[0-9]+')], [prefix('/users/a')]])('finds %j beside an operation with parameters', uri => expect(found(uri)).toEqual([
    'error web calls users-api: its operations are told by their paths, and route 1 of users-api matches paths by something that cannot stand beside one of these; '
      + 'let that route match a whole path, or a prefix no longer than what stands before the first parameter, or name no operations here',
  ]));

  test.each([[prefix('/users/')], [prefix('/orders')], [exact('/users/me')]])('accepts %j', uri => expect(found(uri)).toEqual([]));

  test('accepts any where nothing is repeated, as no route then asks for the operation', () => expect(found(regex('/users/[0-9]+'), RetryPolicy.attempts(0))).toEqual([]));
});
