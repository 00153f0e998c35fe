import { mongoDbDatabase, mongoDbSettings } from '../../src/backing-services/mongo-db-database';
import { expectRefusal } from '../support/declare';

test.each(['orders', 'ünï', 'a'.repeat(63), '日本語', 'x-1_2+3'])('a database is called %s', name => expect(mongoDbDatabase(name, 'p')).toBe(name));

test.each(['', 'a b', 'a.b', 'a/b', 'a\\b', 'a"b', 'a$b', 'a*b', 'a<b', 'a>b', 'a:b', 'a|b', 'a?b', 'a\0b', 'a'.repeat(64)])('BST801: no database is called %j', name =>
  expectRefusal(() => mongoDbDatabase(name, 'p'), 'BST801', 'p', '1 to 63 characters'));

test('BST511: a URL is no name of a database', () =>
  expectRefusal(() => mongoDbDatabase('mongodb://u:CANARY@h/d', 'p'), 'BST511', 'p', 'name alone'));

test('tells what is said, and nothing else', () => {
  expect(mongoDbSettings({}, 'p')).toEqual({});
  expect(mongoDbSettings({ authSource: 'users', replicaSet: 'Shop.rs-0' }, 'p')).toEqual({ 'auth-source': 'users', 'replica-set': 'Shop.rs-0' });
});

test.each(['', 'a b', 'a/b', 'a&b', 'r'.repeat(64)])('BST801: no replica set is called %j', replicaSet =>
  expectRefusal(() => mongoDbSettings({ replicaSet }, 'p'), 'BST801', 'p', 'a replica set', 'at most 63 characters'));
