import fs, { mkdirSync, symlinkSync } from 'fs';
import { join } from 'path';
import { ContractFiles } from '../../src/contracts/contract-files';
import { contractFolder, refusal } from './contract-folder';

function files(folder: string): ContractFiles {
  return ContractFiles.of(join(folder, 'api.yaml'));
}

test('accepts a file of the folder, and reads it once', () => {
  const opened = files(contractFolder({ 'api.yaml': 'a: 1', 'b/c.yaml': '[1]' }));
  const { file, value } = opened.open('b/c.yaml', 'api.yaml');
  expect({ file, value }).toEqual({ file: 'b/c.yaml', value: [1] });
  expect(opened.open('b/c.yaml', 'api.yaml').value).toBe(value);
});

test('accepts a file that refers back to the document', () => {
  const opened = files(contractFolder({ 'api.yaml': 'a: 1' }));
  expect(opened.open('api.yaml', 'api.yaml').value).toBe(opened.root.value);
});

test.each(['b.yaml', 'b.yml', 'b.json', 'b.YAML', 'c.d/b.e.yaml'])('accepts a document named %s', name => {
  expect(files(contractFolder({ 'api.yaml': 'a: 1', [name]: '[1]' })).open(name, 'api.yaml').value).toEqual([1]);
});

test.each(['.env', '.npmrc', '.env.yaml', '..b.yaml', '.docker/config.json', 'b/.c/d.yaml', 'b', 'b.txt', 'b.yaml.bak', 'yaml'])('refuses a document named %s, there or not', name => {
  for (const folder of [contractFolder({ 'api.yaml': 'a: 1', [name]: '[1]' }), contractFolder({ 'api.yaml': 'a: 1' })]) {
    expect(refusal(() => files(folder).open(name, 'api.yaml'))).toContain(`in "${name}": it is not named like a document: a $ref may lead to .yaml, .yml and .json files, none of them hidden`);
  }
});

test.each(['.env', 'b/.env', '.aws/b.yaml', 'secret.txt'])('refuses a symbolic link to %s under a better name', name => {
  const folder = contractFolder({ 'api.yaml': 'a: 1', [name]: 'hunter2' });
  symlinkSync(name, join(folder, 'link.yaml'));
  expect(refusal(() => files(folder).open('link.yaml', 'api.yaml'))).toContain('what a symbolic link leads to is not named like a document');
});

test('accepts any name for the document that the user names, and a hidden folder around it', () => {
  expect(ContractFiles.of(join(contractFolder({ '.a/api': 'a: 1' }), '.a/api')).root.file).toBe('api');
  expect(files(join(contractFolder({ '.a/api.yaml': 'a: 1', '.a/b.yaml': '[1]' }), '.a')).open('b.yaml', 'api.yaml').value).toEqual([1]);
});

test('accepts a symbolic link within the folder', () => {
  const folder = contractFolder({ 'api.yaml': 'a: 1', 'real.yaml': '[1]' });
  symlinkSync('real.yaml', join(folder, 'link.yaml'));
  expect(files(folder).open('link.yaml', 'api.yaml').value).toEqual([1]);
});

test.each([['file', 'secret.yaml', 'link.yaml'], ['folder', '.', 'link/secret.yaml']])('refuses a symbolic link to a %s outside', (_, target, file) => {
  const outside = contractFolder({ 'secret.yaml': 'secret: hunter2' });
  const folder = contractFolder({ 'api.yaml': 'a: 1' });
  symlinkSync(join(outside, target), join(folder, file.split('/')[0]));
  const message = refusal(() => files(folder).open(file, 'api.yaml'));
  expect(message).toContain(`in "${file}": a symbolic link leads out of the folder of the contract`);
  expect(message).not.toContain(outside);
});

test('refuses a symbolic link to the folder around', () => {
  const folder = contractFolder({ 'in/api.yaml': 'a: 1' });
  symlinkSync('..', join(folder, 'in/link.yaml'));
  expect(refusal(() => files(join(folder, 'in')).open('link.yaml', 'api.yaml'))).toContain('a symbolic link leads out');
});

