import { BindingEntry, BindingEntryOptions, BindingValue } from '../../src';
import { isBranded } from '../../src/private/brand';
import { vault } from '../support/declare';

const value = BindingValue.secret(vault.secret('shop/db'), 'password');

test('a value in a role, and how the default convention names it', () => {
  const all: Required<BindingEntryOptions> = { variable: 'PASSWORD', file: 'password', fileVariable: 'PASSWORD_FILE' };
  const entry = BindingEntry.of('password', value, all);
  expect(entry).toMatchObject({ role: 'password', ...all });
  expect(entry.value).toBe(value);
  expect(isBranded(entry, 'BindingEntry')).toBe(true);
});

test('of which nothing else is said, it is found by texts over roles only', () =>
  expect(BindingEntry.of('password', value)).toMatchObject({ variable: undefined, file: undefined, fileVariable: undefined }));

test('may be text that is known', () => {
  const entry = BindingEntry.text('host', 'db.shop.svc', { file: 'host' });
  expect([entry.value.text, entry.file, entry.variable]).toEqual(['db.shop.svc', 'host', undefined]);
});
