import { BindingEntry, EnvNames } from '../../src';
import { presetNames } from '../../src/backing-services/preset-names';

const entries = [BindingEntry.text('url', 'u', { variable: 'URL' }), BindingEntry.text('ca', 'c'), BindingEntry.text('key', 'k', { file: 'client.key' })];
const binding = { name: 'a', bindingType: 'x', entries };
const told = (due: Record<string, string>, ifTold: Record<string, string>) => presetNames(() => ({ due, ifTold })).variablesOf(binding);

test('of what is told if there is something to tell, a text stays whose roles the binding has, and for a path the file', () => {
  expect(told({}, { A: '{url}', B: '{url}/{user}', C: '{ca:file}', D: '{key:file}', E: 'text' })).toEqual({ A: '{url}', D: '{key:file}', E: 'text' });
});

test('what is due is due', () => expect(told({ A: '{user}' }, {})).toEqual({ A: '{user}' }));

test('a service that it has no words for is told by the default names', () =>
  expect(presetNames(() => undefined).variablesOf(binding)).toEqual(EnvNames.DEFAULT.variablesOf(binding)));
