import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { documentsText, documentText } from '../../src/synthesis/document-text';
import { isPlain } from '../../src/synthesis/plain-data';
import { linesUnlikeStock } from './support/as-stock';
import { anyDocument, plainDocument } from './support/documents';

const asStock = (document: unknown) => expect(linesUnlikeStock(document)).toEqual([]);

/** More of them by RUNS=100000, say. */
const RUNS = Number(process.env.RUNS ?? 1000);

test('a document of strings of one line, whole numbers and booleans is plain, and as cdk8s writes it', () => {
  fc.assert(fc.property(plainDocument, document => isPlain(document) && linesUnlikeStock(document).length === 0), { numRuns: RUNS });
});

test('any document is as cdk8s writes it', () => {
  fc.assert(fc.property(anyDocument, asStock), { numRuns: 2 * RUNS });
});

test('a plain document is not left to cdk8s, but for a string that needs a look', () => {
  const stringify = jest.spyOn(Yaml, 'stringify');
  documentText({ apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 80 }], selector: {}, externalName: 'left@cdk8s' } });
  expect(stringify).not.toHaveBeenCalled();
  documentText({ a: '* left to cdk8s', b: ['* left to cdk8s'] });
  expect(stringify.mock.calls).toEqual([[['* left to cdk8s']]]);
});

test.each([[undefined], [null], ['---'], ['a'], ['a\nb'], [8], [-0], [[]], [{}], [new Date(0)]])('%p alone is as cdk8s writes it', asStock);

test.each<[string, unknown[]]>([
  ['no document', []],
  ['one', [{ a: 1 }]],
  ['several, of any kind', [{ a: 1 }, [], 'text', { b: 'c\nd' }, null, { e: null }]],
  ['documents that are missing', [undefined, { a: 1 }, undefined]],
])('%s: joined as cdk8s joins', (_, documents) => {
  expect(documentsText(documents)).toBe(Yaml.stringify(...documents));
  expect(documentsText(new Set(documents).values())).toBe(Yaml.stringify(...new Set(documents)));
});

test('more documents can be joined than arguments be given', () => {
  const documents = new Array<unknown>(200_000).fill({ a: 1 });
  expect(documentsText(documents) === `a: 1\n${'---\na: 1\n'.repeat(documents.length - 1)}`).toBe(true);
});
