import { BindingEntry } from '../../src';
import { partNames } from '../../src/backing-services/part-names';

test('beside what the default convention tells is each part', () => {
  const { due, ifTold } = partNames({ name: 'my-db', bindingType: 'x', entries: [BindingEntry.text('url', 'a', { variable: 'URL' })] });
  expect(due).toEqual({ MY_DB_URL: '{url}' });
  expect(Object.keys(ifTold!)).toEqual(['MY_DB_HOST', 'MY_DB_PORT', 'MY_DB_USERNAME', 'MY_DB_PASSWORD', 'MY_DB_DATABASE']);
});
