import { parseReference } from '../../src/contracts/local-reference';
import { reading, refusal } from './contract-folder';

test.each([
  ['', 'a/b.yaml', ''],
  ['#', 'a/b.yaml', ''],
  ['#/x/~1y%20z', 'a/b.yaml', '/x/~1y%20z'],
  ['c.yaml', 'a/c.yaml', ''],
  ['./c.yaml#/x', 'a/c.yaml', '/x'],
  ['../c.yaml#/x#y', 'c.yaml', '/x#y'],
  ['d/../../e/%66.yaml', 'e/f.yaml', ''],
  ['./a:b.yaml', 'a/a:b.yaml', ''],
  ['../..c.yaml', '..c.yaml', ''],
  [`#${'a'.repeat(1023)}`, 'a/b.yaml', 'a'.repeat(1023)],
])('accepts %p as the file %p', (ref, file, fragment) => {
  expect(parseReference(ref, 'a/b.yaml', reading())).toEqual({ file, fragment });
});

test.each([
  ['http://evil.example/x.yaml', 'names a scheme'],
  ['HTTPS://evil.example/x.yaml', 'names a scheme'],
  ['file:///etc/passwd', 'names a scheme'],
  ['file:x.yaml', 'names a scheme'],
  ['data:text/plain,x', 'names a scheme'],
  ['C:\\x.yaml', 'names a scheme or a drive'],
  ['%68ttp://evil.example/', 'names a scheme'],
  ['//evil.example/x.yaml', 'names a host'],
  ['/etc/passwd#/x', 'is an absolute path'],
  ['%2Fetc%2Fpasswd', 'is an absolute path'],
  ['\\\\host\\share', 'contains a backslash'],
  ['..%5C..%5Cx', 'contains a backslash'],
  ['../../x.yaml', 'leaves the folder'],
  ['../..', 'leaves the folder'],
  ['%2e%2e/%2E%2E/x.yaml', 'leaves the folder'],
  ['x/../../../y', 'leaves the folder'],
  ['a%00.yaml', 'contains an invisible character'],
  ['a\nb.yaml', 'contains an invisible character'],
  ['a%zz', 'is not valid percent-encoding'],
  [`a${'/'.repeat(1024)}`, 'is longer than 1024 characters'],
])('refuses %p', (ref, reason) => {
  const message = refusal(() => parseReference(ref, 'a/b.yaml', reading()));
  expect(message).toContain(`${reason}`);
  expect(message).toContain('allowed are "#/..." and relative files in the folder of the contract');
});

test.each([
  ['https://me:hunter2@h/x', 'https://h/x'],
  ['https://me:hun/ter2@h/x', 'https://h/x'],
  ['https://me:hun?ter2@h/x', 'https://h/x'],
  ['https://h/x?token=hunter2', 'https://h/x'],
  ['https://@h/x?token=hunter2', 'https://h/x'],
  ['//me:hunter2@h/x?token=hunter2#/a', '//h/x'],
])('refuses %s without repeating what is secret in it', (ref, shown) => {
  expect(refusal(() => parseReference(ref, 'a.yaml', reading()))).toContain(`$ref "${shown}" names a`);
});

test.each(['https://hunter2/x', '/hunter2', '../../hunter2', 'hunter2%zz', 'hunter2\\'])('refuses %s of a file that the contract refers to by its place alone', ref => {
  const message = refusal(() => parseReference(ref, 'a/b.yaml', reading().at('a/b.yaml'), () => 3));
  expect(message).toContain('in "a/b.yaml": the $ref at line 3 ');
  expect(message).not.toContain('hunter2');
});

test('refuses 100,000 slashes in linear time', () => {
  expect(refusal(() => parseReference(`http://h${'/'.repeat(100_000)}`, 'a.yaml', reading()))).toContain('is longer than 1024 characters');
});
