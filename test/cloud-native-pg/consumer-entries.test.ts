import { DataAccess, Postgres, PostgresProvider } from '../../src';
import { entriesOf, operatedOf } from '../../src/cloud-native-pg/consumer-entries';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';
import { databaseOf } from './declared-database';

test('a workload enters each database of CloudNativePG that it uses, and whose consumers have roles, as a role of its own', () => {
  const declared = new Declaration();
  const web = declared.workload('web');
  for (const id of ['orders', 'stock']) web.uses(databaseOf(declared, {}, { id }), { access: DataAccess.READ_WRITE });
  const entries = entriesOf(web, declared.topology.read({}));
  expect(entries.map(({ service, role }) => [service.name, role.name])).toEqual([['orders', 'shop.web.orders'], ['stock', 'shop.web.stock']]);
});

test('a database that all enter as one user has no roles, whoever serves it', () => {
  const { topology } = new Declaration();
  const providers = [
    PostgresProvider.cloudNativePg({ cluster: 'pg' }),
    PostgresProvider.external({ host: 'db.example.com', database: 'orders', credentials: vault.secret('db') }),
  ];
  expect(providers.flatMap((provider, i) => operatedOf(new Postgres(topology, `db-${i}`, { provider })))).toEqual([]);
});
