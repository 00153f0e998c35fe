import { BindingEntry } from '../../src';
import { dotnetNames } from '../../src/backing-services/dotnet-names';

test.each([['orders-db', 'OrdersDb'], ['db', 'Db'], ['a-b-9c', 'AB9c']])('the connection string of %s is that of %s', (name, key) =>
  expect(dotnetNames({ name, bindingType: 'x', entries: [BindingEntry.text('connection-string', 'a')] })).toEqual({ due: { [`ConnectionStrings__${key}`]: '{connection-string}' } }));

test('what has none has no name', () => expect(dotnetNames({ name: 'a', bindingType: 'x', entries: [BindingEntry.text('url', 'a')] })).toBeUndefined());
