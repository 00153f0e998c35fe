import { execFileSync } from 'child_process';
import { symlinkSync, truncateSync } from 'fs';
import { join } from 'path';
import { ContractBudget } from '../../src/contracts/contract-budget';
import { readText, withReason } from '../../src/contracts/file-text';
import { contractFile, contractFolder, refusal, SUBJECT } from './contract-folder';

function read(path: string): string {
  return readText(path, SUBJECT, new ContractBudget());
}

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

test('accepts 10 MiB and refuses one byte more', () => {
  const file = contractFile('');
  truncateSync(file, 10 * 1024 * 1024);
  expect(read(file)).toHaveLength(10 * 1024 * 1024);
  truncateSync(file, 10 * 1024 * 1024 + 1);
  expect(refusal(() => read(file))).toContain('at least 10485761 bytes: allowed are 10485760');
});

test('refuses bytes that are not UTF-8', () => {
  expect(refusal(() => read(contractFile(Uint8Array.of(0x61, 0xff))))).toContain('its bytes are not UTF-8 text');
});

test('refuses with the code of an unusual error, not with its message', () => {
  const error = Object.assign(new Error('EIO: i/o error, read /home/me'), { code: 'EIO' });
  expect(refusal(() => withReason(SUBJECT, () => { throw error; }))).toMatch(/: it cannot be read: EIO; give [^/]*$/);
  expect(refusal(() => withReason(SUBJECT, () => { throw new Error('/home/me'); }))).toContain('it cannot be read: unknown error');
});
