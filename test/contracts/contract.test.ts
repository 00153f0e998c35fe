import { relative } from 'path';
import { Contract } from '../../src/contracts/contract';
import { contractFile, contractFolder, refusal } from './contract-folder';

const YAML = `
openapi: 3.0.3
info: { title: users, version: "1" }
servers: [{ url: https://users.example/v1/ }]
paths:
  /users/{id}:
    get: { operationId: getUser, responses: { 200: { description: ok } } }
  /users:
    post: { operationId: createUser, responses: { 201: { description: created } } }
`;

test('accepts a YAML document and sorts its operations by id', () => {
  expect(Contract.openApi(contractFile(YAML)).operations).toEqual([
    { id: 'createUser', method: 'POST', path: '/v1/users', retriable: false },
    { id: 'getUser', method: 'GET', path: '/v1/users/{id}', retriable: true },
  ]);
});

test('accepts the same document as JSON, indented with tabs', () => {
  const json = JSON.stringify({
    openapi: '3.1.0',
    servers: [{ url: '/v1' }],
    paths: { '/users': { post: { operationId: 'createUser', summary: 'caf\u00e9 \ud83d\ude00 "a\\b/' } } },
  }, null, '\t');
  expect(Contract.openApi(contractFile(json, 'api.json')).operations).toEqual([
    { id: 'createUser', method: 'POST', path: '/v1/users', retriable: false },
  ]);
});

test('accepts a path relative to the working directory', () => {
  const file = relative(process.cwd(), contractFile(YAML));
  expect(Contract.openApi(file).operations).toHaveLength(2);
});

test('accepts references into other files of the folder', () => {
  const folder = contractFolder({
    'api.yaml': 'openapi: 3.1.0\npaths:\n  /users: { $ref: "paths/users.yaml" }\n',
    'paths/users.yaml': 'post: { operationId: createUser, parameters: [{ $ref: "../headers.yaml#/key" }] }\n',
    'headers.yaml': 'key: { name: Idempotency-Key, in: header }\n',
  });
  expect(Contract.openApi(`${folder}/api.yaml`).operations).toEqual([
    { id: 'createUser', method: 'POST', path: '/users', retriable: true },
  ]);
});

test('names the file only as the user gave it', () => {
  const folder = contractFolder({ 'api.yaml': 'openapi: 3.1.0\npaths: { /a: { $ref: missing.yaml } }' });
  const before = process.cwd();
  process.chdir(folder);
  try {
    const message = refusal(() => Contract.openApi('api.yaml'));
    expect(message).toMatch(/^BST710 Contract\.openApi\("api\.yaml"\): in "missing\.yaml": there is no such file; give /);
    expect(message).not.toContain(folder);
  } finally {
    process.chdir(before);
  }
});

test.each<[string, unknown]>([
  ['an empty path', ''],
  ['a path with a null character', 'a\0b'],
])('refuses %s', (_, file) => {
  expect(refusal(() => Contract.openApi(file as string))).toContain('an empty path or one with a null character is no path of a file');
});

test.each([
  ['null', 'null', 'null'],
  ['nothing', '', 'null'],
  ['text', 'hunter2', 'text'],
  ['a scalar', '42', 'a number'],
  ['a list', '[1, 2]', 'a list'],
])('refuses a document that is %s', (_, text, received) => {
  expect(refusal(() => Contract.openApi(contractFile(text)))).toContain(`the document is ${received}: an OpenAPI document is an object`);
});

test('refuses text without repeating it, because it may be a secret', () => {
  expect(refusal(() => Contract.openApi(contractFile('hunter2')))).not.toContain('hunter2');
  expect(refusal(() => Contract.openApi(contractFile('a: "hunter2')))).not.toContain('hunter2');
});

function openVersion(text: string): Contract {
  return Contract.openApi(contractFile(text));
}

test.each(['3.0.0', '3.0.4', '3.1.0', '3.1.12', '3.2.0'])('accepts OpenAPI %s', version => {
  expect(openVersion(`openapi: ${version}`).operations).toEqual([]);
});

test.each([
  ['openapi: 3.3.0', '"3.3.0"'],
  ['openapi: 3.0', 'a number'],
  ['openapi: "3.1"', '"3.1"'],
  ['openapi: 2.0.0', '"2.0.0"'],
  ['openapi: hunter2', 'text'],
  ['openapi: [3.0.0]', 'a list'],
  ['asyncapi: 3.0.0', 'nothing'],
])('refuses %s', (text, received) => {
  expect(refusal(() => openVersion(text))).toContain(`"openapi" is ${received}: allowed are the texts "3.0.x", "3.1.x" and "3.2.x"`);
});

test('refuses Swagger 2 and says how to convert it', () => {
  expect(refusal(() => openVersion('swagger: "2.0"'))).toContain('it is a Swagger document, "swagger" is "2.0": allowed are OpenAPI 3.0, 3.1 and 3.2; convert it to OpenAPI 3');
});

test('accepts a schema with a property of the name constructor', () => {
  expect(openVersion(`${YAML}components: { schemas: { Car: { properties: { constructor: { type: string }, prototype: { type: string } } } } }`).operations).toHaveLength(2);
});

test('a contract that was read takes no change', () => {
  const { operations } = Contract.openApi(contractFile(YAML));
  expect(() => Object.assign(operations[0], { path: '/admin' })).toThrow(TypeError);
  expect(() => operations.pop()).toThrow(TypeError);
});

test('nor does what it is at one of its servers', () =>
  expect(() => Object.assign(Contract.openApi(contractFile(YAML))._below('/v1'), { operations: [] })).toThrow(TypeError));

describe.each([
  ['a .proto file', () => Contract.proto('examples/reference/stock.proto')],
  ['a descriptor set, as protoc writes it,', () => Contract.descriptorSet('examples/reference/stock.binpb')],
])('%s', (_, read) => {
  test('names its methods, and which of them may be repeated', () => expect(read().operations).toEqual([
    { id: 'shop.v1.Stock/Count', method: 'POST', path: '/shop.v1.Stock/Count', retriable: true },
    { id: 'shop.v1.Stock/Reserve', method: 'POST', path: '/shop.v1.Stock/Reserve', retriable: true },
    { id: 'shop.v1.Stock/Ship', method: 'POST', path: '/shop.v1.Stock/Ship', retriable: false },
    { id: 'shop.v1.Stock/Watch', method: 'POST', path: '/shop.v1.Stock/Watch', retriable: false },
  ]));

  test('takes nothing once it is read', () => expect(() => read().operations.pop()).toThrow(TypeError));
});

test.each([
  ['Contract.proto', (file: string) => Contract.proto(file), 'examples/reference/stock.binpb', 'its bytes are not UTF-8 text|what stands in the place of a statement is none'],
  ['Contract.proto', (file: string) => Contract.proto(file), 'examples/missing.proto', 'there is no such file; give the path of a \\.proto file'],
  ['Contract.descriptorSet', (file: string) => Contract.descriptorSet(file), 'examples/reference/stock.proto', 'its bytes are no descriptor set; give the path of a descriptor set'],
  ['Contract.descriptorSet', (file: string) => Contract.descriptorSet(file), '', 'no path of a file; give the path of a descriptor set, such as'],
])('BST710: %s refuses what is none', (call, read, file, problem) =>
  expect(refusal(() => read(file))).toMatch(new RegExp(`^BST710 ${call}\\("${file}"\\): .*(${problem})`)));
