import { ContractFiles, Place } from '../../src/contracts/contract-files';
import { ReferenceResolver } from '../../src/contracts/reference-resolver';
import { contractFolder, data, refusal } from './contract-folder';

function resolve(ref: string, others: Record<string, string> = {}, document = 'a: { "x/y~z": [1, 2], "p q": 3, "~1": 4 }'): Place {
  const files = ContractFiles.of(`${contractFolder({ 'api.yaml': document, ...others })}/api.yaml`);
  return new ReferenceResolver(files).resolve({ file: 'api.yaml', value: data(ref) });
}

test.each([
  ['{ $ref: "#/a/x~1y~0z/1" }', 2],
  ['{ $ref: "#/a/p%20q" }', 3],
  ['{ $ref: "api.yaml#/a/p q" }', 3],
  ['{ $ref: "#/a/~01" }', 4],
  ['5', 5],
])('accepts %s', (ref, value) => {
  expect(resolve(ref)).toEqual({ file: 'api.yaml', value });
});

test('accepts a chain over files, each reference relative to its own file', () => {
  const end = resolve('{ $ref: "b/c.yaml#/x" }', { 'b/c.yaml': 'x: { $ref: "d.yaml" }', 'b/d.yaml': '{ $ref: "../api.yaml#/a/p q" }' });
  expect(end).toEqual({ file: 'api.yaml', value: 3 });
});

test.each(['#/b', '#/a/x~1y~0z/2', '#/a/x~1y~0z/01', '#/a/x~1y~0z/-1', '#/a/x~1y~0z/length', '#/a/p q/0', '#/a/toString', '#a', '#/a/x~2', '#/%zz', '#/', '#/A'])(
  'refuses %s, which points at nothing', pointer => {
    expect(refusal(() => resolve(`{ $ref: "${pointer}" }`))).toContain(`$ref "${pointer}" points at nothing; point the $ref at the object itself`);
  });

test('refuses a circle, in one file and over two', () => {
  expect(refusal(() => resolve('{ $ref: "#/a" }', {}, 'a: { $ref: "#/a" }'))).toContain('$ref "#/a" leads back to itself');
  expect(refusal(() => resolve('{ $ref: b.yaml }', { 'b.yaml': '$ref: c.yaml', 'c.yaml': '$ref: b.yaml' }))).toContain('$ref "b.yaml" leads back to itself');
});

test('accepts a chain of 10 and refuses one of 11', () => {
  const document = ['a0: 1', ...Array.from({ length: 11 }, (_, index) => `a${index + 1}: { $ref: "#/a${index}" }`)].join('\n');
  expect(resolve('{ $ref: "#/a9" }', {}, document).value).toBe(1);
  expect(refusal(() => resolve('{ $ref: "#/a10" }', {}, document))).toContain('leads over more than 10 others');
});

test('refuses a $ref that is no text', () => {
  expect(refusal(() => resolve('{ $ref: 5 }'))).toContain('a $ref is a number: it must be text');
});

test('refuses operations beside a $ref, which OpenAPI leaves undefined', () => {
  expect(refusal(() => resolve('{ $ref: "#/a", get: {}, parameters: [] }'))).toContain('"get", "parameters" beside $ref "#/a"');
});

test.each(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query', 'additionalOperations', 'operationId', 'parameters', 'servers'])(
  'refuses %s beside a $ref', field => expect(refusal(() => resolve(`{ $ref: "#/a", ${field}: 1 }`))).toContain(`"${field}" beside $ref "#/a"`));

test('accepts a description beside a $ref', () => {
  expect(resolve('{ $ref: "#/a/p q", description: x }').value).toBe(3);
});

test.each<[string, string]>([
  ['$ref: "#/hunter2"', 'in "b.yaml": a $ref points at nothing'], ['{ $ref: hunter2, get: 1 }', '"get" beside a $ref'], ['a: 1\n$ref: "http://hunter2"', 'the $ref at line 2 names a scheme'],
  ['$ref: hunter2', 'in what "b.yaml" refers to: it is not named like a document'], ['$ref: hunter2.yaml', 'in what "b.yaml" refers to: there is no such file'],
])('tells of %j in a file that the contract refers to where it stands, and not what', (text, told) => {
  const message = refusal(() => resolve('{ $ref: b.yaml }', { 'b.yaml': text }));
  expect(message).toContain(told);
  expect(message).not.toContain('hunter2');
});
