import { grouped } from '../../src/private/grouped';

test('values stand together that have a key in common, in the order given', () =>
  expect([...grouped(['bob', 'alice', 'ben', 'anna'], name => name[0])]).toEqual([['b', ['bob', 'ben']], ['a', ['alice', 'anna']]]));

test('of nothing comes nothing', () => expect(grouped([], String).size).toBe(0));
