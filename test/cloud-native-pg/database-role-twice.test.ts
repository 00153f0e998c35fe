import { Chart } from 'cdk8s';
import { CloudNativePgDatabases, RolePasswords, Topology } from '../../src';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';
import { databaseOf, read } from './declared-database';

test('BST561: two databases that are declared under one name are one', () => {
  const declared = new Declaration();
  for (const id of ['db', 'same']) databaseOf(declared, { declareDatabase: true }, { id });
  read(declared);
  expect(declared.found('BST561')).toEqual([
    'error same: role "orders" of its Cluster is also that of test/shop/db; '
      + 'give one of the workloads or services another name; declare a database in one place; keep each password in an entry of its own',
  ]);
});

test('of two Clusters both have it', () => {
  const declared = new Declaration();
  for (const cluster of ['one', 'other']) databaseOf(declared, { declareDatabase: true }, { id: cluster, cluster });
  read(declared);
  expect(declared.found('BST561')).toEqual([]);
});

test('BST561: two consumers of one name in two namespaces have one entry of a store, unless it is named for both', () => {
  const found = (entry: string) => {
    const declared = new Declaration();
    const db = databaseOf(declared, { passwords: RolePasswords.stored(vault, entry) });
    declared.workload('web').uses(db);
    const other = new Topology(declared.chart, 'other', { namespace: 'people' });
    const elsewhere = Object.assign(new Declaration(), { topology: other, chart: declared.chart });
    elsewhere.workload('web', { namespace: 'people' }).uses(databaseOf(elsewhere, { passwords: RolePasswords.stored(vault, entry) }));
    for (const [id, topology] of Object.entries({ a: declared.topology, b: other })) new CloudNativePgDatabases(declared.chart, id, { topology });
    return [...declared.findings('BST561'), ...elsewhere.findings('BST561')].map(({ problem }) => problem);
  };
  expect(found('db/{workload}')).toEqual(['its password is kept in the entry that test/other/workloads/web uses db has its password of']);
  expect(found('{namespace}/db/{workload}')).toEqual([]);
});

test('BST561: two topologies that let one workload enter one database would each make its role', () => {
  const declared = new Declaration();
  declared.workload('web').uses(databaseOf(declared));
  const chart = new Chart(declared.app, 'second', { namespace: 'shop' });
  const again = Object.assign(new Declaration(), { topology: new Topology(chart, 'again', { namespace: 'shop' }), chart });
  again.workload('web').uses(databaseOf(again));
  for (const { chart: own, topology } of [declared, again]) new CloudNativePgDatabases(own, 'databases', { topology });
  expect([...declared.findings('BST561'), ...again.findings('BST561')].map(({ problem }) => problem)).toEqual([
    expect.stringMatching(/^role "shop\.web\.db" of its Cluster is also that of /)]);
});
