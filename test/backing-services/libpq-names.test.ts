import { libpqNames } from '../../src/backing-services/libpq-names';

test('a PostgreSQL database has the names of libpq, and nothing else has', () => {
  expect(libpqNames({ name: 'a', bindingType: 'postgresql', entries: [] })!.due).toMatchObject({ PGHOST: '{host}', PGSSLMODE: '{sslmode}' });
  expect(libpqNames({ name: 'a', bindingType: 'mysql', entries: [] })).toBeUndefined();
});
