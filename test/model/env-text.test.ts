import * as fc from 'fast-check';
import { BindingEntry, BindingPart, BindingValue, SecretEncoding } from '../../src';
import { valueOfText } from '../../src/model/env-text';
import { survivesYaml } from '../../src/private/manifest-text';
import { accepts, expectRefusal, refusalOf, survivesHostileText, textOf, vault } from '../support/declare';

const credential = vault.secret('db');
const secret = (encoding = SecretEncoding.NONE) => BindingValue.encoded(credential, 'password', encoding);
const { literal, file, join } = BindingValue;
const entries = [
  BindingEntry.text('host', 'h.example.com'), BindingEntry.text('port', '80'), BindingEntry.of('password', secret()), BindingEntry.of('none', join()),
  BindingEntry.of('encoded', secret(SecretEncoding.PERCENT)), BindingEntry.of('url', join(literal('redis://:'), secret(SecretEncoding.PERCENT), literal('@h/'))),
  BindingEntry.of('brokers', join(literal('a:1'), literal(',b:1'))), BindingEntry.text('ca', 'PEM', { file: 'ca.crt' }), BindingEntry.of('path', file('x')), BindingEntry.text('ssl', 'true'), BindingEntry.text('plain', 'false'),
];
const valueOf = (text: string, of = entries) => valueOfText('VAR', text, of, 'p');

test.each([
  ['', ''], ['{host}', 'h.example.com'], ['{host}:{port}', 'h.example.com:80'], ['{{host}} {{}} }}{{', '{host} {} }{'], ['{{{host}}}', '{h.example.com}'],
  ['{password}', '{db password}'], ['{password:percent}', '{db password %}'], ['x{password:libpq}', 'x{db password libpq}'], ['x{password:none}', 'x{db password}'],
  ['x{encoded}', 'x{db password %}'], ['{url}?x', 'redis://:{db password %}@h/?x'], ['{url:none}?x', 'redis://:{db password %}@h/?x'],
  ['{brokers:percent}', 'a%3A1%2Cb%3A1'], ['{ca:file}', '/bindings/b/ca.crt'], ['f={ca:file}&{path}', 'f=/bindings/b/ca.crt&/bindings/b/x'], ['a{none}b{none:percent}', 'ab'],
  ['{ssl?on:off}', 'on'], ['{plain?on:off}', 'off'], ['redis{ssl?s:}://{host}', 'rediss://h.example.com'], ['redis{plain?s:}://{host}', 'redis://h.example.com'],
])('%p is %p', (text, value) => expect(textOf(valueOf(text))).toBe(value));

test.each([
  ['{nope}', 'no role "nope"; it has "host", "port"'], ['{}', 'no role ""'], ['{toString}', 'no role "toString"'], ['{ host }', 'no role " host "'],
  ['{', 'the brace "{" opens or closes nothing'], ['a}', 'the brace "}" opens or closes nothing'], ['{{host}', 'the brace "}" opens'], ['{"a":"{host}"}', 'the brace "{" opens'],
  ['x{password}', 'the secret "password" stands among other text'], ['{password}{password:percent}', 'stands among other text'], ['{host:}', '"host" is followed by what is no way'],
  ['{host?on:off}', 'the role "host" is neither true nor false'], ['{password?on:off}', 'neither true nor false'], ['{nope?on:off}', 'no role "nope"'],
  ['{ssl?on}', 'the brace "{" opens or closes nothing'], ['{ssl?on:off:percent}', 'the brace "{" opens or closes nothing'],
  ['{host:PERCENT}', 'is followed by what is no way'], ['{host:toString}', 'is followed by what is no way'], ['{host:file}', 'the role "host" has no file'],
  ['{url:percent}', '"url" is composed already, so it cannot be written as "percent"'], ['{encoded:libpq}', 'composed already'], ['{path:percent}', 'composed already'],
])('BST018: refuses %p', (text, problem) => expectRefusal(() => valueOf(text), 'BST018', 'p', problem, 'in the text of "VAR"', '{role:libpq}', 'a brace as {{ or }}'));

test.each(['{host:none}CANARY', 'CANARY{ssl}', '{ssl?CANARY:}{ssl}'])('BST510: refuses %p under the name of a secret, of which no role is a secret', text =>
  expectRefusal(() => valueOfText('API_TOKEN', text, entries, 'p'), 'BST510', 'p', '"API_TOKEN" is the name of a secret'));

test.each(['{password}', 'Bearer {password:none}', '{host}'])('a variable with the name of a secret may be %p', text => expect(accepts(() => valueOfText('API_TOKEN', text, entries, 'p'))).toBe(true));

test.each(['hunter2 {nope}', '{password:-hunter2}', 'hunter2}', 'redis://:hunter2@{hots}/', 'hunter2{password}'])('a refusal of %s does not repeat what stands in it', text =>
  expect(refusalOf(() => valueOf(text)).message).not.toContain('hunter2'));

test.each(['0o14', 'a\nb', '\u202eevil', '\0{password:none}'])('BST018: refuses %j, of which the container would read something else', text =>
  expectRefusal(() => valueOf(text), 'BST018', 'p', 'YAML would carry another text', 'in the text of "VAR"', 'printable text on one line'));

