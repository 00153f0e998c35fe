import { shortened, shortenedLabel, undotted } from '../../src/private/shortened';

test('a name that fits stays as it is', () => expect(shortened('a'.repeat(63), 63)).toBe('a'.repeat(63)));

test('a longer one ends with a hash of the whole, and with neither dash nor dot before it', () => {
  const [one, other] = ['b', 'c'].map(last => shortened(`${'a'.repeat(53)}-.${'a'.repeat(20)}${last}`, 63));
  expect(one).toMatch(/^a{53}\.[0-9a-f]{8}$/);
  expect(other).not.toBe(one);
});

test('a label has neither a dot nor more than 63 characters', () => {
  expect(shortenedLabel('a'.repeat(63))).toBe('a'.repeat(63));
  expect(shortenedLabel('a'.repeat(64))).toMatch(/^a{54}-[0-9a-f]{8}$/);
});

test('a name without dots is told apart from one that had a dash there, and is no longer than a name may be', () => {
  const [dotted, dashed, long] = ['door.a.example', 'door.a-example', `door.${'a'.repeat(300)}`].map(undotted);
  expect(dotted).toMatch(/^door-a-example-[0-9a-f]{8}$/);
  expect(dashed).not.toBe(dotted);
  expect([long.length, undotted(`door.${'a'.repeat(301)}`) === long]).toEqual([253, false]);
});
