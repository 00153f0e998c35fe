import { BindingEntry } from '../../src';
import { aspireNames } from '../../src/backing-services/aspire-names';

const entries = [BindingEntry.text('url', 'http://a'), BindingEntry.text('host', 'a')];

test('a dash of the name is "_" in the key that .NET reads, and each property has the name in capitals', () => {
  const { due, ifTold } = aspireNames({ name: 'my-cache', bindingType: 'redis', entries })!;
  expect(due).toEqual({ ConnectionStrings__my_cache: '{connection-string}' });
  expect(ifTold).toMatchObject({ MY_CACHE_HOST: '{host}', MY_CACHE_URI: '{url}' });
});

test('Kafka\'s connection string is its servers; an HTTP service is found by service discovery', () => {
  expect(aspireNames({ name: 'k', bindingType: 'kafka', entries })!.due).toEqual({ ConnectionStrings__k: '{bootstrap-servers}' });
  expect(aspireNames({ name: 'user-api', bindingType: 'http', entries })).toEqual({ due: { USER_API_HTTP: '{url}', services__user_api__http__0: '{url}' } });
});

test('a kind that has no connection string is told by the default names', () => expect(aspireNames({ name: 'a', bindingType: 'cassandra', entries })).toBeUndefined());
