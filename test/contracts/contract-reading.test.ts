import { OPEN_API } from '../../src/contracts/contract-form';
import { ContractReading, hasInvisible } from '../../src/contracts/contract-reading';
import { reading, refusal } from './contract-folder';

test('names the contract as given, on one line and cut', () => {
  const { message } = new ContractReading(`a\n${'b'.repeat(200)}`, OPEN_API).refusal('it is bad', 'improve it');
  expect(message).toBe(`BST710 Contract.openApi("a\\n${'b'.repeat(78)}…"): it is bad; improve it`);
});

test('names the file that a reference led to', () => {
  const { message } = reading().at('b/c.yaml').refusal('it is bad', 'improve it');
  expect(message).toBe('BST710 Contract.openApi("api.yaml"): in "b/c.yaml": it is bad; improve it');
});

test('names of what such a file refers to that file, and no query of a name, in which tokens travel', () => {
  expect(reading().behind('b.yaml').refusal('it is bad', 'improve it').message).toContain('in what "b.yaml" refers to: it is bad');
  expect(reading().at('b.yaml?token=hunter2').refusal('it is bad', 'improve it').message).toContain('in "b.yaml": it is bad');
});

test('tells a $ref by its text in the contract itself, and by its place alone in a file that this refers to', () => {
  expect([reading().reference('#/a'), reading().reference('#/a', () => 7), reading().reference('a.yaml?token=hunter2#/a')]).toEqual(['$ref "#/a"', '$ref "#/a"', '$ref "a.yaml"']);
  expect([reading().at('b.yaml').reference('#/a'), reading().at('b.yaml').reference('#/a', () => 7)]).toEqual(['a $ref', 'the $ref at line 7']);
});

test.each([['bytes', 33_554_432], ['characters', 268_435_456], ['nodes', 100_000], ['tokens', 1_200_000]] as const)('accepts a limit of %s in parts and refuses one more', (what, limit) => {
  const whole = reading();
  whole.spend(what, limit - 1);
  whole.spend(what, 1);
  expect(refusal(() => whole.spend(what, 1))).toContain(`the contract has at least ${limit + 1} ${what}: allowed are ${limit}`);
});

test('counts what all files of a contract cost together', () => {
  const whole = reading();
  whole.spend('nodes', 60_000);
  whole.at('b.yaml').spend('nodes', 40_000);
  expect(refusal(() => whole.at('c.yaml').spend('nodes', 1))).toContain('in "c.yaml": the contract has at least 100001 nodes');
});

test.each(['\0', '\n', '\x7f', '\u0085', '\u200b', '\u202e', '\u2028', '\ufeff', '\ud800'])('finds %j', character => {
  expect(hasInvisible(`a${character}b`)).toBe(true);
});

test.each(['a b', 'caf\u00e9', '\ud83d\ude00', '{id}'])('finds nothing in %p', text => {
  expect(hasInvisible(text)).toBe(false);
});
