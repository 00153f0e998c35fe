import { ContractBudget } from '../../src/contracts/contract-budget';
import { yamlTokens } from '../../src/contracts/yaml-tokens';
import { refusal, SUBJECT } from './contract-folder';

function tokens(text: string): string[] {
  return yamlTokens(text, SUBJECT, new ContractBudget()).map(({ type }) => type);
}

test('accepts one document with a version, a start and an end', () => {
  expect(tokens('%YAML 1.2\n---\na: 1\n...\n')).toEqual(['directive', 'newline', 'document', 'doc-end']);
});

test('refuses a second document', () => {
  expect(refusal(() => tokens('a: 1\n---\nb: 2\n'))).toContain('it holds more than one YAML document: allowed is one');
});

test.each(['%YAML 1.1', '%TAG ! tag:example.com,2026:', '%OTHER'])('refuses the directive %s', directive => {
  expect(refusal(() => tokens(`${directive}\n---\na: 1\n`))).toContain(`the directive "${directive}" changes how YAML is read`);
});

test('refuses text that can belong to no document', () => {
  expect(refusal(() => tokens(']'))).toContain('unexpected text at character 0');
});

test.each([
  ['lists in flow style', '['.repeat(100_000)],
  ['objects in flow style', '{"a":'.repeat(100_000)],
  ['lists in block style', '- '.repeat(100_000)],
  ['complex keys', '? '.repeat(100_000)],
])('refuses deeply nested %s before they are composed', (_, text) => {
  expect(refusal(() => tokens(text))).toContain('nested more than 200 deep');
});

test.each([
  ['blank lines', '\n'.repeat(1001)],
  ['comments', '#\n'.repeat(501)],
  ['lines of a block scalar', `|\n${' a\n'.repeat(1001)}`],
  ['lines of a quoted scalar', `"${'a\n'.repeat(1001)}"`],
  ['anchors', `- ${'&a '.repeat(501)}`],
  ['empty objects', `[${'{},'.repeat(143)}]`],
])('refuses too many %s before they are composed', (_, text) => {
  const budget = new ContractBudget();
  budget.spend('tokens', 1_199_000, SUBJECT);
  expect(refusal(() => yamlTokens(text, SUBJECT, budget))).toMatch(/at least 120\d{4} tokens: allowed are 1200000/);
});