test('refuses a sibling folder whose name starts with the same letters', () => {
  const folder = contractFolder({ 'in/api.yaml': 'a: 1', 'inside/b.yaml': 'b: 1' });
  symlinkSync('../inside/b.yaml', join(folder, 'in/link.yaml'));
  expect(refusal(() => files(join(folder, 'in')).open('link.yaml', 'api.yaml'))).toContain('a symbolic link leads out');
});

test('refuses a folder and a missing file', () => {
  const folder = contractFolder({ 'api.yaml': 'a: 1' });
  mkdirSync(join(folder, 'b.yaml'));
  expect(refusal(() => files(folder).open('b.yaml', 'api.yaml'))).toContain('in "b.yaml": it is a folder, not a regular file');
  expect(refusal(() => files(folder).open('c.yaml', 'api.yaml'))).toContain('in "c.yaml": there is no such file');
});

test.each(['hunter2', '.hunter2.yaml', 'hunter2.yaml'])('does not tell the name %s, to which another file than the contract refers, unless there is such a document', name => {
  const folder = contractFolder({ 'api.yaml': 'a: 1', 'b.yaml': '[1]' });
  expect(refusal(() => files(folder).open(name, 'b.yaml'))).toMatch(/: in what "b\.yaml" refers to: (it is not named like a document|there is no such file)/);
  expect(refusal(() => files(folder).open(name, 'b.yaml'))).not.toContain('hunter2');
  expect(refusal(() => files(contractFolder({ 'api.yaml': 'a: 1', 'c.yaml': '<<: 1' })).open('c.yaml', 'b.yaml'))).toContain('in "c.yaml": the merge key');
});

test('refuses other files on the same terms', () => {
  const folder = contractFolder({ 'api.yaml': 'a: 1', 'b.yaml': '<<: 1', 'c/d.yaml': '$ref: ../../x.yaml', 'e.yaml': 'a: 1\n---\n' });
  expect(refusal(() => files(folder).open('b.yaml', 'api.yaml'))).toContain('in "b.yaml": the merge key "<<"');
  expect(refusal(() => files(folder).open('c/d.yaml', 'api.yaml'))).toContain('in "c/d.yaml": the $ref at line 1 leaves the folder');
  expect(refusal(() => files(folder).open('e.yaml', 'api.yaml'))).toContain('more than one YAML document');
});

test('refuses files that are small one by one but too large together', () => {
  const part = `[${'1,'.repeat(60_000)}]`;
  const opened = files(contractFolder({ 'api.yaml': 'a: 1', 'b.yaml': part, 'c.yaml': part }));
  opened.open('b.yaml', 'api.yaml');
  expect(refusal(() => opened.open('c.yaml', 'api.yaml'))).toContain('nodes: allowed are 100000, all its files together');
});

// Who may read all never meets these, as whoever runs tests in a container.
describe.each(['EACCES', 'EPERM'])('what the system forbids with %s', code => {
  const forbidden = () => { throw Object.assign(new Error(`${code}: /home/me/api.yaml`), { code }); };
  afterEach(() => jest.restoreAllMocks());

  test.each(['statSync', 'openSync', 'readSync'] as const)('by %s is told without the path on this machine', name => {
    const folder = contractFolder({ 'api.yaml': 'a: 1' });
    jest.spyOn(fs, name).mockImplementation(forbidden);
    const message = refusal(() => files(folder));
    expect(message).toContain('reading it is not permitted; give the path of an OpenAPI 3 document');
    expect(message).not.toContain('/home/me');
  });

  test('of the folder is told too, and of a file that the contract refers to', () => {
    const folder = contractFolder({ 'api.yaml': 'a: 1', 'b.yaml': '[1]' });
    const opened = files(folder);
    jest.spyOn(fs, 'realpathSync').mockImplementation(forbidden as never);
    expect(refusal(() => files(folder))).toContain('reading it is not permitted');
    expect(refusal(() => opened.open('b.yaml', 'api.yaml'))).toContain('in "b.yaml": reading it is not permitted');
  });
});
