import { DatabaseRolesOptions } from '../../src';
import { Declaration } from '../support/topology';
import { consumersOf, databaseOf, read } from './declared-database';

function found(options: DatabaseRolesOptions): string[] {
  const declared = new Declaration();
  consumersOf(declared, databaseOf(declared, options));
  read(declared);
  return declared.found('BST560');
}

test('BST560: who only reads is granted nothing until it is said what', () => expect(found({})).toEqual([
  'error reports uses db: access is read-only, and the role of reports at db is a member of none that has the privileges for it; '
    + 'name in readOnlyInRoles of db a role that is granted SELECT on its tables, by ALTER DEFAULT PRIVILEGES, or "pg_read_all_data" where it may read the whole Cluster',
]));

test('BST560: nor is who writes, where no role is named', () => expect(found({ readWriteInRoles: [], readOnlyInRoles: ['readers'] })).toEqual([
  'error web uses db: access is read-write, and the role of web at db is a member of none that has the privileges for it; '
    + 'name in readWriteInRoles of db a role that may write, or leave it out for the owner of the database',
]));

test('nothing is found where both have what they declare', () => expect(found({ readOnlyInRoles: ['readers'] })).toEqual([]));
