import { writeFileSync } from 'fs';
import * as fc from 'fast-check';
import { Contract } from '../../src/contracts/contract';
import { TopologyError } from '../../src/private/topology-error';
import { contractFile } from './contract-folder';

const HOSTILE = ['__proto__', 'constructor', 'prototype', '$ref', '<<', 'openapi', 'paths', 'servers', 'parameters', 'operationId', '/a', 'get', 'post', 'toString'];
const REFS = ['#/paths/~1a', '#', '#/x', '../x', '/etc/passwd', 'http://h/x', 'api.yaml', 'a%zz', '%2e%2e/x', '//h', '3.0.0', '3.1.0', 'a\ud800'];
const YAML_PARTS = ['- ', '? ', ': ', ':', '[', ']', '{', '}', ',', '\n', ' ', '\t', '#', '&a ', '*a', '!x ', '!!set ', '"', "'", '|', '>', '%YAML 1.1\n', '---\n', '...\n', '\\', 'a', '1', '\ufeff', '\0', '\x1f', '\x02'];

const key = fc.oneof(fc.constantFrom(...HOSTILE), fc.string());
const leaf = fc.oneof(fc.constantFrom(...REFS), fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null));
const { tree } = fc.letrec(tie => ({
  tree: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('tree'), { maxLength: 4 }), tie('object')),
  object: fc.array(fc.tuple(key, tie('tree')), { maxLength: 5 }).map(entries => new Map(entries as [string, unknown][])),
}));

/** JSON text that keeps the key `__proto__`, which an object literal would lose. */
function json(value: unknown): string {
  if (value instanceof Map) return `{${[...value].map(([name, child]) => `${JSON.stringify(name)}:${json(child)}`).join()}}`;
  return Array.isArray(value) ? `[${value.map(json).join()}]` : JSON.stringify(value);
}

const PRISTINE = Object.getOwnPropertyNames(Object.prototype);

function holds(file: string, content: string | Uint8Array): void {
  writeFileSync(file, content);
  try {
    expect(Array.isArray(Contract.openApi(file).operations)).toBe(true);
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    expect(error.code).toBe('BST710');
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PRISTINE);
  expect(Object.keys({})).toEqual([]);
}

test('answers any JSON value with a contract or BST710, and pollutes nothing', () => {
  const file = contractFile('');
  fc.assert(fc.property(tree, value => holds(file, json(value))), { numRuns: 300 });
});

test('answers any path item with a contract or BST710, and pollutes nothing', () => {
  const file = contractFile('');
  const operation = fc.tuple(fc.oneof(leaf, key), fc.array(tree, { maxLength: 2 })).map(([id, parameters]) => new Map([['operationId', id], ['parameters', parameters]] as [string, unknown][]));
  const item = fc.dictionary(fc.constantFrom('get', 'post', 'parameters', 'servers', '$ref'), fc.oneof({ weight: 4, arbitrary: operation }, tree), { maxKeys: 3 });
  fc.assert(fc.property(item, tree, (fields, other) => holds(file,
    `{"openapi":"3.0.0","x":${json(other)},"paths":{"/a":${json(new Map(Object.entries(fields)))}}}`)), { numRuns: 300 });
});

test('answers any text or bytes with a contract or BST710, and pollutes nothing', () => {
  const file = contractFile('');
  const text = fc.array(fc.constantFrom(...YAML_PARTS, ...HOSTILE), { maxLength: 40 }).map(parts => parts.join(''));
  fc.assert(fc.property(fc.oneof(text, fc.string({ unit: 'binary' }), fc.uint8Array()), content => holds(file, content)), { numRuns: 300 });
});
