import { ConsistentHash } from '../../src';
import { expectRefusal } from '../support/declare';

test('a ring and a table have the sizes of Envoy, unless they are told others', () => {
  expect({ ...ConsistentHash.ringHash() }).toEqual({ algorithm: 'RING_HASH', size: 1024 });
  expect({ ...ConsistentHash.maglev() }).toEqual({ algorithm: 'MAGLEV', size: 65537 });
  expect(ConsistentHash.maglev(1009)).toBe(ConsistentHash.maglev(1009));
});

test.each([0, 1.5, 8_388_609])('BST010: a ring has no %p places', size => expectRefusal(() => ConsistentHash.ringHash(size), 'BST010', 'ConsistentHash.ringHash', '1..8388608'));

test.each([1, 4, 65_536, 4_999_999 * 2, 5_000_011])('BST010: a table has no %p places', size => expectRefusal(() => ConsistentHash.maglev(size), 'BST010', 'ConsistentHash.maglev', 'tableSize'));
