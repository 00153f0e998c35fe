import {
  lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StagedFiles } from '../../src/private/staged-files';
import { UnwritableFile } from '../../src/private/unwritable-file';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'files-')); });
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(at(name), 'utf8');
const write = (files: Record<string, string>, within = folder) => (
  StagedFiles.write(within, staged => Object.entries(files).forEach(([name, content]) => staged.add(name, content))));
const long = 'x'.repeat(255);
const refusal = (call: () => void) => { try { call(); return undefined; } catch (error) { return error as UnwritableFile; } };

test('each is written elsewhere first, of which nothing is left', () => {
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

test('no link in the place of a file is followed', () => {
  for (const name of ['b', 'c']) writeFileSync(at(name), 'theirs');
  mkdirSync(at('d'));
  for (const [to, from] of [['b', 'z'], ['d', 'w'], ['c', 'v']]) symlinkSync(at(to), at(from));
  write({ z: 'ours', w: 'ours', v: 'theirs' });
  expect(['b', 'c', 'z', 'w', 'v'].map(text)).toEqual(['theirs', 'theirs', 'ours', 'ours', 'theirs']);
  expect([...['z', 'w', 'v'].map(name => lstatSync(at(name)).isSymbolicLink()), readdirSync(at('d'))]).toEqual([false, false, false, []]);
});

test('a file that is replaced keeps its permissions', () => {
  writeFileSync(at('a'), 'old', { mode: 0o600 });
  write({ a: 'new' });
  expect([text('a'), (statSync(at('a')).mode % 0o1000)]).toEqual(['new', 0o600]);
});

test('names may end in whatever they end in, and be as long as a file system takes', () => {
  write({ 'a': 'a', 'a.part': 'b', [long]: 'c' });
  expect([readdirSync(folder).sort(), text('a'), text('a.part')]).toEqual([['a', 'a.part', long], 'a', 'b']);
});

test('who else writes there meanwhile is not in the way', () => {
  StagedFiles.write(folder, outer => {
    outer.add('a', 'outer');
    write({ a: 'inner', b: 'inner' });
    expect(text('a')).toBe('inner');
  });
  expect([readdirSync(folder).sort(), text('a'), text('b')]).toEqual([['a', 'b'], 'outer', 'inner']);
});

test('where the program fails on the way, all stay as they were, and a folder that was made for them is gone', () => {
  writeFileSync(at('a'), 'old');
  const failing = (within: string) => () => StagedFiles.write(within, staged => {
    staged.add('a', 'new');
    throw new Error('no');
  });
  expect([refusal(failing(folder))?.message, refusal(failing(at('one/two')))?.message, readdirSync(folder), text('a')]).toEqual(['no', 'no', ['a'], 'old']);
});

test('what others put into a folder that was made in vain stays', () => {
  const call = () => StagedFiles.write(at('one/two'), staged => {
    staged.add('a', 'new');
    writeFileSync(at('one/theirs'), 'theirs');
    throw new Error('no');
  });
  expect([refusal(call)?.message, readdirSync(at('one'))]).toEqual(['no', ['theirs']]);
});

test('the folder is that which was meant before the program went elsewhere', () => {
  const before = process.cwd();
  process.chdir(folder);
  try {
    mkdirSync('sub/dist', { recursive: true });
    StagedFiles.write('dist', staged => { process.chdir('sub'); staged.add('a', 'new'); });
  } finally {
    process.chdir(before);
  }
  expect([text('dist/a'), readdirSync(at('sub/dist')), readdirSync(folder).sort()]).toEqual(['new', [], ['dist', 'sub']]);
});

test('where nothing changes nobody needs to be allowed to write, nor is told of it', () => {
  writeFileSync(at('a'), 'same');
  const before = statSync(folder).mtimeMs;
  StagedFiles.write(folder, staged => { staged.add('a', 'same'); expect(readdirSync(folder)).toEqual(['a']); });
  expect(statSync(folder).mtimeMs).toBe(before);
});

test('a name that no file can have is refused before any file is replaced', () => {
  writeFileSync(at('a'), 'old');
  expect(refusal(() => write({ a: 'new', [`b/${long}x`]: 'new' }))?.message).toContain('is longer than 255 bytes');
  expect([readdirSync(folder), text('a')]).toEqual([['a'], 'old']);
});

test('where a folder stands in the place of one, all stay as they were, and the message names no place of this machine', () => {
  writeFileSync(at('a'), 'old');
  mkdirSync(at('b'));
  expect(refusal(() => write({ a: 'new', b: 'new' }))?.message).toBe('the file "b" of the output folder cannot be written: "b" is a folder');
  expect([readdirSync(folder).sort(), text('a')]).toEqual([['a', 'b'], 'old']);
});

test('nor is one written where a file stands in the place of the folder', () => {
  writeFileSync(at('a'), 'theirs');
  expect(refusal(() => write({ c: 'new' }, at('a')))?.message).toBe('the output folder cannot be written: EEXIST');
  expect(text('a')).toBe('theirs');
});
