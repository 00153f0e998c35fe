import { Postgres } from '../../src/backing-services/postgres';
import { PostgresProvider } from '../../src/backing-services/postgres-provider';
import { Redis } from '../../src/backing-services/redis';
import { RedisProvider } from '../../src/backing-services/redis-provider';
import { DataAccess } from '../../src/model/data-access';
import { SecretStore } from '../../src/model/secret-store';
import { Declaration } from '../support/topology';

const vault = SecretStore.cluster('vault');
const server = { host: 'db.example.com', database: 'shop', credentials: vault.secret('db') };
const postgres = (declared: Declaration, provider: PostgresProvider) => new Postgres(declared.topology, 'db', { provider });
const FIX = 'give the provider of db readOnlyCredentials where it takes them, or declare DataAccess.READ_WRITE';

describe('BST521 read-only-not-enforced', () => {
  test.each<[string, (declared: Declaration) => Postgres | Redis, DataAccess | undefined, string[]]>([
    ['finds a reader with the user that may write', d => postgres(d, PostgresProvider.external(server)), DataAccess.READ_ONLY,
      [`error web uses db: access is read-only, but db has neither a read-only user nor read-only replicas, so writes succeed; ${FIX}`]],
    ['finds one of any kind', d => new Redis(d.topology, 'db', { provider: RedisProvider.workload(d.workload('redis')) }), DataAccess.READ_ONLY,
      [`error web uses db: access is read-only, but db has neither a read-only user nor read-only replicas, so writes succeed; ${FIX}`]],
    ['accepts a reader with a user of its own', d => postgres(d, PostgresProvider.external({ ...server, readOnlyCredentials: vault.secret('db-reader') })),
      DataAccess.READ_ONLY, []],
    ['accepts a reader that is sent to replicas', d => postgres(d, PostgresProvider.cloudNativePg({ cluster: 'db' })), DataAccess.READ_ONLY, []],
    ['accepts a writer', d => postgres(d, PostgresProvider.external(server)), DataAccess.READ_WRITE, []],
    ['accepts a writer by default', d => postgres(d, PostgresProvider.external(server)), undefined, []],
  ])('%s', (_, serviceOf, access, expected) => {
    const declared = new Declaration();
    declared.workload('web').uses(serviceOf(declared), { access });
    expect(declared.found('BST521')).toEqual(expected);
  });

  test('is acknowledged on the use', () => {
    const declared = new Declaration();
    const use = declared.workload('web').uses(postgres(declared, PostgresProvider.external(server)), { access: DataAccess.READ_ONLY });
    declared.topology.acknowledge('BST521', use, 'the reader gets its user next week');
    expect(declared.found('BST521')).toEqual([]);
  });
});
