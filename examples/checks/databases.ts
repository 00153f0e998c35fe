import { ApiObject } from 'cdk8s';
import { DataAccess, Postgres, PostgresProvider, Redis, RedisProvider } from 'cdk8s-backing-services';
import { CheckExample } from './example';

/** Databases: who runs them, who enters, and as whom. */
export const DATABASES: readonly CheckExample[] = [
  {
    code: 'BST201',
    bad: ({ topology, web }) => {
      const cache = new Redis(topology, 'cache', {
        provider: RedisProvider.inCluster({ service: 'cache', namespace: 'caches', podLabels: { app: 'cache' } }), maxConnections: 100,
      });
      // Each of the pods of web: two, and one more while they are replaced.
      web.uses(cache, { clientConnections: 50 });
    },
    good: ({ topology, web }) => {
      const cache = new Redis(topology, 'cache', {
        provider: RedisProvider.inCluster({ service: 'cache', namespace: 'caches', podLabels: { app: 'cache' } }), maxConnections: 100,
      });
      web.uses(cache, { clientConnections: 33 });
    },
  },
  {
    code: 'BST524',
    bad: ({ chart, topology, web }) => {
      web.uses(new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'pg', namespace: 'shop' }) }));
      // CloudNativePG makes a Service of this name.
      new ApiObject(chart, 'mine', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'pg-rw' } });
    },
    good: ({ chart, topology, web }) => {
      web.uses(new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'pg', namespace: 'shop' }) }));
      new ApiObject(chart, 'mine', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'pg-writer' } });
    },
  },
  {
    code: 'BST560',
    bad: ({ topology, batch }) => {
      const db = new Postgres(topology, 'db', {
        provider: PostgresProvider.cloudNativePg({ cluster: 'pg', namespace: 'shop', database: 'orders', databaseRoles: {} }),
      });
      batch.uses(db, { access: DataAccess.READ_ONLY });
    },
    good: ({ topology, batch }) => {
      // The role "readers" is granted SELECT by whoever makes the tables.
      const db = new Postgres(topology, 'db', {
        provider: PostgresProvider.cloudNativePg({
          cluster: 'pg', namespace: 'shop', database: 'orders', databaseRoles: { readOnlyInRoles: ['readers'] },
        }),
      });
      batch.uses(db, { access: DataAccess.READ_ONLY });
    },
  },
  {
    code: 'BST561',
    bad: ({ topology, web, batch }) => {
      const database = (id: string, name: string) => new Postgres(topology, id, {
        provider: PostgresProvider.cloudNativePg({ cluster: 'pg', namespace: 'shop', database: name, databaseRoles: { declareDatabase: true } }),
      });
      web.uses(database('db', 'orders'));
      batch.uses(database('archive', 'orders'));
    },
    good: ({ topology, web, batch }) => {
      const database = (id: string, name: string) => new Postgres(topology, id, {
        provider: PostgresProvider.cloudNativePg({ cluster: 'pg', namespace: 'shop', database: name, databaseRoles: { declareDatabase: true } }),
      });
      web.uses(database('db', 'orders'));
      batch.uses(database('archive', 'archive'));
    },
  },
  {
    code: 'BST562',
    bad: ({ topology, web, batch }) => {
      const db = new Postgres(topology, 'db', {
        provider: PostgresProvider.cloudNativePg({
          cluster: 'pg', namespace: 'shop', database: 'orders', databaseRoles: { readOnlyInRoles: ['readers'] },
        }),
      });
      web.uses(db, { access: DataAccess.READ_WRITE });
      batch.uses(db, { access: DataAccess.READ_ONLY });
    },
    good: ({ topology, web, batch }) => {
      const db = new Postgres(topology, 'db', {
        provider: PostgresProvider.cloudNativePg({
          cluster: 'pg', namespace: 'shop', database: 'orders', databaseRoles: { readOnlyInRoles: ['readers'] },
        }),
      });
      web.uses(db, { access: DataAccess.READ_WRITE });
      batch.uses(db, { access: DataAccess.READ_ONLY });
      topology.acknowledge('BST562', db, 'web says SET ROLE orders before it makes tables');
    },
  },
];
