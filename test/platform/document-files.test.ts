import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertOwnNames, writeWhole } from '../../src/platform/document-files';
import { expectRefusal, refusalOf } from '../support/declare';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'files-')); });
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const named = (...names: string[]) => names.map((name, i) => ({ path: `t${i}`, name, text: '' }));

describe('names of documents', () => {
  test.each([[['a.json', 'b.json']], [['a b.json', 'ü.json']], [['x'.repeat(250)]]])('accept %j', names => expect(() => assertOwnNames(named(...names))).not.toThrow());

  test.each<[string, string[]]>([
    ['one name', ['a.json', 'a.json']], ['names that differ in case', ['a.json', 'A.json']], ['names that differ in how an accent is encoded', ['\u00fc', 'u\u0308']],
    ['names that differ in how a sharp s is written', ['stra\u00dfe', 'STRASSE']], ['names of which one has a capital sharp s', ['\u1e9e', 'ss']], ['names that differ in a ligature', ['\ufb01x', 'FIX']],
    ['names of which one has the sign of Kelvin', ['\u212a', 'k']], ['names that differ in a long s', ['\u017fo', 'so']], ['names that differ in which sigma ends them', ['\u03c2', '\u03a3']],
    ['names that differ in both', ['\u1e68', 's\u0323\u0307']],
  ])('BST038: refuse %s', (_, names) => expectRefusal(() => assertOwnNames(named(...names)), 'BST038', 't1', 'that of "t0" would be one file', 'another id'));

  test.each(['a\nb', 'a\0', 'a\\b', 'C:a', 'x'.repeat(251), 'ü'.repeat(126)])('BST038: refuse %j, which no file can have everywhere', name =>
    expectRefusal(() => assertOwnNames(named(name)), 'BST038', 't0', 'at most 250 bytes', 'another id'));
});

describe('documents are written', () => {
  const texts = (text: string, ...names: string[]) => named(...names).map(file => ({ ...file, text }));

  test('to the folder, which is made for them', () => {
    writeWhole(at('one/two'), texts('new', 'a', 'b'));
    expect(['a', 'b'].map(name => readFileSync(at(`one/two/${name}`), 'utf8'))).toEqual(['new', 'new']);
  });

  test('BST038: where a file stands in the place of the folder', () => {
    writeFileSync(at('a'), 'theirs');
    expectRefusal(() => writeWhole(at('a'), texts('new', 'b')), 'BST038', 't0', 'the output folder cannot be written: EEXIST', 'another output folder');
  });

  test('BST038: all or none, and the message names no place of this machine', () => {
    writeFileSync(at('a'), 'old');
    mkdirSync(at('b'));
    const call = () => writeWhole(folder, texts('new', 'a', 'b'));
    expectRefusal(call, 'BST038', 't1', 'its document cannot be written: the file "b" of the output folder cannot be written: "b" is a folder', 'another output folder');
    expect(refusalOf(call).message).not.toContain(folder);
    expect(readFileSync(at('a'), 'utf8')).toBe('old');
  });
});
