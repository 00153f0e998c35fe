import { BindingEntry, BindingEntryOptions, BindingValue, Credential, CredentialPart } from '../../src';
import { assertEntered, assertEntries } from '../../src/model/binding-rules';
import { expectRefusal, survivesHostileText, vault } from '../support/declare';

const judged = (...entries: BindingEntry[]) => assertEntries(entries, 'p', false);
const secret = BindingValue.secret(vault.secret('db'), 'password');
const entry = (role: string, options = {}) => BindingEntry.text(role, 'x', options);

test('accepts entries whose roles, variables and files are each their own', () => {
  const entries = [entry('host', { variable: 'HOST', file: 'host' }), entry('ca', { file: 'ca.crt', fileVariable: 'CA_FILE' }), entry('group-id', { file: 'group.id' })];
  expect(judged(...entries)).toEqual(entries);
});

test.each<[string, BindingEntry[], string]>([
  ['role', [entry('host'), entry('host')], 'the role "host"'],
  ['variable', [entry('a', { variable: 'X' }), entry('b', { variable: 'X' })], 'the variable "X"'],
  ['variable, once for a value and once for a path', [entry('a', { variable: 'X' }), entry('b', { file: 'b', fileVariable: 'X' })], 'the variable "X"'],
  ['file', [entry('a', { file: 'f' }), entry('b', { file: 'f' })], 'the file "f"'],
])('BST019: refuses two entries of one %s', (_, entries, what) => expectRefusal(() => judged(...entries), 'BST019', 'p', 'two entries', what, 'its own'));

test('BST019: refuses a variable for the path of no file', () =>
  expectRefusal(() => judged(entry('ca', { fileVariable: 'CA_FILE' })), 'BST019', 'p', 'the entry "ca" has a variable "CA_FILE"', 'give the entry of bind() a file'));

test.each(['0o14', 'a\nb', '\u202eevil'])('BST019: refuses the text %j, of which the container would read something else', text =>
  expectRefusal(() => judged(BindingEntry.text('host', text)), 'BST019', 'p', 'the text of the entry "host"', 'printable text on one line'));

test.each<[string, string, BindingEntryOptions]>([
  ['role "password"', 'password', { variable: 'PASSWORD' }], ['variable "API_KEY"', 'key', { variable: 'API_KEY' }], ['file "client-secret"', 'a', { file: 'client-secret' }],
])('BST510: refuses a text under the %s and does not repeat it', (what, role, options) => {
  const written = () => judged(BindingEntry.text(role, 'CANARY', options));
  expectRefusal(written, 'BST510', 'p', `the ${what} is the name of a secret`, 'not repeated here');
  expect(written).not.toThrow('CANARY');
});

test('a text under the name of a secret may be empty, or the path of its file', () =>
  expect(judged(BindingEntry.text('password', '', { variable: 'PASSWORD' }), entry('token-type'), BindingEntry.of('token', BindingValue.file('t'), { variable: 'TOKEN' }))).toHaveLength(3));

test.each<[string, BindingEntry, string]>([
  ...['', 'Host', 'a_b', 'a--b', '{x}', '1a', 'constructor', 'a'.repeat(64)].map((role): [string, BindingEntry, string] => [`role ${JSON.stringify(role)}`, entry(role), 'a role of a binding']),
  ...['', 'host', 'A-B', '1A', 'A\nB', 'A'.repeat(64)].map((variable): [string, BindingEntry, string] => [`variable ${JSON.stringify(variable)}`, entry('a', { variable }), 'the last part of a variable']),
  ...['', '..', '../x', 'a/b', '.hidden', 'type', 'provider', 'constructor', 'a b', 'a'.repeat(129)].map((file): [string, BindingEntry, string] => [
    `file ${JSON.stringify(file)} with a secret`, BindingEntry.of('a', secret, { file }), 'a file of a binding: allowed is letters, digits, "-", "_" and ".", no "." first, at most 128 characters']),
  ...['', '..', '../x', 'a/b', '.hidden', 'type', 'provider', 'constructor', 'a b', '_conf-', 'conf-', '_conf', 'a'.repeat(64)].map((file): [string, BindingEntry, string] => [
    `file ${JSON.stringify(file)} with a text`, entry('a', { file }), 'a file of a binding with a text in it, which an annotation carries: allowed is letters, digits, "-", "_" and "."']),
])('BST801: refuses the %s', (_, refused, what) => expectRefusal(() => judged(refused), 'BST801', 'p', `cannot be ${what}`));

test('a role and the last part of a variable have 63 characters at most', () =>
  expect(judged(entry('a'.repeat(63), { variable: 'A'.repeat(63) }))).toHaveLength(1));

test('a file that a Secret fills may have a name that an annotation could not', () => {
  for (const file of ['_conf-', 'a'.repeat(128)]) expect(assertEntries([BindingEntry.of('a', secret, { file })], 'p', true)).toHaveLength(1);
  expect(judged(entry('a', { file: 'a'.repeat(63) }), entry('b', { file: 'b' }))).toHaveLength(2);
});

describe('a credential', () => {
  const credential = vault.secret('db', { 'api-key': 'CANARY-key', 'ca': 'ca' });

  test('BST019: that no entry tells is refused: the consumer of any kind would knock without it', () =>
    expectRefusal(() => assertEntered([entry('host')], credential, 'p'), 'BST019', 'p', 'gives a credential of "api-key", and no entry', 'tell its parts in bind()'));

  test.each<[string, BindingEntry[], Credential]>([
    ['of which a part is told', [BindingEntry.of('key', BindingValue.secret(credential, 'api-key'))], credential],
    ['that is the authority of a server which nobody verifies', [entry('host')], vault.secret('db', { ca: 'ca' })],
    ['that is no secret', [entry('host')], Credential.of({ user: CredentialPart.text('web') })],
  ])('%s is accepted', (_, entries, given) => expect(() => assertEntered(entries, given, 'p')).not.toThrow());
});

test('survives hostile text', () => survivesHostileText(text => [
  () => judged(entry(text)), () => judged(entry('a', { variable: text })), () => judged(entry('a', { file: text })),
].forEach(call => call())));