/** Any text that a container can be given. */
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: fc.constantFrom(...'{}{}:\'\\ =%@"$()a'), maxLength: 20 }))
  .filter(survivesYaml);
const escaped = (text: string) => text.replace(/[{}]/g, '$&$&');

test('whatever text stands around roles is read back, its braces doubled', () => {
  const piece = fc.oneof(anyText.map(text => ({ written: escaped(text), text })), anyText.map(text => ({ text })));
  fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
    const roles = pieces.map(({ text }, at) => BindingEntry.text(`r${at}`, text));
    const written = pieces.map((each, at) => 'written' in each ? each.written : `{r${at}:none}`).join('');
    expect(valueOf(written, roles).text).toBe(pieces.map(({ text }) => text).join(''));
  }), { numRuns: 500 });
});

test('what is written as percent stands in a URL, and decodes to itself', () => {
  fc.assert(fc.property(anyText, anyText, (user, password) => {
    const roles = [BindingEntry.text('username', user), BindingEntry.text('password', password)];
    const url = new URL(valueOf('postgresql://{username:percent}:{password:percent}@db.example.com/{password:percent}x', roles).text!);
    expect([url.username, url.password, url.pathname.slice(1, -1), url.host].map(decodeURIComponent)).toEqual([user, password, password, 'db.example.com']);
  }), { numRuns: 500 });
});

test.each(['or ders', "o'neil", 'a&b=c', 'a/b', 'x@y', '100%', 'user:1@', 'ü'])('BST018: refuses the text %p among other text, until it is said how it is encoded there', text => {
  const roles = [BindingEntry.text('database', text), BindingEntry.text('username', text)];
  for (const written of ['dbname={database}', 'postgresql://h/{database}', '{username}x']) {
    expectRefusal(() => valueOf(written, roles), 'BST018', 'p', 'stands among other text, and nothing says how it is encoded there', '{role:libpq}');
  }
  expect(valueOf('{database}', roles).text).toBe(text);
  expect(libpqKeywords(valueOf('dbname={database:libpq}', roles).text!)).toEqual({ dbname: text });
  expect(decodeURIComponent(valueOf('x/{database:percent}', roles).text!)).toBe(`x/${text}`);
});

test.each(['orders_1', 'db-0.example.com', 'a:9092,b:9092', 'https://h.example.com/v1/%C3%BC', ''])('accepts the text %p among other text, in which nothing has a meaning', text =>
  expect(valueOf('x{host}x', [BindingEntry.text('host', text)]).text).toBe(`x${text}x`));

/** As `conninfo_parse` reads: keyword=value, a value in single quotes or without space, a backslash before what is meant as it is. */
function libpqKeywords(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/\s*([a-z]+)\s*=\s*(?:'((?:\\[^]|[^'\\])*)'(?=\s|$)|((?:\\[^]|[^\s\\'])+))/gy)];
  expect(pairs.map(([pair]) => pair).join('')).toBe(text.trimEnd());
  return Object.fromEntries(pairs.map(([, keyword, quoted, bare]) => [keyword, (quoted ?? bare).replace(/\\([^])/g, '$1')]));
}

test('what is written as libpq is one value of a connection string, and reads as itself', () => {
  fc.assert(fc.property(anyText, anyText, (user, password) => {
    const roles = [BindingEntry.text('host', 'h'), BindingEntry.text('username', user), BindingEntry.text('password', password)];
    const dsn = valueOf('host={host} user={username:libpq} password={password:libpq} sslmode=require', roles).text!;
    expect(libpqKeywords(dsn)).toEqual({ host: 'h', user, password, sslmode: 'require' });
  }), { numRuns: 500 });
});

test('a secret among other text is never written in a way that the text does not say', () => {
  const form = fc.constantFrom('', ':none', ':percent', ':libpq', ':ado', ':jaas');
  fc.assert(fc.property(anyText, form, anyText, (before, written, after) => {
    const text = `${escaped(before)}{password${written}}${escaped(after)}`;
    if (written === '' && text !== '{password}') return void expectRefusal(() => valueOf(text), 'BST018', 'p', 'stands among other text');
    const [{ encoding }] = valueOf(text).parts.filter((part: BindingPart) => part.secret);
    expect(encoding).toBe(written === '' ? SecretEncoding.NONE : written.slice(1));
  }));
});

test('survives hostile text', () => survivesHostileText(text => valueOf(text)));

test('BST018: of a role that its kind leaves out beside another, says why, and what to do instead', () => {
  const [url, ...others] = entries;
  const leaving = [url._leavingOut({ role: 'sharp', reason: 'nothing encodes it', fix: 'write {host}' }), ...others];
  expectRefusal(() => valueOf('{sharp}', leaving), 'BST018', 'p', 'no role "sharp", because nothing encodes it; it has "host"', 'write {host}');
  expectRefusal(() => valueOf('{nope}', leaving), 'BST018', 'p', 'no role "nope"; it has "host"', '{role:libpq}');
});
