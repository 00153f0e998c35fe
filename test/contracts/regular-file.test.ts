import { execFileSync } from 'child_process';
import fs, { symlinkSync, truncateSync } from 'fs';
import { join } from 'path';
import { readText, withReason } from '../../src/contracts/regular-file';
import { contractFile, contractFolder, reading, refusal } from './contract-folder';

function read(path: string): string {
  return readText(path, reading());
}

test('reads a file to its end, in as many parts as the system gives, and closes it', () => {
  const { readSync } = fs;
  const closed = jest.spyOn(fs, 'closeSync');
  jest.spyOn(fs, 'readSync').mockImplementation(((descriptor: number, bytes: Uint8Array, at: number, length: number) => readSync(descriptor, bytes, at, Math.min(length, 3), null)) as never);
  const file = contractFile('openapi: 3.1.0');
  closed.mockClear();
  expect(read(file)).toBe('openapi: 3.1.0');
  expect(closed).toHaveBeenCalledTimes(1);
  jest.restoreAllMocks();
});

test('accepts a regular file and drops its byte order mark', () => {
  expect(read(contractFile('\ufeffopenapi: caf\u00e9'))).toBe('openapi: caf\u00e9');
});

test('accepts a symbolic link that the user names', () => {
  const folder = contractFolder({ 'real.yaml': 'a' });
  symlinkSync('real.yaml', join(folder, 'link.yaml'));
  expect(read(join(folder, 'link.yaml'))).toBe('a');
});

test('refuses a file that does not exist', () => {
  expect(refusal(() => read(join(contractFolder({}), 'missing.yaml')))).toContain('there is no such file; give the path');
});

test('refuses a folder', () => {
  expect(refusal(() => read(contractFolder({})))).toContain('it is a folder, not a regular file');
});

test('refuses a pipe without waiting for its writer', () => {
  const pipe = join(contractFolder({}), 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(refusal(() => read(pipe))).toContain('it is a device, pipe or socket, not a regular file');
});

test('refuses links in a circle', () => {
  const folder = contractFolder({});
  symlinkSync('b', join(folder, 'a'));
  symlinkSync('a', join(folder, 'b'));
  expect(refusal(() => read(join(folder, 'a')))).toContain('its symbolic links form a loop');
});

test('accepts 32 MiB and refuses one byte more', () => {
  const file = contractFile('');
  truncateSync(file, 32 * 1024 * 1024);
  expect(read(file)).toHaveLength(32 * 1024 * 1024);
  truncateSync(file, 32 * 1024 * 1024 + 1);
  expect(refusal(() => read(file))).toContain('at least 33554433 bytes: allowed are 33554432');
});

test('refuses bytes that are not UTF-8', () => {
  expect(refusal(() => read(contractFile(Uint8Array.of(0x61, 0xff))))).toContain('its bytes are not UTF-8 text');
});

test('refuses with the code of an unusual error, not with its message', () => {
  const error = Object.assign(new Error('EIO: i/o error, read /home/me'), { code: 'EIO' });
  expect(refusal(() => withReason(reading(), () => { throw error; }))).toMatch(/: it cannot be read: EIO; give [^/]*$/);
  expect(refusal(() => withReason(reading(), () => { throw new Error('/home/me'); }))).toContain('it cannot be read: unknown error');
});
