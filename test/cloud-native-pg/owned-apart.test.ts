import { DataAccess } from '../../src';
import { Declaration } from '../support/topology';
import { databaseOf, read } from './declared-database';

const FIX = 'have tables made by the owner of the database: SET ROLE, before migrations, to the role that the writers are members of; then acknowledge this';

function found(writers: string[], readers: string[] = [], readOnlyInRoles = ['readers']): string[] {
  const declared = new Declaration();
  const db = databaseOf(declared, { readOnlyInRoles });
  for (const workload of declared.workloads(...writers)) workload.uses(db, { access: DataAccess.READ_WRITE });
  for (const workload of declared.workloads(...readers)) workload.uses(db, { access: DataAccess.READ_ONLY });
  read(declared);
  return declared.found('BST562');
}

test('BST562: of two that write, each owns what it creates', () => expect(found(['batch', 'web'], ['reports'])).toEqual([
  `warning db: batch, web write to database orders, each as a role of its own, so that a table which one of them creates is closed to the others; ${FIX}`,
]));

test('BST562: what the one that writes creates is closed to those who are granted what its owner creates', () => expect(found(['web'], ['audit', 'reports'])).toEqual([
  `warning db: web writes to database orders as a role of its own, so that a table which it creates is closed to audit, reports; ${FIX}`,
]));

test('one that writes is alone with what it creates', () => expect(found(['web'])).toEqual([]));

test('who reads all data reads what anybody creates', () => expect(found(['web'], ['reports'], ['pg_read_all_data'])).toEqual([]));

test('those who only read create nothing', () => expect(found([], ['audit', 'reports'])).toEqual([]));
