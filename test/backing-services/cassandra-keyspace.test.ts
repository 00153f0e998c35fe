import { datacenterSettings, keyspaceName } from '../../src/backing-services/cassandra-keyspace';
import { expectRefusal } from '../support/declare';

test.each(['orders', 'Orders_2', '1', 'k'.repeat(48)])('a keyspace is called %s', name => expect(keyspaceName(name, 'p')).toBe(name));

test('none is said', () => expect(keyspaceName(undefined, 'p')).toBeUndefined());

test.each(['', 'a-b', 'a b', 'ü', 'k'.repeat(49)])('BST801: no keyspace is called %j', name =>
  expectRefusal(() => keyspaceName(name, 'p'), 'BST801', 'p', 'a keyspace', 'at most 48 characters'));

test.each(['dc1', 'eu-west_1.a', 'Data Center 1'])('a datacenter is called %s', name => expect(datacenterSettings(name, 'p')).toEqual({ datacenter: name }));

test.each(['', ' dc1', 'dc1 ', 'a  b', 'a,b', 'd'.repeat(256)])('BST801: no datacenter is called %j', name =>
  expectRefusal(() => datacenterSettings(name, 'p'), 'BST801', 'p', 'a datacenter'));

test('BST511: a URL is no name', () => {
  expectRefusal(() => datacenterSettings('cql://u:CANARY@h', 'p'), 'BST511', 'p', 'name alone');
  expectRefusal(() => keyspaceName('cql://u:CANARY@h', 'p'), 'BST511', 'p', 'name alone');
});
