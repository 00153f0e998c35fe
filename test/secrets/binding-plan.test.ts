import * as fc from 'fast-check';
import { BindingDelivery, BindingEntry, BindingValue, Credential, EnvNames, KubernetesSecret, SecretEncoding, Secrets, UseOptions } from '../../src';
import { expectRefusal, vault } from '../support/declare';
import { environmentOf } from '../support/kubelet';
import { entry, planOf } from './told';

const { literal, secret, percentEncoded, encoded, join } = BindingValue;
const stored = vault.secret('shop/db');
const existing = KubernetesSecret.existing('db-creds', { reason: 'made by the data team' }).credential({ username: 'username', password: 'pass' });
const all = { delivery: BindingDelivery.VARIABLES_AND_FILES };
const planAll = (entries: BindingEntry[]) => planOf(entries, undefined, all);

test('every binding whose files are asked for tells its type and provider, as the specification demands', () =>
  expect(planAll([]).files).toEqual([{ path: 'type', text: 'any' }, { path: 'provider', text: 'somebody' }]));

test('literal text becomes a variable and a file; only the variable is escaped, because nothing expands a file', () => {
  const plan = planAll([entry(join(literal('$(HOME)'), literal('$')), { variable: 'URL', file: 'uri' })]);
  expect(plan.variables).toEqual([{ name: 'DB_URL', value: '$$(HOME)$$' }]);
  expect(plan.files.slice(2)).toEqual([{ path: 'uri', text: '$(HOME)$' }]);
  expect([plan.supplied, plan.references, plan.unmade]).toEqual([undefined, [], []]);
});

test('a part of a Secret is read under its key there', () => {
  const plan = planAll([entry(secret(existing, 'password'), { variable: 'PASSWORD', file: 'password' })]);
  expect(plan.variables).toEqual([{ name: 'DB_PASSWORD', secretName: 'db-creds', secretKey: 'pass' }]);
  expect(plan.files.slice(2)).toEqual([{ path: 'password', secretName: 'db-creds', secretKey: 'pass' }]);
});

test('a part that is put together by Kubernetes is in a variable of its own, where the one of its name is asked for and holds more', () => {
  const url = BindingEntry.of('url', join(secret(existing, 'username'), literal('?a')));
  const plan = planOf([url], undefined, { envNames: EnvNames.map({ DB_USERNAME: '{url}' }) });
  expect(plan.variables).toEqual([{ name: 'DB_USERNAME_PART', secretName: 'db-creds', secretKey: 'username' }, { name: 'DB_USERNAME', value: '$(DB_USERNAME_PART)?a' }]);
});

test('what is kept in a store is read from one Secret for this consumer and this service', () => {
  const plan = planAll([
    BindingEntry.of('url', join(literal('x://'), percentEncoded(stored, 'password')), { variable: 'URL' }), BindingEntry.of('user', secret(stored, 'username'), { file: 'user' }),
  ]);
  expect(plan.variables).toEqual([{ name: 'DB_URL', secretName: 'web-db', secretKey: 'url' }]);
  expect(plan.files.slice(2)).toEqual([{ path: 'user', secretName: 'web-db', secretKey: 'user' }]);
  expect([plan.supplied!.name, Object.keys(plan.supplied!.values), plan.references]).toEqual(['web-db', ['url', 'user'], [stored.part('password'), stored.part('username')]]);
});

describe('what reaches a container', () => {
  const entries = [
    BindingEntry.text('host', 'db', { variable: 'HOST', file: 'host' }), BindingEntry.of('ca', secret(stored, 'password'), { file: 'ca.crt', fileVariable: 'CA_FILE' }),
  ];
  test.each<[string, UseOptions, string[], string[]]>([
    ['variables, and the files that one names', {}, ['DB_HOST', 'DB_CA_FILE'], ['type', 'provider', 'ca.crt']],
    ['files only, all of them', { delivery: BindingDelivery.FILES }, [], ['type', 'provider', 'ca.crt', 'host']],
    ['both', all, ['DB_HOST', 'DB_CA_FILE'], ['type', 'provider', 'ca.crt', 'host']],
    ['the variables of a map, and the file that one names', { envNames: EnvNames.map({ ADDR: '{host}:1', CA: '{ca:file}' }) }, ['ADDR', 'CA'], ['type', 'provider', 'ca.crt']],
  ])('is by choice %s', (_, options, variables, files) => {
    const plan = planOf(entries, undefined, options);
    expect([plan.variables.map(({ name }) => name), plan.files.map(({ path }) => path)]).toEqual([variables, files]);
  });
});

test('two variables with one text are both told', () => {
  const plan = planOf([BindingEntry.text('host', 'db')], undefined, { envNames: EnvNames.map({ PGHOST: '{host}', DB_SERVER: '{host}' }) });
  expect(plan.variables).toEqual([{ name: 'DB_SERVER', value: 'db' }, { name: 'PGHOST', value: 'db' }]);
});

test('a supplier is not asked to encode what stands as it is', () => {
  const asked: SecretEncoding[] = [];
  const supplier = Object.assign(Secrets.externalSecrets(), { encodes: (encoding: SecretEncoding) => asked.push(encoding) > 0 });
  planOf([entry(join(literal('x://'), secret(stored, 'username'), percentEncoded(stored, 'password')), { variable: 'URL' })], supplier);
  expect(asked).toEqual([SecretEncoding.PERCENT]);
});

