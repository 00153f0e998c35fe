import { mkdirSync, symlinkSync } from 'fs';
import { join } from 'path';
import { ContractFiles } from '../../src/contracts/contract-files';
import { contractFolder, refusal } from './contract-folder';

function files(folder: string): ContractFiles {
  return ContractFiles.of(join(folder, 'api.yaml'));
}

test('accepts a file of the folder, and reads it once', () => {
  const opened = files(contractFolder({ 'api.yaml': 'a: 1', 'b/c.yaml': '[1]' }));
  const { file, value } = opened.open('b/c.yaml');
  expect({ file, value }).toEqual({ file: 'b/c.yaml', value: [1] });
  expect(opened.open('b/c.yaml').value).toBe(value);
});

test('accepts a file that refers back to the document', () => {
  const opened = files(contractFolder({ 'api.yaml': 'a: 1' }));
  expect(opened.open('api.yaml').value).toBe(opened.root.value);
});

test('accepts a file whose name starts with two dots', () => {
  const opened = files(contractFolder({ 'api.yaml': 'a: 1', '..b.yaml': '[1]' }));
  expect(opened.open('..b.yaml').value).toEqual([1]);
});

test('accepts a symbolic link within the folder', () => {
  const folder = contractFolder({ 'api.yaml': 'a: 1', 'real.yaml': '[1]' });
  symlinkSync('real.yaml', join(folder, 'link.yaml'));
  expect(files(folder).open('link.yaml').value).toEqual([1]);
});

test.each([['file', 'secret.yaml', 'link'], ['folder', '.', 'link/secret.yaml']])('refuses a symbolic link to a %s outside', (_, target, file) => {
  const outside = contractFolder({ 'secret.yaml': 'secret: hunter2' });
  const folder = contractFolder({ 'api.yaml': 'a: 1' });
  symlinkSync(join(outside, target), join(folder, 'link'));
  const message = refusal(() => files(folder).open(file));
  expect(message).toContain(`in "${file}": a symbolic link leads out of the folder of the contract`);
  expect(message).not.toContain(outside);
});

test('refuses a sibling folder whose name starts with the same letters', () => {
  const folder = contractFolder({ 'in/api.yaml': 'a: 1', 'inside/b.yaml': 'b: 1' });
  symlinkSync('../inside/b.yaml', join(folder, 'in/link.yaml'));
  expect(refusal(() => files(join(folder, 'in')).open('link.yaml'))).toContain('a symbolic link leads out');
});

test('refuses a folder and a missing file', () => {
  const folder = contractFolder({ 'api.yaml': 'a: 1' });
  mkdirSync(join(folder, 'b'));
  expect(refusal(() => files(folder).open('b'))).toContain('in "b": it is a folder, not a regular file');
  expect(refusal(() => files(folder).open('c.yaml'))).toContain('in "c.yaml": there is no such file');
});

test('refuses other files on the same terms', () => {
  const folder = contractFolder({ 'api.yaml': 'a: 1', 'b.yaml': '__proto__: 1', 'c/d.yaml': '$ref: ../../x.yaml', 'e.yaml': 'a: 1\n---\n' });
  expect(refusal(() => files(folder).open('b.yaml'))).toContain('in "b.yaml": the key "__proto__"');
  expect(refusal(() => files(folder).open('c/d.yaml'))).toContain('$ref "../../x.yaml" leaves the folder');
  expect(refusal(() => files(folder).open('e.yaml'))).toContain('more than one YAML document');
});

test('refuses files that are small one by one but too large together', () => {
  const part = `[${'1,'.repeat(60_000)}]`;
  const opened = files(contractFolder({ 'api.yaml': 'a: 1', 'b.yaml': part, 'c.yaml': part }));
  opened.open('b.yaml');
  expect(refusal(() => opened.open('c.yaml'))).toContain('nodes: allowed are 100000, all its files together');
});
