import { byNearness, nearest } from '../../src/private/nearest';

test.each([['timeot', 'timeout'], ['TIMEOUT', 'timeout'], ['itmeout', 'timeout'], ['timeouted', 'timeout'], ['time', undefined], ['', undefined], ['RE', undefined], ['ret', 'Retry'], ['rtr', 'Retry']])(
  '%j may stand for %j', (word, meant) => expect(nearest(word, ['Retry', 'timeout'])).toBe(meant));

test('near words come first, then those that begin alike, then as given', () =>
  expect(byNearness('getUsr', ['zoo', 'getUserById', 'ant', 'getUser', 'listUsers', 'getUsr'])).toEqual(['getUsr', 'getUser', 'getUserById', 'zoo', 'ant', 'listUsers']));

test('case makes no word far, and a word of which another is the beginning is as alike as the shorter is long', () => {
  expect(byNearness('GETUSER', ['listUsers', 'getUserById', 'getuser'])).toEqual(['getuser', 'getUserById', 'listUsers']);
  expect(byNearness('ab', ['abcdefg', 'abxyzuv', 'a'])).toEqual(['a', 'abcdefg', 'abxyzuv']);
});

test('looks at 20,000 long words in no more time than they have letters', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => `${'a'.repeat(250)}${index}`);
  const start = Date.now();
  expect(byNearness(`${'b'.repeat(250)}7`, words)[0]).toBe(words[0]);
  expect(Date.now() - start).toBeLessThan(5_000);
});
