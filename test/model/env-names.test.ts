import * as fc from 'fast-check';
import { BindingEntry, BindingEntryOptions, EnvNames, INamedBinding } from '../../src';
import { assertVariables } from '../../src/model/env-names';
import { isBranded } from '../../src/private/brand';
import { accepts, expectRefusal, hostileText, refusalOf, survivesHostileText } from '../support/declare';

const entry = (role: string, options?: BindingEntryOptions) => BindingEntry.text(role, 'x', options);
const binding: INamedBinding = {
  name: 'orders-db', bindingType: 'postgresql',
  entries: [entry('url', { variable: 'URL', file: 'uri' }), entry('host', { file: 'host' }), entry('ca', { file: 'ca.crt', fileVariable: 'CA_FILE' }), entry('port')],
};

test('by default a variable is the binding and what the entry says, of its value or of the path of its file', () => {
  expect(EnvNames.DEFAULT.variablesOf(binding)).toEqual({ ORDERS_DB_URL: '{url}', ORDERS_DB_CA_FILE: '{ca:file}' });
  expect(EnvNames.DEFAULT.variablesOf({ ...binding, entries: [] })).toEqual({});
  const read = EnvNames.map(EnvNames.DEFAULT.variablesOf(binding))._valuesOf(binding, 'p');
  expect([...EnvNames.DEFAULT._valuesOf(binding, 'p')].sort((a, b) => a.name < b.name ? -1 : 1)).toEqual(read);
  expect(EnvNames.DEFAULT).toBe(EnvNames.DEFAULT);
});

test('a map names just its variables, for every binding, sorted', () => {
  const names = EnvNames.map({ REDIS_ADDR: '{host}:{port}', PGHOST: '{host}' });
  expect(Object.entries(names.variablesOf(binding))).toEqual([['PGHOST', '{host}'], ['REDIS_ADDR', '{host}:{port}']]);
  expect([names, EnvNames.DEFAULT].map(each => isBranded(each, 'EnvNames'))).toEqual([true, true]);
});

test('the answer of a map, which equal maps share, takes no change', () => {
  const told = EnvNames.map({ A: '{url}' }).variablesOf({ name: 'db', bindingType: 'x', entries: [] });
  expect(() => Object.assign(told, { B: '{host}' })).toThrow(TypeError);
  expect(EnvNames.map({ A: '{url}' }).variablesOf({ name: 'db', bindingType: 'x', entries: [] })).toEqual({ A: '{url}' });
});

test.each(['1A', 'A-B', 'A=B', '', 'A.B', 'constructor', '__proto__', 'a'.repeat(256)])('BST801: refuses the name %p', name =>
  expectRefusal(() => EnvNames.map({ [name]: '{host}' }), 'BST801', 'EnvNames.map', 'cannot be an environment variable', 'no digit first'));

test.each(['PATH', 'LD_PRELOAD', 'NODE_OPTIONS', 'PYTHONPATH', 'JAVA_TOOL_OPTIONS', 'BASH_ENV', 'KUBERNETES_SERVICE_HOST', 'SERVICE_BINDING_ROOT', 'GIT_SSH_COMMAND'])(
  'BST018: refuses %s, which changes how programs run', name =>
    expectRefusal(() => EnvNames.map({ [name]: '{host}' }), 'BST018', 'EnvNames.map', `"${name}" changes how programs run`, 'a name of its own'));

test.each(['PGHOST', 'MY_PATH', 'PATHS', 'DATABASE_URL', '_a'])('accepts the name %s', name => expect(accepts(() => EnvNames.map({ [name]: '{host}' }))).toBe(true));

test('BST018: refuses a map of no variables', () => expectRefusal(() => EnvNames.map({}), 'BST018', 'EnvNames.map', 'no variables tells nothing', 'BindingDelivery.FILES'));

test.each(['postgresql://app:CANARY@{host}/', 'host={host} password=CANARY', '{host} ghp_CANARYCANARY', 'CANARY ghp_CANARYCANARY {host}'])(
  'BST511 or BST510: refuses the credential in the text %s and does not repeat it', text => {
    const refused = refusalOf(() => EnvNames.map({ A: text }));
    expect(['BST511', 'BST510']).toContain(refused.code);
    expect(refused.message).not.toContain('CANARY');
  });

test.each([['PGPASSWORD', 'CANARY'], ['API_TOKEN', 'CANARY'], ['CLIENT_SECRET', '{{CANARY}}'], ['DB_PASSWORD', '{ssl?CANARY:}']])('BST510: refuses a text without a role as %s and does not repeat it', (name, text) => {
  expectRefusal(() => EnvNames.map({ [name]: text }), 'BST510', 'EnvNames.map', `the variable "${name}" is the name of a secret`, 'not repeated here', 'keep the credential');
  expect(refusalOf(() => EnvNames.map({ [name]: text })).message).not.toContain('CANARY');
});

test.each([['PGPASSWORD', '{password}'], ['API_TOKEN', 'Bearer {token:none}'], ['PASSWORD', ''], ['TOKEN_TYPE', 'Bearer'], ['PASSWORD_FILE', '/run/db']])('accepts %s with the text %p', (name, text) =>
  expect(accepts(() => EnvNames.map({ [name]: text }))).toBe(true));

test('BST510: does not repeat a credential that stands in place of a name', () =>
  expectRefusal(() => EnvNames.map({ ghp_CANARYCANARY: '{host}' }), 'BST510', 'EnvNames.map', 'not repeated here'));

test('the answer of another convention is held to the same rules, but may be of no variables', () => {
  expect(Object.keys(assertVariables({ B: '{host}', A: '{port}' }, 'p'))).toEqual(['A', 'B']);
  expect(assertVariables({}, 'p')).toEqual({});
  expectRefusal(() => assertVariables({ PATH: '{host}' }, 'p'), 'BST018', 'p', '"PATH" changes how programs run');
});

test('every accepted name is a C identifier', () => {
  const near = fc.string({ unit: fc.constantFrom(...'aZ09_-.'), maxLength: 10 });
  fc.assert(fc.property(fc.oneof(hostileText, near), name => {
    if (accepts(() => EnvNames.map({ [name]: '{host}' }))) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
  }), { numRuns: 1000 });
});

test('survives hostile text', () => survivesHostileText(text => [() => EnvNames.map({ [text]: '{host}' }), () => EnvNames.map({ A: text })].forEach(call => call())));

test('maps that say the same are the same', () => {
  expect(EnvNames.map({ A: '{a}', B: '{b}' })).toBe(EnvNames.map({ B: '{b}', A: '{a}' }));
  expect(EnvNames.map({ A: '{a}' })).not.toBe(EnvNames.map({ A: '{b}' }));
});
