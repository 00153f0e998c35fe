import { capped } from '../../src/private/capped';

test.each<[string[], number, string]>([
  [[], 2, ''], [['a'], 2, 'a'], [['a', 'b'], 2, 'a, b'], [['a', 'b', 'c'], 2, 'a, b, c'], [['a', 'b', 'c', 'd'], 2, 'a, b and 2 more'],
])('of %j, %i at the most are told: %s', (texts, shown, expected) => expect(capped(texts, shown)).toBe(expected));

test('of thousands a few are told, and the count', () =>
  expect(capped(Array.from({ length: 5000 }, (_, i) => `w${i}`))).toBe('w0, w1, w2, w3, w4 and 4995 more'));
