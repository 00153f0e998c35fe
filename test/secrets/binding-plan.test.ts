import * as fc from 'fast-check';
import { BindingValue, SecretReference } from '../../src';
import { vault } from '../support/declare';
import { environmentOf } from '../support/kubelet';
import { planOf } from './told';

const { literal, secret, percentEncoded, join } = BindingValue;
const stored = vault.secret('shop/db');
const existing = SecretReference.existing('db-creds', { reason: 'made by the data team', passwordKey: 'pass' });

test('every binding tells its type and provider, as the specification demands', () =>
  expect(planOf([]).files).toEqual([{ path: 'type', text: 'any' }, { path: 'provider', text: 'somebody' }]));

test('literal text becomes a variable and a file; only the variable is escaped, because nothing expands a file', () => {
  const plan = planOf([{ variable: 'URL', file: 'uri', value: join(literal('$(HOME)'), literal('$')) }]);
  expect(plan.variables).toEqual([{ name: 'DB_URL', value: '$$(HOME)$$' }]);
  expect(plan.files.slice(2)).toEqual([{ path: 'uri', text: '$(HOME)$' }]);
  expect([plan.supplied.size, plan.references.size, plan.unencodable]).toEqual([0, 0, []]);
});

test('a part of a Secret is read under its key there', () => {
  const plan = planOf([{ variable: 'PASSWORD', file: 'password', value: secret(existing, 'password') }]);
  expect(plan.variables).toEqual([{ name: 'DB_PASSWORD', secretName: 'db-creds', secretKey: 'pass' }]);
  expect(plan.files.slice(2)).toEqual([{ path: 'password', secretName: 'db-creds', secretKey: 'pass' }]);
});

test('what is kept in a store is read from one Secret for this consumer and this service', () => {
  const plan = planOf([{ variable: 'URL', value: join(literal('x://'), percentEncoded(stored, 'password')) }, { file: 'user', value: secret(stored, 'username') }]);
  expect(plan.variables).toEqual([{ name: 'DB_URL', secretName: 'web-db', secretKey: 'url' }]);
  expect(plan.files.slice(2)).toEqual([{ path: 'user', secretName: 'web-db', secretKey: 'user' }]);
  expect([plan.suppliedSecret, [...plan.supplied.keys()], [...plan.references]]).toEqual(['web-db', ['url', 'user'], [stored]]);
});

test('parts of a Secret are composed by the kubelet, after the variables that they refer to', () => {
  const plan = planOf([{ variable: 'URL', value: join(literal('x://'), secret(existing, 'username'), literal(':$'), secret(existing, 'password')) }]);
  expect(plan.variables).toEqual([
    { name: 'DB_USERNAME', secretName: 'db-creds', secretKey: 'username' },
    { name: 'DB_PASSWORD', secretName: 'db-creds', secretKey: 'pass' },
    { name: 'DB_URL', value: 'x://$(DB_USERNAME):$$$(DB_PASSWORD)' },
  ]);
});

test('whatever stands in a credential or around it, the kubelet composes exactly that', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('$', '(', ')', 'DB_PASSWORD', 'x') }));
  fc.assert(fc.property(text, text, text, (before, password, after) => {
    const { variables } = planOf([{ variable: 'URL', value: join(literal(before), secret(existing, 'password'), literal(after)) }]);
    const env = variables.map(({ name, value, secretName, secretKey }) =>
      value === undefined ? { name, valueFrom: { secretKeyRef: { name: secretName!, key: secretKey! } } } : { name, value });
    expect(environmentOf({ name: 'main', env }, { 'db-creds': { pass: password } }).get('DB_URL')).toBe(before + password + after);
  }), { numRuns: 100 });
});

test.each([
  ['a part that has to be encoded', { variable: 'URL', value: join(literal('x'), percentEncoded(existing, 'password')) }, 'DB_URL'],
  ['a single one', { variable: 'URL', value: percentEncoded(existing, 'password') }, 'DB_URL'],
  ['a part of a store among parts of the cluster', { variable: 'URL', value: join(secret(stored, 'username'), secret(existing, 'password')) }, 'DB_URL'],
  ['a file, which the kubelet does not expand', { file: 'uri', value: join(literal('x'), secret(existing, 'password')) }, 'uri'],
  ['a variable that is a file too', { variable: 'URL', file: 'uri', value: join(literal('x'), secret(existing, 'password')) }, 'DB_URL'],
])('cannot compose %s: nothing is bound, and the check is told', (_, entry, name) => {
  const plan = planOf([entry]);
  expect([plan.unencodable, plan.variables, plan.files.length]).toEqual([[name], [], 2]);
});
