import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertOwnNames, writeWhole } from '../../src/platform/document-files';
import { expectRefusal } from '../support/declare';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'files-')); });
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const named = (...names: string[]) => names.map((name, i) => ({ path: `t${i}`, name, text: '' }));

describe('names of documents', () => {
  test.each([[['a.json', 'b.json']], [['a b.json', 'ü.json']], [['x'.repeat(250)]]])('accept %j', names => expect(() => assertOwnNames(named(...names))).not.toThrow());

  test.each<[string, string[]]>([
    ['one name', ['a.json', 'a.json']], ['names that differ in case', ['a.json', 'A.json']], ['names that differ in how an accent is encoded', ['\u00fc', 'u\u0308']],
  ])('BST038: refuse %s', (_, names) => expectRefusal(() => assertOwnNames(named(...names)), 'BST038', 't1', 'that of "t0" would be one file', 'another id'));

  test.each(['a\nb', 'a\0', 'a\\b', 'C:a', 'x'.repeat(251), 'ü'.repeat(126)])('BST038: refuse %j, which no file can have everywhere', name =>
    expectRefusal(() => assertOwnNames(named(name)), 'BST038', 't0', 'at most 250 bytes', 'another id'));
});

describe('files are written whole', () => {
  test('each beside its place first, of which nothing is left', () => {
    writeFileSync(at('a'), 'old');
    writeWhole([{ file: at('a'), text: 'new' }, { file: at('b'), text: 'b' }]);
    expect([readdirSync(folder).sort(), readFileSync(at('a'), 'utf8')]).toEqual([['a', 'b'], 'new']);
  });

  test('and no link that stands in the place is followed, nor one in the place of the file itself', () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(at(name), 'theirs');
    symlinkSync(at('a'), at('x.part'));
    symlinkSync(at('nowhere'), at('y.part'));
    symlinkSync(at('b'), at('z'));
    writeWhole(['x', 'y', 'z'].map(name => ({ file: at(name), text: 'ours' })));
    expect(['a', 'b', 'x', 'y', 'z'].map(name => readFileSync(at(name), 'utf8'))).toEqual(['theirs', 'theirs', 'ours', 'ours', 'ours']);
    expect([existsSync(at('nowhere')), lstatSync(at('z')).isSymbolicLink()]).toEqual([false, false]);
  });

  test('what a run that was stopped left is replaced', () => {
    writeFileSync(at('a.part'), 'half');
    writeWhole([{ file: at('a'), text: 'new' }]);
    expect([readdirSync(folder), readFileSync(at('a'), 'utf8')]).toEqual([['a'], 'new']);
  });

  test('or not at all: where one cannot be, the others stay as they were', () => {
    writeFileSync(at('a'), 'old');
    mkdirSync(at('b.part'));
    expect(() => writeWhole([{ file: at('a'), text: 'new' }, { file: at('b'), text: 'new' }])).toThrow('b.part');
    expect([readdirSync(folder).sort(), readFileSync(at('a'), 'utf8')]).toEqual([['a', 'b.part'], 'old']);
  });
});
