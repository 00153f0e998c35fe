import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { entriesOf } from './consumer-entries';

/** BST560 */
export const roleWithoutPrivileges = ourCheck<ITopologyCheck>({
  code: 'BST560',
  title: 'role-without-privileges',
  severity: Severity.ERROR,
  rationale: 'CloudNativePG makes roles and their memberships, and grants nothing on tables: a role that is a member of none may enter and read nothing. Which role may read them is known to whoever makes the '
    + 'tables. `pg_read_all_data` may, and reads all other databases of the Cluster and the verifiers of all passwords too. Source: https://cloudnative-pg.io/docs/current/declarative_role_management/',
  fix: 'name the roles that may do what the consumer declares, as readOnlyInRoles or readWriteInRoles of databaseRoles',

  check: ({ graph }) => graph.workloads.flatMap(workload => entriesOf(workload, graph)).filter(({ role }) => role.inRoles.length === 0)
    .map(({ binding: { access, _subject: subject, consumer, service } }) => Problem.of(
      subject,
      `access is ${access}, and the role of ${consumer.name} at ${service.name} is a member of none that has the privileges for it`,
      access === 'read-only'
        ? `name in readOnlyInRoles of ${service.name} a role that is granted SELECT on its tables, by ALTER DEFAULT PRIVILEGES, or "pg_read_all_data" where it may read the whole Cluster`
        : `name in readWriteInRoles of ${service.name} a role that may write, or leave it out for the owner of the database`,
    )),
});
