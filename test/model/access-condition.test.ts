import { assertCondition, isOfIdentity, isOfRequest } from '../../src/model/access-condition';
import { expectRefusal } from '../support/declare';

test.each(['connection.sni', 'destination.ip', 'destination.port', 'remote.ip', 'request.auth.audiences', 'request.auth.presenter', 'request.auth.principal', 'source.ip', 'source.namespace',
  'source.principal', 'request.auth.claims[groups]', 'request.auth.claims[realm_access][roles]', 'request.headers[x-user]'])('%s is a key', key =>
  expect(assertCondition({ key, values: ['443'].map(value => key.endsWith('ip') ? '10.0.0.0/8' : value) }, 'a').key).toBe(key));

test('is kept with lists sorted, and the name of a header in lower case', () =>
  expect(assertCondition({ key: 'request.headers[X-User]', values: ['b', 'a', 'b'], notValues: ['*'] }, 'a')).toEqual({ key: 'request.headers[x-user]', values: ['a', 'b'], notValues: ['*'] }));

test('tells what only requests have, and what is looked at after an external authorizer was asked', () => {
  expect(['request.headers[a]', 'request.auth.principal', 'source.ip', 'source.principal'].map(isOfRequest)).toEqual([true, true, false, false]);
  expect(['request.headers[a]', 'request.auth.principal', 'source.ip', 'source.principal', 'source.namespace'].map(isOfIdentity)).toEqual([false, true, false, true, true]);
});

test.each<[string, string, string[] | undefined, string]>([
  ['BST542', 'destination.labels[version]', ['a'], 'there is no condition on'], ['BST542', 'request.headers[]', ['a'], 'there is no condition on'],
  ['BST542', 'experimental.envoy.filters.a[b]', ['a'], 'there is no condition on'], ['BST542', 'source.ip', undefined, 'neither values nor notValues'],
  ['BST542', 'source.ip', [], 'no values'], ['BST542', 'source.ip', ['somewhere'], 'no address and no range'], ['BST542', 'destination.port', ['http'], 'no port'],
  ['BST542', 'request.headers[a]', [''], '1 to 1024 printable'], ['BST510', 'request.headers[authorization]', ['a'], 'the name of a secret'], ['BST801', 'request.headers[a b]', ['a'], 'a header name'],
  ['BST510', 'request.headers[a]', ['ghp_0123456789abcdefghij0123456789abcdef'], 'looks like a credential'],
])('%s: refuses a condition on %s of %j', (code, key, values, words) => expectRefusal(() => assertCondition({ key, values }, 'a'), code, 'a', words));

test('takes single addresses and ranges', () =>
  expect(assertCondition({ key: 'remote.ip', notValues: ['10.1.2.3', '::1', '10.0.0.0/8'] }, 'a').notValues).toEqual(['10.0.0.0/8', '10.1.2.3', '::1']));
