import { assertParsable } from '../../src/contracts/yaml-limits';
import { reading, refusal } from './contract-folder';

function check(text: string): void {
  assertParsable(text, reading());
}

test('accepts one document with a version, a start and an end', () => {
  expect(() => check('%YAML 1.2\n---\na: 1\n...\n')).not.toThrow();
});

test('accepts brackets, commas and percent signs in texts, where they cost nothing', () => {
  expect(() => check(`a: |\n ${'['.repeat(300)}\nb: "${'[,'.repeat(300_000)}"\nc: a${']'.repeat(300)}\nd: 'x'\ne: |\n %TAG\n`)).not.toThrow();
});

test.each(['%YAML 1.1', '%YAML 1.3', '%TAG ! tag:example.com,2026:', '%hunter2'])('refuses the directive %s without repeating it', directive => {
  const message = refusal(() => check(`${directive}\n---\na: 1\n`));
  expect(message).toContain('a directive changes how YAML is read: allowed is "%YAML 1.2"');
  expect(message).not.toContain(directive);
});

test.each([']', 'a: [b]]', '{}}', '...\n]'])('refuses %j, where a bracket closes nothing', text => {
  expect(refusal(() => check(text))).toContain('a bracket closes what none opened');
});

test('accepts a depth of 200 in flow style and refuses 201', () => {
  expect(() => check('['.repeat(200))).not.toThrow();
  expect(refusal(() => check('['.repeat(201)))).toContain('nested more than 200 deep');
  expect(refusal(() => check('{"a":['.repeat(101)))).toContain('nested more than 200 deep');
});

test.each([
  ['blank lines', '\n'.repeat(1001)],
  ['comments', '#\n'.repeat(501)],
  ['lines of a block scalar', `|\n${' a\n'.repeat(1001)}`],
  ['lines of a quoted scalar', `"${'a\n'.repeat(1001)}"`],
  ['anchors', `- ${'&a '.repeat(201)}`],
  ['tags', `- ${'!a '.repeat(201)}`],
  ['commas', `[${','.repeat(201)}]`],
  ['empty objects', `[${'{},'.repeat(143)}]`],
])('refuses too many %s before they are parsed', (_, text) => {
  const almost = reading();
  almost.spend('tokens', 1_199_000);
  expect(refusal(() => assertParsable(text, almost))).toMatch(/at least 120\d{4} tokens: allowed are 1200000/);
});
