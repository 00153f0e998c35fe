import { StringMatch } from '../../src';
import { expectRefusal } from '../support/declare';

const { exact, prefix, regex } = StringMatch;

test.each<[StringMatch, string[], string[]]>([
  [exact('a'), ['a'], ['A', 'ab', '']], [prefix('/a'), ['/a', '/ab'], ['/', 'x/a']], [regex('/v[0-9]+/.*'), ['/v1/', '/v22/a'], ['/v/', 'x/v1/', '/v1']], [StringMatch.ANY, ['', 'a'], []],
])('%j takes what it says', (match, taken, others) => {
  for (const text of taken) expect(match._takes(text)).toBe(true);
  for (const text of others) expect(match._takes(text)).toBe(false);
});

test.each(['(?=a)b', '(?<!a)b', '(a)\\1', '[', 'a**', '(?P<x'])('BST044: refuses %j, which RE2 does not take', expression =>
  expectRefusal(() => regex(expression), 'BST044', 'StringMatch.regex', 'no expression of RE2', 'without looking ahead'));

test.each<[string, (text: string) => StringMatch]>([['exact', exact], ['prefix', prefix], ['regex', regex]])('%s refuses what no client sends, and what looks like a credential', (name, make) => {
  for (const text of ['', ' a', 'a\n', 'x'.repeat(1025)]) expectRefusal(() => make(text), 'BST024', `StringMatch.${name}`, 'not repeated here');
  expectRefusal(() => make('ghp_CANARYCANARY'), 'BST510', `StringMatch.${name}`, 'not repeated here');
});
