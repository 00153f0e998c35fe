import { BindingEntry, BindingValue, DataAccess } from '../../src';
import { askedEntries, entriesWithFiles, filesNamed } from '../../src/model/told-binding';
import { AnyService, newTopology, newWorkload } from '../support/declare';

const shop = newTopology();
const entries = ['b', 'a', 'c'].map(role => BindingEntry.text(role, 'x', role === 'c' ? {} : { file: `${role}.txt` }));

test('a service is asked as the one who asks says', () => {
  const asking = { consumer: newWorkload(shop, 'web'), access: DataAccess.READ_ONLY, consumerGroups: ['g', 'h'], reads: [], path: 'p' };
  expect(askedEntries(new AnyService(shop, 'any', AnyService.traits()), asking).map(({ value }) => value.text)).toEqual(['read-only g,h']);
});

test('files are named where their paths stand in variables', () =>
  expect([...filesNamed([{ name: 'A', value: BindingValue.file('a.txt') }, { name: 'B', value: BindingValue.literal('b.txt') }])]).toEqual(['a.txt']));

test('entries that have a file which is due are told by its name', () => {
  expect(entriesWithFiles(entries, () => true).map(({ role }) => role)).toEqual(['a', 'b']);
  expect(entriesWithFiles(entries, file => file === 'b.txt').map(({ role }) => role)).toEqual(['b']);
});
