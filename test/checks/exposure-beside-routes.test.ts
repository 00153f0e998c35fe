import { ExposeOptions, HttpMatch, HttpRoute, RetryPolicy, StringMatch } from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration, USERS_CONTRACT } from '../support/mesh';

const { uri, header } = HttpMatch;
const { prefix, regex } = StringMatch;
const found = (routes: HttpRoute[], options: ExposeOptions, operations?: string[]) => {
  const declared = new MeshDeclaration();
  const users = declared.users({ routes, contract: USERS_CONTRACT });
  const door = newGateway(declared.topology);
  if (operations) door.calls(users, { operations, retry: RetryPolicy.attempts(1) });
  door.exposes(users, options);
  declared.read();
  return declared.found('BST651').map(text => text.replace(/;.*/, '').replace(/^error door exposes users-api[^:]*: /, ''));
};
const BY_PATH = [HttpRoute.when(uri(prefix('/beta/'))).toAnyVersion(), HttpRoute.toAnyVersion()];
const BY_HEADER = [HttpRoute.when(header('x-beta', 'yes')).toAnyVersion(), HttpRoute.toAnyVersion()];
const API = { matches: [uri(prefix('/api/'))] };

describe('BST651 exposure-beside-routes', () => {
  test('finds a path that is rewritten before routes or operations ask for it', () => {
    const expected = ['its path is rewritten, and the routes or operations of users-api ask for paths as they are behind that'];
    expect(found(BY_PATH, { rewrite: { uri: '/' } })).toEqual(expected);
    expect(found([], { ...API, rewrite: { uri: '/' } }, ['createUser', 'listUsers'])).toEqual(expected);
  });

  test('finds two conditions that cannot be said in one', () =>
    expect(found(BY_PATH, { matches: [uri(regex('/[a-z]+/x'))] })).toEqual(['what it matches, and what the routes or operations of users-api ask for, cannot be said in one condition']));

  test('finds what is said twice', () =>
    expect(found([HttpRoute.toAnyVersion({ rewrite: { authority: 'a' } })], { rewrite: { authority: 'b' } })).toEqual(['"rewrite" is said here and by a route of users-api']));

  test.each<[string, HttpRoute[], ExposeOptions]>([
    ['a rewrite beside routes by header', BY_HEADER, { ...API, rewrite: { uri: '/' } }], ['a narrower path', BY_PATH, { matches: [uri(prefix('/'))] }],
    ['routes of its own', BY_PATH, { ...API, rewrite: { uri: '/' }, routes: BY_HEADER }], ['a rewrite of the host', BY_PATH, { rewrite: { authority: 'a' } }],
  ])('accepts %s', (_, routes, options) => expect(found(routes, options)).toEqual([]));
});
