import { ContractFiles } from '../../src/contracts/contract-files';
import { readOperations } from '../../src/contracts/openapi-operations';
import { ReferenceResolver } from '../../src/contracts/reference-resolver';
import { atFirstServer } from '../../src/contracts/served-operation';
import { Operation } from '../../src/model/operation';
import { contractFolder, refusal } from './contract-folder';

function operations(document: string, others: Record<string, string> = {}): Operation[] {
  const files = ContractFiles.of(`${contractFolder({ 'api.yaml': document, ...others })}/api.yaml`);
  return readOperations(files.root, new ReferenceResolver(files)).map(atFirstServer);
}

function isRetriable(document: string): boolean {
  return operations(document)[0].retriable;
}

test('accepts every method, and calls those of RFC 9110 retriable', () => {
  const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
  const found = operations(`paths: { /a: { ${methods.map(method => `${method}: { operationId: ${method} }`).join()} } }`);
  expect(found.map(({ id, method }) => `${id} ${method}`)).toEqual(methods.sort().map(id => `${id} ${id.toUpperCase()}`));
  expect(found.filter(({ retriable }) => !retriable).map(({ id }) => id)).toEqual(['patch', 'post']);
});

test('accepts ids in code-point order, whatever the order of the document', () => {
  const ids = operations('paths: { /c: { get: { operationId: b } }, /a: { get: { operationId: \u00e4 } }, /b: { get: { operationId: Z } } }').map(({ id }) => id);
  expect(ids).toEqual(['Z', 'b', '\u00e4']);
});

test('accepts operations without id by leaving them out, unread', () => {
  expect(operations('paths: { /a: { get: { parameters: garbage }, post: { operationId: b } } }').map(({ id }) => id)).toEqual(['b']);
});

test('accepts a path template verbatim, even one that no policy can express', () => {
  const paths = operations('paths: { "/files/{id}.json": { get: { operationId: a } }, "/x/": { get: { operationId: b } } }').map(({ path }) => path);
  expect(paths).toEqual(['/files/{id}.json', '/x/']);
});

test('accepts a path of 2048 characters', () =>
  expect(operations(`paths: { ? "/${'a'.repeat(2047)}" : { get: { operationId: a } } }`)[0].path).toHaveLength(2048));

test('accepts extensions and a document without paths', () => {
  expect(operations('paths: { x-internal: 5, /a: { x-get: 1, summary: s, description: d } }')).toEqual([]);
  expect(operations('webhooks: {}')).toEqual([]);
});

test('accepts the servers that are nearest to the operation', () => {
  const found = operations(`
servers: [{ url: /root }]
paths:
  /a: { get: { operationId: a } }
  /b: { servers: [{ url: /item }], get: { operationId: b }, put: { operationId: c, servers: [{ url: /own }] } }
`);
  expect(found.map(({ path }) => path)).toEqual(['/root/a', '/item/b', '/own/b']);
});

test('accepts a path item from another file', () => {
  const [operation] = operations('servers: [{ url: /v1 }]\npaths: { /a: { $ref: "a.yaml#/x" } }', { 'a.yaml': 'x: { delete: { operationId: a } }' });
  expect(operation).toEqual({ id: 'a', method: 'DELETE', path: '/v1/a', retriable: true });
});

test('accepts an operation from another file, its parameters relative to that', () => {
  const [operation] = operations('paths: { /a: { post: { $ref: b/list.yaml } } }', {
    'b/list.yaml': '{ operationId: list, parameters: [{ $ref: keys.yaml }], servers: [{ url: /v2 }] }', 'b/keys.yaml': '{ name: Idempotency-Key, in: header }',
  });
  expect(operation).toEqual({ id: 'list', method: 'POST', path: '/v2/a', retriable: true });
});

test('accepts an operation that is a whole file, named by a $ref alone', () => {
  expect(operations('paths: { /a: { get: { $ref: list.yaml } } }', { 'list.yaml': 'operationId: list' }).map(({ id }) => id)).toEqual(['list']);
});

test('accepts a path as it is sent, and one that no request has, which nobody can name', () => {
  const paths = operations('paths: { /ü: { get: { operationId: a } }, "/r?beta=true": { get: { operationId: b } }, "/a/../b": { get: { operationId: c } } }').map(({ path }) => path);
  expect(paths).toEqual(['/%C3%BC', '/r?beta=true', '/a/../b']);
});

test('accepts further methods of OpenAPI 3.2, none of them retriable', () => {
  expect(operations('paths: { /a: { additionalOperations: { COPY: { operationId: copy }, MKCOL: { operationId: make } } } }')).toEqual([
    { id: 'copy', method: 'COPY', path: '/a', retriable: false }, { id: 'make', method: 'MKCOL', path: '/a', retriable: false },
  ]);
});

test('refuses an operationId given twice', () => {
  expect(refusal(() => operations('paths: { /a: { get: { operationId: x } }, /b: { put: { operationId: x } } }')))
    .toContain('the operationId of PUT "/b" is also that of GET "/a"; make it unique');
});

test('refuses one path item under two paths, because its ids are then given twice', () => {
  expect(refusal(() => operations('x: { get: { operationId: a } }\npaths: { /a: { $ref: "#/x" }, /b: { $ref: "#/x" } }')))
    .toContain('the operationId of GET "/b" is also that of GET "/a"');
});

