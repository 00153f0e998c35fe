import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { ISubject } from '../model/subject';
import { TopologyGraph } from '../model/topology-graph';
import { grouped } from '../private/grouped';
import { quote } from '../private/topology-error';
import { ConsumerEntry, entriesOf, Operated, operatedOf } from './consumer-entries';

/** BST561 */
export const databaseRoleTwice = ourCheck<IAppCheck>({
  code: 'BST561',
  title: 'database-role-twice',
  severity: Severity.ERROR,
  rationale: 'A Cluster of PostgreSQL has each role and each database once. Of two DatabaseRoles of one name each forces its own password and memberships on the role, and two consumers that share a role, or a password '
    + 'in a store, have each other\'s rights and are one to every log. Source: https://cloudnative-pg.io/docs/current/declarative_role_management/',
  fix: 'give one of the workloads or services another name; declare a database in one place; keep each password in an entry of its own',

  check({ graphs }) {
    const entries = graphs.flatMap(graph => graph.workloads.flatMap(workload => entriesOf(workload, graph)));
    return [
      ...twice([...graphs.flatMap(declaredIn), ...entries.map(roleOf)], (name, { subject }) => `role ${quote(name)} of its Cluster is also that of ${subject.path}`),
      ...twice(entries.flatMap(passwordOf), (_, { subject }) => `its password is kept in the entry that ${subject.path} has its password of`),
    ];
  },
});

/** Something that is there once, and who has it. */
interface Had {
  readonly at: string;
  readonly name: string;
  readonly subject: ISubject;
}

function twice(had: readonly Had[], words: (name: string, first: Had) => string): Problem[] {
  return [...grouped([...had], ({ at, name }) => JSON.stringify([at, name])).values()]
    .flatMap(([first, ...others]) => others.map(({ name, subject }) => Problem.of(subject, words(name, first))));
}

function roleOf({ service, role, binding }: ConsumerEntry): Had {
  return { at: clusterOf({ service }), name: role.name, subject: binding._subject };
}

function passwordOf({ role: { password }, binding }: ConsumerEntry): Had[] {
  return password.isStored ? [{ at: 'store', name: password.place, subject: binding._subject }] : [];
}

/** Who owns a database that is declared, which is named like it. */
function declaredIn({ services }: TopologyGraph): Had[] {
  return services.flatMap(operatedOf).flatMap(({ service, roles: { declared } }) => (
    declared ? [{ at: clusterOf({ service }), name: declared.owner, subject: service }] : []));
}

function clusterOf({ service: { locator } }: Pick<Operated, 'service'>): string {
  return `${locator.namespace!} ${locator.resource!}`;
}
