import { ContractBudget } from '../../src/contracts/contract-budget';
import { assertContractData, Data, kindOf } from '../../src/contracts/contract-data';
import { data, refusal, SUBJECT } from './contract-folder';

function check(value: Data): void {
  assertContractData(value, 'api.yaml', SUBJECT, new ContractBudget());
}

function nested(depth: number): Data {
  let value: Data = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : new Map([['a', value]]);
  return value;
}

test('accepts a depth of 200 and refuses 201', () => {
  expect(() => check(nested(200))).not.toThrow();
  expect(refusal(() => check(nested(201)))).toContain('nested more than 200 deep');
});

test('accepts 100,000 nodes and refuses one more', () => {
  expect(() => check(Array.from({ length: 99_999 }, () => null))).not.toThrow();
  expect(refusal(() => check(Array.from({ length: 100_000 }, () => null)))).toContain('at least 100001 nodes: allowed are 100000');
});

test('refuses the billion laughs, counting what aliases stand for', () => {
  const lines = Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join()}]`);
  const bomb = data(['a0: &a0 lol', ...lines].join('\n'));
  expect(refusal(() => check(bomb))).toMatch(/at least \d+ nodes: allowed are 100000, all its files together and aliases expanded/);
});

test('refuses a chain of aliases that is too deep', () => {
  const lines = Array.from({ length: 300 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}]`);
  expect(refusal(() => check(data(['a0: &a0 1', ...lines].join('\n'))))).toContain('nested more than 200 deep');
});

test.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s in YAML and JSON', key => {
  for (const text of [`x:\n  - ${key}: { polluted: true }\n`, `{"${key}": {"polluted": true}}`, `{"\\u00${key.charCodeAt(0).toString(16)}${key.slice(1)}": 1}`]) {
    expect(refusal(() => check(data(text)))).toContain(`the key "${key}" can change the behaviour`);
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('refuses a merge key, which YAML 1.2 would silently not merge', () => {
  expect(refusal(() => check(data('a: &a { x: 1 }\nb: { <<: *a }')))).toContain('the merge key "<<" does not exist in YAML 1.2');
});

test('refuses a hostile $ref even where nothing uses it', () => {
  const text = 'components: { schemas: { A: { properties: { b: { $ref: "http://169.254.169.254/" } } } } }';
  expect(refusal(() => check(data(text)))).toContain('$ref "http://169.254.169.254/" names a scheme or a drive');
});

test('accepts a property of the name $ref', () => {
  expect(() => check(data('properties: { $ref: { type: string } }'))).not.toThrow();
});

test('names the kind of a value for a message', () => {
  expect(([null, undefined, [], new Map(), 'a', 1, false] as Data[]).map(kindOf)).toEqual(
    ['null', 'nothing', 'a list', 'an object', 'the string "a"', 'the number "1"', 'the boolean "false"'],
  );
});
