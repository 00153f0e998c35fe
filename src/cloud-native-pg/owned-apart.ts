import { ITopologyCheck, ourCheck } from '../model/check';
import { DataAccess } from '../model/data-access';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { capped } from '../private/capped';
import { ConsumerEntry, entriesOf, operatedOf } from './consumer-entries';

/** BST562 */
export const ownedApart = ourCheck<ITopologyCheck>({
  code: 'BST562',
  title: 'owned-apart',
  severity: Severity.WARNING,
  rationale: 'What a role creates belongs to that role, and not to the role that it is a member of. Where several consumers enter, each as a role of its own, a table that one of them makes is closed to the others; and '
    + 'default privileges are those of whoever creates. Source: https://www.postgresql.org/docs/current/ddl-priv.html, https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html',
  fix: 'have tables made by the owner of the database: SET ROLE, before migrations, to the role that the writers are members of; then acknowledge this',

  check: ({ graph }) => graph.services.flatMap(operatedOf).flatMap(({ service, roles: { database } }) => {
    const entries = graph.workloads.flatMap(workload => entriesOf(workload, graph)).filter(({ binding }) => binding.service === service);
    const [writers, readers] = [entries.filter(writes), entries.filter(entry => !writes(entry) && !readsAll(entry))];
    if (writers.length === 0 || writers.length + readers.length < 2) return [];
    return Problem.of(service, writers.length === 1
      ? `${namesOf(writers)} writes to database ${database} as a role of its own, so that a table which it creates is closed to ${namesOf(readers)}`
      : `${namesOf(writers)} write to database ${database}, each as a role of its own, so that a table which one of them creates is closed to the others`);
  }),
});

function writes({ binding }: ConsumerEntry): boolean {
  return binding.access === DataAccess.READ_WRITE;
}

/** Whether it reads whatever anybody creates. */
function readsAll({ role }: ConsumerEntry): boolean {
  return role.inRoles.includes('pg_read_all_data');
}

function namesOf(entries: readonly ConsumerEntry[]): string {
  return capped(entries.map(({ binding }) => binding.consumer.name));
}
