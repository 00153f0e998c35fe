import { byNearness, nearest } from '../../src/private/nearest';

test.each([['timeot', 'timeout'], ['TIMEOUT', 'timeout'], ['itmeout', 'timeout'], ['timeouted', 'timeout'], ['time', undefined], ['', undefined]])(
  '%j may stand for %j', (word, meant) => expect(nearest(word, ['retry', 'timeout'])).toBe(meant));

test('near words come first, then those that begin alike, then as given', () =>
  expect(byNearness('getUsr', ['zoo', 'getUserById', 'ant', 'getUser', 'listUsers', 'getUsr'])).toEqual(['getUsr', 'getUser', 'getUserById', 'zoo', 'ant', 'listUsers']));

test('looks at 20,000 long words in no more time than they have letters', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => `${'a'.repeat(250)}${index}`);
  const start = Date.now();
  expect(byNearness(`${'b'.repeat(250)}7`, words)[0]).toBe(words[0]);
  expect(Date.now() - start).toBeLessThan(5_000);
});
