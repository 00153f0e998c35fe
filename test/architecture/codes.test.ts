import * as ts from 'typescript';
import { documentedCodes, renderCheckDocs, writtenCheckDocs } from '../../build-tools/check-docs';
import { checksOf, discoverChecks } from '../../build-tools/checks';
import { RETIRED } from '../../build-tools/retired-codes';
import { APP_CHECKS, CHECKS } from '../../src/checks/all';
import { nodesOf, SOURCES } from './support/sources';

const DOCS = ['private/declaration-docs.ts', 'private/refusal-docs.ts'];
const CODE = /\bBST\d{3}\b/g;

/** Codes that a file names anywhere, comments included. */
const named = new Set(SOURCES.filter(({ file }) => !DOCS.includes(file)).flatMap(({ text }) => text.match(CODE) ?? []));

/** Codes that stand in the code as values, so that something can raise them. */
const raised = new Set(SOURCES.filter(({ file }) => !DOCS.includes(file))
  .flatMap(source => nodesOf(source).filter(ts.isStringLiteralLike).map(node => node.text))
  .filter(text => /^BST\d{3}$/.test(text)));

const documented = documentedCodes().map(({ code }) => code);

test('every code that src names is documented', () => {
  expect([...named].filter(code => !documented.includes(code)).sort()).toEqual([]);
});

test('every documented code can be raised', () => {
  expect(documented.filter(code => !raised.has(code))).toEqual([]);
});

test('every code is documented once, so no two checks share one', () => {
  expect(documented.filter((code, index) => documented.indexOf(code) !== index)).toEqual([]);
});

test('no retired code is used again, and each names a code to look at instead', () => {
  const retired = RETIRED.map(({ code }) => code);
  expect(retired).toEqual([...new Set(retired)].sort());
  expect(retired.filter(code => named.has(code) || documented.includes(code))).toEqual([]);
  expect(RETIRED.filter(({ instead }) => !documented.includes(instead))).toEqual([]);
});

test('every code is BST and three digits, every title a name of words joined by "-", and every text says something', () => {
  const poor = documentedCodes().filter(({ code, title, rationale, fix }) => !/^BST\d{3}$/.test(code)
    || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(title) || [rationale, fix].some(text => text.trim().length < 20));
  expect(poor).toEqual([]);
});

test('checks/all.ts lists every check of src/checks', () => {
  const listed = [...CHECKS, ...APP_CHECKS].map(({ code }) => code);
  expect(discoverChecks().filter(({ file, code }) => file.startsWith('checks/') && !listed.includes(code))).toEqual([]);
});

test('finds a check that a function makes, and one in a list; leaves findings out', () => {
  const check = (code: string) => `{ code: '${code}', title: 't' + 'u', severity: Severity.ERROR, rationale: ('r'), fix: \`f\`, check() { return []; } }`;
  const text = `export function make() { return ${check('BST998')}; }\nconst ALL = [${check('BST999')}];\nreturn { code: 'BST998', fix: 'f' };`;
  expect(checksOf('a.ts', text)).toEqual(['BST998', 'BST999']
    .map(code => ({ file: 'a.ts', code, title: 'tu', severity: 'error', rationale: 'r', fix: 'f' })));
});

test.each([
  ["title: NAME, severity: Severity.ERROR, rationale: 'r'", '"title" of a check must be a literal'],
  ["title: 't', severity: worst, rationale: 'r'", '"severity" of check BST999 must be one of Severity'],
])('fails for a check whose page cannot be written: %s', (fields, message) => {
  expect(() => checksOf('a.ts', `x = { code: 'BST999', ${fields}, fix: 'f', check: f }`)).toThrow(message);
});

test('docs/checks.md and docs/checks/ are what the generator writes; if not, run `npm run check-docs`', () => {
  expect([...writtenCheckDocs()].sort()).toEqual([...renderCheckDocs()].sort());
});
