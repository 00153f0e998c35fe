import { ContractFiles } from '../../src/contracts/contract-files';
import { readOperations } from '../../src/contracts/openapi-operations';
import { ReferenceResolver } from '../../src/contracts/reference-resolver';
import { contractFolder, refusal } from './contract-folder';

function retriable(document: string): boolean {
  const files = ContractFiles.of(`${contractFolder({ 'api.yaml': document })}/api.yaml`);
  const [operation] = readOperations(files.root, new ReferenceResolver(files));
  return operation.retriable;
}

const KEY = '{ name: Idempotency-Key, in: header }';

test.each([
  ['on the operation', `paths: { /a: { post: { operationId: a, parameters: [{ name: x, in: query }, ${KEY}] } } }`],
  ['on the path item', `paths: { /a: { parameters: [${KEY}], patch: { operationId: a, parameters: [] } } }`],
  ['in other letters', 'paths: { /a: { post: { operationId: a, parameters: [{ name: IDEMPOTENCY-key, in: header }] } } }'],
  ['by reference', `x: ${KEY}\npaths: { /a: { post: { operationId: a, parameters: [{ $ref: "#/x" }] } } }`],
  ['by reference on the path item', `x: ${KEY}\npaths: { /a: { parameters: [{ $ref: "#/x" }], post: { operationId: a } } }`],
])('accepts an idempotency key %s', (_, document) => {
  expect(retriable(document)).toBe(true);
});

test.each(['{ name: Idempotency-Key, in: query }', '{ name: X-Idempotency-Key, in: header }', '{ in: header }', '{ name: 5, in: header }', '{ name: Idempotency-Key }'])(
  'takes %s for no idempotency key', parameter => {
    expect(retriable(`paths: { /a: { post: { operationId: a, parameters: [${parameter}] } } }`)).toBe(false);
  });

test('takes the key of a response or of another operation for none', () => {
  expect(retriable(`paths: { /a: { post: { operationId: a, responses: { 200: { headers: { Idempotency-Key: {} } } } }, put: { operationId: b, parameters: [${KEY}] } } }`)).toBe(false);
});

test.each([
  ['parameters that are no list', 'parameters: {}', '"parameters" is an object: it must be a list'],
  ['a parameter that is no object', 'parameters: [5]', 'a parameter is the number "5": it must be an object'],
  ['a broken reference', 'parameters: [{ $ref: "#/x" }]', '$ref "#/x" points at nothing'],
])('refuses %s', (_, parameters, problem) => {
  expect(refusal(() => retriable(`paths: { /a: { post: { operationId: a, ${parameters} } } }`))).toContain(problem);
});