test('a text over roles that holds a secret of a store is made by the supplier, under the variable\'s name', () => {
  const entries = [BindingEntry.text('host', 'db.example.com'), BindingEntry.of('password', secret(stored, 'password'))];
  const plan = planOf(entries, Secrets.externalSecrets(), { envNames: EnvNames.map({ DSN: 'host={host} password={password:libpq}', PASS: '{password}' }) });
  expect(plan.variables).toEqual([{ name: 'DSN', secretName: 'web-db', secretKey: 'DSN' }, { name: 'PASS', secretName: 'web-db', secretKey: 'password' }]);
  const { NONE, LIBPQ } = SecretEncoding;
  expect(plan.supplied!.values.DSN.parts.map(part => part.encoding)).toEqual([NONE, LIBPQ]);
});

test('a variable that is named like a role does not take the place of that role in the Secret', () => {
  const entries = ['username', 'password'].map(role => BindingEntry.of(role, secret(stored, role), { file: role }));
  const plan = planOf(entries, Secrets.externalSecrets(), { envNames: EnvNames.map({ PASS: '{password}', password: 'x{username:percent}' }) });
  expect(plan.variables.map(({ name, secretKey }) => `${name} ${secretKey}`)).toEqual(['PASS password', 'password password.variable']);
  expect(Object.values(plan.supplied!.values).map(({ parts }) => parts.map(part => part.name ?? part.literal).join(''))).toEqual(['password', 'xusername']);
});

test('parts of a Secret are composed by the kubelet, after the variables that they refer to', () => {
  const plan = planOf([entry(join(literal('x://'), secret(existing, 'username'), literal(':$'), secret(existing, 'password')), { variable: 'URL' })]);
  expect(plan.variables).toEqual([
    { name: 'DB_USERNAME', secretName: 'db-creds', secretKey: 'username' },
    { name: 'DB_PASSWORD', secretName: 'db-creds', secretKey: 'pass' },
    { name: 'DB_URL', value: 'x://$(DB_USERNAME):$$$(DB_PASSWORD)' },
  ]);
});

test('the variable of a part is its name with underscores', () => {
  const keyed = KubernetesSecret.existing('db-creds', { reason: 'made by the data team' }).credential({ 'api-key-id': 'id' });
  const plan = planOf([entry(join(literal('key='), secret(keyed, 'api-key-id')), { variable: 'DSN' })]);
  expect(plan.variables).toEqual([{ name: 'DB_API_KEY_ID', secretName: 'db-creds', secretKey: 'id' }, { name: 'DB_DSN', value: 'key=$(DB_API_KEY_ID)' }]);
});

test('whatever stands in a credential or around it, the kubelet composes exactly that', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('$', '(', ')', 'DB_PASSWORD', 'x') }));
  fc.assert(fc.property(text, text, text, (before, password, after) => {
    const { variables } = planOf([entry(join(literal(before), secret(existing, 'password'), literal(after)), { variable: 'URL' })]);
    const env = variables.map(({ name, value, secretName, secretKey }) =>
      value === undefined ? { name, valueFrom: { secretKeyRef: { name: secretName!, key: secretKey! } } } : { name, value });
    expect(environmentOf({ name: 'main', env }, { 'db-creds': { pass: password } }).get('DB_URL')).toBe(before + password + after);
  }), { numRuns: 100 });
});

test.each<[string, BindingEntry, string]>([
  ['a part that has to be encoded', entry(join(literal('x'), percentEncoded(existing, 'password')), { variable: 'URL' }), 'DB_URL'],
  ['a single one', entry(percentEncoded(existing, 'password'), { variable: 'URL' }), 'DB_URL'],
  ['one in quotes', entry(encoded(existing, 'password', SecretEncoding.LIBPQ), { variable: 'DSN' }), 'DB_DSN'],
  ['a part of a store among parts of the cluster', entry(join(secret(stored, 'username'), secret(existing, 'password')), { variable: 'URL' }), 'DB_URL'],
  ['a file, which the kubelet does not expand', entry(join(literal('x'), secret(existing, 'password')), { file: 'uri' }), 'uri'],
])('cannot make %s: nothing is bound, and the check is told', (_, told, name) => {
  const plan = planAll([told]);
  expect([plan.unmade.map(unmade => unmade.name), plan.variables, plan.files.length]).toEqual([[name], [], 2]);
});

test('BST018: a variable that another is made of cannot be one that something else acts upon', () => {
  const credential = Credential.of({ preload: KubernetesSecret.existing('db-creds', { reason: 'made by the data team' }).key('x') });
  const entries = [BindingEntry.of('text', join(literal('x'), secret(credential, 'preload')), { variable: 'TEXT' })];
  const named = (bindingName: string) => planOf(entries, undefined, { bindingName, envNames: EnvNames.map({ OWN: '{text}' }) });
  expectRefusal(() => named('ld'), 'BST018', 'chart/shop/workloads/web uses db', '"LD_PRELOAD" changes how programs run',
    'is named after the binding "ld" to chart/shop/db; give this dependency another bindingName');
  expect(named('led').variables.map(({ name }) => name)).toEqual(['LED_PRELOAD', 'OWN']);
});
