import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { ROOT } from '../../build-tools/files';
import { parse, Source, SOURCES } from './support/sources';

/** Whether a file holds nothing that runs: types, enums, imports and re-exports. */
function holdsOnlyTypes({ tree }: Source): boolean {
  return tree.statements.every(node => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
    || ts.isEnumDeclaration(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node));
}

function testOf(file: string): string {
  return `test/${file.replace(/\.ts$/, '.test.ts')}`;
}

const lengths = SOURCES.map(({ file, text }) => ({ file, lines: text.trimEnd().split('\n').length }));

test('every file with code has a test of its own, at the same path below test/', () => {
  const missing = SOURCES.filter(source => !holdsOnlyTypes(source)).map(({ file }) => testOf(file));
  expect(missing.filter(file => !existsSync(join(ROOT, file)))).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
});

test('half of the files have at most 80 lines', () => {
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
});

test.each([
  ["import { X } from './x';\nexport interface A { readonly x: X }\nexport enum B { C }\nexport type D = string;", true],
  ["export { A } from './a';", true],
  ['export interface A {}\nexport const B = 1;', false],
  ['export class A {}', false],
])('%j needs no test: %p', (text, expected) => {
  expect(holdsOnlyTypes(parse('a.ts', text))).toBe(expected);
});
