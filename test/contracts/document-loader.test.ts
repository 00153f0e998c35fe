import { ContractBudget } from '../../src/contracts/contract-budget';
import { Data } from '../../src/contracts/contract-data';
import { loadDocument } from '../../src/contracts/document-loader';
import { contractFile, refusal, SUBJECT } from './contract-folder';

function load(text: string | Uint8Array): Data {
  return loadDocument({ path: contractFile(text), name: 'api.yaml', subject: SUBJECT }, new ContractBudget());
}

test('accepts YAML and JSON as Maps, lists and scalars', () => {
  const expected = new Map<string, Data>([['a', [1, 'b', null]], ['c', new Map([['d', true]])]]);
  expect(load('a: [1, b, ~]\nc:\n  d: true\n')).toEqual(expected);
  expect(load('{"a": [1, "b", null], "c": {"d": true}}')).toEqual(expected);
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['in the file', Uint8Array.of(0xff), /its bytes are not UTF-8/],
  ['in the syntax', 'a: [', /it is neither YAML 1\.2 nor JSON/],
  ['in the data', 'a: { $ref: /etc/passwd }', /\$ref "\/etc\/passwd" is an absolute path/],
])('refuses what is wrong %s', (_, content, problem) => {
  expect(refusal(() => load(content))).toMatch(problem);
});
