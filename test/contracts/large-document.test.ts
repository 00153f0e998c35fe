import * as fc from 'fast-check';
import { Contract } from '../../src/contracts/contract';
import { readAnySize } from '../../src/contracts/large-document';
import { Data, isObject } from '../../src/contracts/yaml-document';
import { contractFile, data, reading, refusal } from './contract-folder';

const MIB = 1024 * 1024;
const PROSE = 'x'.repeat(MIB);

/** A document as it is read, whole: what is an object or a list there is one here. */
function whole(found: Data): unknown {
  if (isObject(found)) return new Map([...found].map(([name, member]) => [name, whole(member)]));
  return Array.isArray(found) ? found.map(whole) : found;
}

const large = (text: string) => readAnySize(text, 'api.yaml', reading());
const asYaml = (text: string) => large(`${text}\nx-prose: ${PROSE}\n`);

/** A document like those of large companies: every operation has a schema, examples and parameters by reference. */
function company(operations: number): Record<string, unknown> {
  const schema = { type: 'object', properties: Object.fromEntries(['constructor', 'toString', '__proto__', ...Array.from({ length: 90 }, (_, index) => `field_${index}`)]
    .map(name => [name, { type: 'string', description: 'What it is, in words that somebody wrote: "quoted", [bracketed], {braced}, and more.', example: '#1' }])) };
  const paths = Object.fromEntries(Array.from({ length: operations }, (_, index) => [`/things-${index}/{id}`, {
    get: { summary: 'Get it', operationId: `get-thing-${index}`, parameters: [{ $ref: '#/components/parameters/key' }], responses: { 200: { content: { 'application/json': { schema } } } } },
    post: { operationId: `make-thing-${index}`, description: 'Line one\nLine two: with colon\n\n- a list', parameters: [{ $ref: '#/components/parameters/key' }] },
  }]));
  return { openapi: '3.2.0', servers: [{ url: 'https://api.example.com' }], paths, components: { parameters: { key: { name: 'Idempotency-Key', in: 'header' } }, schemas: { schema } } };
}

test.each([['on many lines', 2], ['on one line', undefined]])('reads the operations of 13 MB of JSON %s in bounded time', (_, indent) => {
  const document = JSON.stringify(company(1000), null, indent);
  expect(document.length).toBeGreaterThan(13_000_000);
  const file = contractFile(document);
  const start = process.cpuUsage();
  const { operations } = Contract.openApi(file);
  expect(operations).toHaveLength(2000);
  expect(operations[0]).toEqual({ id: 'get-thing-0', method: 'GET', path: '/things-0/{id}', retriable: true });
  expect(operations[1999]).toEqual({ id: 'make-thing-999', method: 'POST', path: '/things-999/{id}', retriable: true });
  expect(process.cpuUsage(start).user).toBeLessThan(15_000_000);
});

test.each([
  'a: 1\nb:\n  c: [1,\n    2]\n  d:\n  - x\n  - y: 1\n    z: 2\ne: |\n  text: no key\n\n  # no comment\nf: "a: b"\n',
  '---\n# comment\n"a b": {\n  x: 1\n}\n\'it\'\'s\': >-\n  folded\n  text\n200: null\nurl: http://a/b#c # comment\nempty:\nnothing: # here\n\n',
  'a:\r\n  b: 1\r\n  c:\r\n    d: 2\r\n', '-a: 1\n?b: 2\n:c: 3\na:b: 4\n"\\u0061\\u0062": 5', 'a: &x\n  b: 1\nc: plain\n  goes on\n', '"\\x41": 1\na: 2', '? a\n: 1\nb: 2', '{ a: 1,\n b: 2 }\n',
])('beside much prose, %j is what it is without', text => {
  const found = whole(text.startsWith('{') ? large(`${text}#${PROSE}`) : asYaml(text)) as Map<string, unknown>;
  found.delete('x-prose');
  expect(found).toEqual(whole(data(text)));
});

test('cut into members, any JSON is what it is as a whole', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', '\\', '{', '}', '[', ']', ',', ':', '\n', ' ', 'ü') });
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof({ maxDepth: 4 }, text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(text, tie('tree'), { maxKeys: 3, noNullPrototype: true })),
  }));
  fc.assert(fc.property(fc.dictionary(text, tree, { minKeys: 1, maxKeys: 3, noNullPrototype: true }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
    const json = JSON.stringify(value, null, indent);
    expect(whole(large(`${' '.repeat(MIB)}${json}`))).toEqual(whole(data(json)));
  }), { numRuns: 40 });
});

test.each([
  ['a key twice', 'a: 1\na: 2', 'a key is given twice'], ['a merge key', '<<: 1', 'the merge key "<<"'], ['a second document', 'a: 1\n---\nb: 1', 'more than one YAML document'],
  ['a directive behind the start', 'a: 1\n%TAG ! x', 'YAML'], ['text without key', 'a: 1\nno key', 'YAML'],
])('refuses %s', (_, text, problem) => expect(refusal(() => asYaml(text))).toContain(problem));

test('tells the line in the file, not in the member', () => {
  const found = large(`${' '.repeat(MIB)}{"a": 1,\n\n"b": {"c": [1,\n\n"x" "y"]}}`);
  expect(refusal(() => whole(found))).toMatch(/at line [5-7];/);
});

test('what is asked for is held to the limits, and what nobody asks for is not read', () => {
  const commas = (name: string) => contractFile(`{"openapi": "3.1.0", "paths": {"/a": {"get": {"operationId": "a"}}}, "${name}": [${','.repeat(MIB)}]}`);
  expect(Contract.openApi(commas('x-list')).operations).toHaveLength(1);
  expect(refusal(() => Contract.openApi(commas('servers')))).toContain('tokens: allowed are');
});

test.each(['a:\n', '"k":\n', '- a\n'])('refuses members without end, made of %j', line => {
  const text = Array.from({ length: 400_000 }, (_, index) => line.replace(/[ak]/, `a${index}`)).join('');
  const start = process.cpuUsage();
  expect(refusal(() => large(text))).toContain('allowed are');
  expect(process.cpuUsage(start).user).toBeLessThan(10_000_000);
});

test('refuses to cut a deep object again and again', () => {
  const deep = `{"a":${'{"a":'.repeat(600)}"${PROSE}"${'}'.repeat(600)}}`;
  const descend = () => { for (let found: Data | undefined = large(deep); isObject(found); found = found.get('a')); };
  expect(refusal(descend)).toContain('characters: allowed are');
});

const HIDDEN = '"paths": {"/pay": {"post": {"operationId": "evil"}}}';

test.each([
  ['a quote of YAML', `{"x-a": [' ], ${HIDDEN}, "x-b": [ '], "paths": {}}`], ['a comment', `{"x-a": [1 # ], ${HIDDEN}, "x-b": [\n]}`],
  ['a quote within a word', `{"x-a": [b"], ${HIDDEN}, "x-b": [c"]}`], ['another bracket', `{"x-a": [}, ${HIDDEN}, "x-b": {]}`],
])('shows nothing that %s hides from other readers, however large the document is', (_, text) => {
  const read = (document: string) => { try { return whole(readAnySize(document, 'api.yaml', reading())); } catch { return 'refused'; } };
  expect(read(`${' '.repeat(MIB)}${text}`)).toEqual(read(text));
});

test('refuses more members than nodes are allowed, although nobody asks for one', () => {
  const text = `${' '.repeat(MIB)}{${Array.from({ length: 100_001 }, (_, index) => `"k${index}":1`).join()}}`;
  expect(refusal(() => large(text))).toContain('nodes: allowed are 100000');
});
