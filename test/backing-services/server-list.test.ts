import { parseServerList } from '../../src/backing-services/server-list';
import { expectRefusal, survivesHostileText } from '../support/declare';

const words = { option: 'sentinels', one: 'sentinel' };
const parsed = (servers: string[], mayBeAny = false) => parseServerList(servers, { ...words, mayBeAny }, 'p').map(({ host, port }) => `${host} ${port}`);

test('each server stands once, whatever it is named by', () =>
  expect(parsed(['a.example:26379', '[2001:db8::7]:26379', '203.0.113.7:26379', 'a.example:26379'])).toEqual(['a.example 26379', '2001:db8::7 26379', '203.0.113.7 26379']));

test('any server of a domain is taken where that is asked for alone', () => {
  expect(parsed(['*.redis.example:6379'], true)).toEqual(['*.redis.example 6379']);
  expectRefusal(() => parsed(['*.redis.example:6379']), 'BST801', 'p', 'cannot be a host');
});

test.each([[[], 'there is no sentinel'], [['a.example'], 'sentinels[0] (not repeated here) is no sentinel'], [['a.example:1', 'b.example:2'], 'the sentinels have different ports']])(
  'BST027: refuses %j in the words of the list', (servers, problem) => expectRefusal(() => parsed(servers), 'BST027', 'p', problem, 'give the sentinels as the service states them'));

test('survives hostile text', () => survivesHostileText(text => parsed([`${text}:6379`], true)));
