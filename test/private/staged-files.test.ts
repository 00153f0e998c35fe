import {
  existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StagedFiles, UnwritableFile } from '../../src/private/staged-files';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'files-')); });
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(at(name), 'utf8');
const write = (files: Record<string, string>, within = folder) => (
  StagedFiles.write(within, staged => Object.entries(files).forEach(([name, content]) => staged.add(name, content))));
const refusal = (call: () => void) => { try { call(); return undefined; } catch (error) { return error as UnwritableFile; } };

test('each is written beside its place first, of which nothing is left', () => {
  writeFileSync(at('a'), 'old');
  write({ 'a': 'new', 'b/c': 'c' });
  expect([readdirSync(folder).sort(), readdirSync(at('b')), text('a'), text('b/c')]).toEqual([['a', 'b'], ['c'], 'new', 'c']);
});

test('one that would not change is left as it is', () => {
  writeFileSync(at('a'), 'same');
  writeFileSync(at('b'), 'old!');
  for (const name of ['a', 'b']) utimesSync(at(name), 1, 1);
  write({ a: 'same', b: 'new!' });
  expect(['a', 'b'].map(name => statSync(at(name)).mtimeMs === 1000)).toEqual([true, false]);
});

test('the last text of one name counts', () => {
  writeFileSync(at('a'), 'old');
  StagedFiles.write(folder, staged => ['new', 'old'].forEach(content => staged.add('a', content)));
  expect([readdirSync(folder), text('a')]).toEqual([['a'], 'old']);
});

test('no link that stands in the place is followed, nor one in the place of the file itself', () => {
  for (const name of ['a', 'b', 'c']) writeFileSync(at(name), 'theirs');
  mkdirSync(at('d'));
  for (const [to, from] of [['a', 'x.part'], ['nowhere', 'y.part'], ['b', 'z'], ['d', 'w'], ['c', 'v']]) symlinkSync(at(to), at(from));
  write({ x: 'ours', y: 'ours', z: 'ours', w: 'ours', v: 'theirs' });
  expect(['a', 'b', 'c', 'x', 'y', 'z', 'w'].map(text)).toEqual(['theirs', 'theirs', 'theirs', 'ours', 'ours', 'ours', 'ours']);
  expect([existsSync(at('nowhere')), lstatSync(at('z')).isSymbolicLink(), lstatSync(at('v')).isSymbolicLink(), readdirSync(at('d'))]).toEqual([false, false, false, []]);
});

test('what a run that was stopped left is replaced', () => {
  writeFileSync(at('a.part'), 'half');
  write({ a: 'new' });
  expect([readdirSync(folder), text('a')]).toEqual([['a'], 'new']);
});

test('where the program fails on the way, all stay as they were', () => {
  writeFileSync(at('a'), 'old');
  const call = () => StagedFiles.write(folder, staged => {
    staged.add('a', 'new');
    throw new Error('no');
  });
  expect([refusal(call)?.message, readdirSync(folder), text('a')]).toEqual(['no', ['a'], 'old']);
});

test.each(['b.part', 'b'])('where %s is a folder, all stay as they were, and the message names no place of this machine', name => {
  writeFileSync(at('a'), 'old');
  mkdirSync(at(name));
  expect(refusal(() => write({ a: 'new', b: 'new' }))?.message).toBe(`the file "b" of the output folder cannot be written: "${name}" is a folder`);
  expect([readdirSync(folder).sort(), text('a')]).toEqual([['a', name], 'old']);
});

test('nor is one written where a file stands in the place of the folder', () => {
  writeFileSync(at('a'), 'theirs');
  expect(refusal(() => write({ c: 'new' }, at('a')))).toMatchObject({ file: 'c', reason: 'ENOTDIR' });
});
