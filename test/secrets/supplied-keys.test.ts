import * as fc from 'fast-check';
import { BindingEntry } from '../../src';
import { SuppliedKeys } from '../../src/secrets/supplied-keys';

const entry = (role: string, file?: string) => BindingEntry.text(role, 'x', { file });

test('an entry without a file has its role as key, a text the name of its variable', () => {
  const keys = new SuppliedKeys([entry('url', 'uri'), entry('password')]);
  expect([keys.ofRole(entry('password')), keys.ofVariable('DSN')]).toEqual(['password', 'DSN']);
});

test('a variable that is named like a file or a role gives way', () => {
  const keys = new SuppliedKeys([entry('url', 'uri'), entry('password'), entry('other', 'uri.variable')]);
  expect([keys.ofVariable('uri'), keys.ofVariable('password')]).toEqual(['uri.variable.variable', 'password.variable']);
});

test('no two readers of one Secret have one key', () => {
  const word = fc.constantFrom('a', 'b', 'a.role', 'a.variable', 'a.role.role');
  const entries = fc.uniqueArray(fc.record({ role: fc.constantFrom('a', 'b', 'c'), file: fc.option(word, { nil: undefined }) }), { selector: ({ role }) => role });
  fc.assert(fc.property(entries, fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), (told, variables) => {
    const files = told.flatMap(({ file }) => file ?? []);
    fc.pre(new Set(files).size === files.length);
    const made = told.map(({ role, file }) => entry(role, file));
    const keys = new SuppliedKeys(made);
    const all = [...made.map(each => each.file ?? keys.ofRole(each)), ...variables.map(name => keys.ofVariable(name))];
    expect(new Set(all).size).toBe(all.length);
  }));
});
