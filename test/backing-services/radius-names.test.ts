import { BindingEntry } from '../../src';
import { radiusNames } from '../../src/backing-services/radius-names';

test('every property has the connection\'s name', () =>
  expect(radiusNames({ name: 'my-db', bindingType: 'x', entries: [BindingEntry.text('host', 'a')] })!.ifTold).toMatchObject({ CONNECTION_MY_DB_HOST: '{host}', CONNECTION_MY_DB_VHOST: '{virtual-host}' }));

test('what has no host has no properties', () => expect(radiusNames({ name: 'a', bindingType: 'x', entries: [BindingEntry.text('url', 'a')] })).toBeUndefined());