test.each([
  ['paths that are a list', 'paths: []', '"paths" is a list: it must be an object'],
  ['a path without slash', 'paths: { users: {} }', 'the key "users" in "paths": a path starts with "/"'],
  ['a $ref in place of paths', 'paths: { $ref: paths.yaml }', 'the key "$ref" in "paths": a path starts with "/"'],
  ['a path with a line break', 'paths: { "/a\\nb": {} }', 'none invisible'],
  ['a path that is too long', `paths: { ? "/${'a'.repeat(2048)}" : {} }`, 'at most 2048 characters'],
  ['a path item that is null', 'paths: { /a: }', 'the path "/a" is null: it must be an object'],
  ['an operation that is a list', 'paths: { /a: { get: [] } }', 'GET "/a" is a list: it must be an object'],
  ['an id that is a number', 'paths: { /a: { get: { operationId: 5 } } }', 'the operationId of GET "/a" is a number'],
  ['an empty id', 'paths: { /a: { get: { operationId: "" } } }', 'the operationId of GET "/a" is text'],
  ['an id that turns the text around', 'paths: { /a: { get: { operationId: "a\\u202e" } } }', 'none invisible'],
  ['a method in capitals', 'paths: { /a: { GET: { operationId: a } } }', 'the path "/a" has a field that OpenAPI does not know'],
  ['a misspelt method', 'paths: { /a: { gett: { operationId: a } } }', 'the path "/a" has a field that OpenAPI does not know'],
  ['operations in place of a path item', 'paths: { /a: { operationId: a } }', 'the path "/a" has a field that OpenAPI does not know'],
  ['a path item in place of an operation', 'x: { get: {} }\npaths: { /a: { get: { $ref: "#/x" } } }', 'GET "/a" is a path item: it must be an operation'],
  ['an operation that refers to a list', 'x: []\npaths: { /a: { get: { $ref: "#/x" } } }', 'GET "/a" is a list: it must be an object'],
  ['an operationId beside a $ref', 'x: {}\npaths: { /a: { get: { $ref: "#/x", operationId: a } } }', '"operationId" beside $ref "#/x"'],
  ['further methods that are a list', 'paths: { /a: { additionalOperations: [] } }', '"additionalOperations" of the path "/a" is a list'],
  ['a further method in small letters', 'paths: { /a: { additionalOperations: { copy: {} } } }', 'has a key that is no further method in capitals'],
  ['a usual method among the further ones', 'paths: { /a: { additionalOperations: { GET: {} } } }', 'has a key that is no further method in capitals'],
  ['a key that changes programs, on a path item', 'paths: { /a: { __proto__: { get: { operationId: a } } } }', 'the path "/a" has the key "__proto__", which can change the behaviour'],
  ['a key that changes programs, on an operation', 'paths: { /a: { get: { "__proto__": {}, operationId: a } } }', 'GET "/a" has the key "__proto__"'],
  ['a list of operations', 'paths: { /a: { get: { $ref: "list.yaml" } } }', 'GET "/a" is a list: it must be an object'],
  ['a path item without content', 'paths: { /a: { $ref: "#/x" } }\nx:', 'the path "/a" is null: it must be an object'],
  ['parameters in place of their list', 'x: { a: 1 }\npaths: { /a: { post: { operationId: a, parameters: { $ref: "#/x" } } } }', '"parameters" is an object: it must be a list'],
  ['an id that is too long', `paths: { /a: { get: { operationId: ${'a'.repeat(257)} } } }`, 'text of 1 to 256 characters'],
])('refuses %s', (_, document, problem) => {
  expect(refusal(() => operations(document, { 'list.yaml': '- operationId: a' }))).toContain(problem);
});

const KEY = '{ name: Idempotency-Key, in: header }';

test.each([
  ['on the operation', `paths: { /a: { post: { operationId: a, parameters: [{ name: x, in: query }, ${KEY}] } } }`],
  ['on the path item', `paths: { /a: { parameters: [${KEY}], patch: { operationId: a, parameters: [] } } }`],
  ['in other letters', 'paths: { /a: { post: { operationId: a, parameters: [{ name: IDEMPOTENCY-key, in: header }] } } }'],
  ['by reference', `x: ${KEY}\npaths: { /a: { post: { operationId: a, parameters: [{ $ref: "#/x" }] } } }`],
  ['by reference on the path item', `x: ${KEY}\npaths: { /a: { parameters: [{ $ref: "#/x" }], post: { operationId: a } } }`],
])('accepts an idempotency key %s', (_, document) => {
  expect(isRetriable(document)).toBe(true);
});

test.each(['{ name: Idempotency-Key, in: query }', '{ name: X-Idempotency-Key, in: header }', '{ in: header }', '{ name: 5, in: header }', '{ name: Idempotency-Key }'])(
  'takes %s for no idempotency key', parameter => {
    expect(isRetriable(`paths: { /a: { post: { operationId: a, parameters: [${parameter}] } } }`)).toBe(false);
  });

test('takes the key of a response or of another operation for none', () => {
  expect(isRetriable(`paths: { /a: { post: { operationId: a, responses: { 200: { headers: { Idempotency-Key: {} } } } }, put: { operationId: b, parameters: [${KEY}] } } }`)).toBe(false);
});

test.each([
  ['parameters that are no list', 'parameters: {}', '"parameters" is an object: it must be a list'],
  ['a parameter that is no object', 'parameters: [5]', 'a parameter is a number: it must be an object'],
  ['a broken reference', 'parameters: [{ $ref: "#/x" }]', '$ref "#/x" points at nothing'],
])('refuses %s', (_, parameters, problem) => {
  expect(refusal(() => isRetriable(`paths: { /a: { post: { operationId: a, ${parameters} } } }`))).toContain(problem);
});
