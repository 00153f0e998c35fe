import { BindingValue, SecretStore } from '../../src';
import { SuppliedSecret } from '../../src/secrets/supplied-secret';

const { secret, join, literal } = BindingValue;
const [vault, other] = [SecretStore.cluster('vault'), SecretStore.namespaced('other')];
const partsOf = (values: Record<string, BindingValue>) => SuppliedSecret._of({ name: 'web-db', namespace: 'shop', type: 'servicebinding.io/any' }, new Map(Object.entries(values))).parts;

test('tells each part once, however often it is used, sorted by name', () => {
  const credential = vault.secret('shop/db');
  const parts = partsOf({ url: join(literal('x://'), secret(credential, 'username'), secret(credential, 'password')), user: secret(credential, 'username') });
  expect(parts.map(({ name, part }) => [name, part.property])).toEqual([['password', 'password'], ['username', 'username']]);
});

test('two parts of one name that are kept in two places are two, whatever the order', () => {
  const [a, b] = [secret(vault.secret('a'), 'password'), secret(other.secret('b'), 'password')];
  const told = (values: Record<string, BindingValue>) => partsOf(values).map(({ name, part }) => [name, part.storeName]);
  expect(told({ x: a, y: b })).toEqual([['password', 'vault'], ['password-2', 'other']]);
  expect(told({ y: a, x: b })).toEqual(told({ x: a, y: b }));
});

test.each([['password-2', ['password', 'password-3', 'password-2']], ['password-3', ['password', 'password-2', 'password-3']]])('beside a part named %s, two of one name are %j', (third, names) => {
  const [a, b] = [vault.secret('a', { password: 'p', [third]: 'q' }), other.secret('b')];
  const parts = partsOf({ x: secret(a, 'password'), y: secret(b, 'password'), z: secret(a, third) });
  expect(parts.map(({ name }) => name)).toEqual(names);
});

test('its keys are sorted', () => {
  const value = secret(vault.secret('a'), 'password');
  expect(Object.keys(SuppliedSecret._of({ name: 'n', namespace: 's', type: 't' }, new Map([['b', value], ['a', value]])).values)).toEqual(['a', 'b']);
});
