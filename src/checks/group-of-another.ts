import { bootstrapHosts } from '../model/bootstrap-addresses';
import { IAppCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { grouped } from '../private/grouped';
import { listed, quote } from '../private/topology-error';

/** BST422 */
export const groupOfAnother = ourCheck<IAppCheck>({
  code: 'BST422',
  title: 'group-of-another',
  severity: Severity.ERROR,
  rationale: 'Readers of one group share the messages: what one takes, the others never see, and the right to read with a group lets its holder move '
    + 'the place where the others go on. So a group is one workload\'s, unless each of them names it. '
    + 'Source: https://kafka.apache.org/documentation/#intro_consumers, https://kafka.apache.org/documentation/#operations_in_kafka',
  fix: 'name another consumer group, or name this one wherever it is read with',

  check({ graphs }) {
    const readers = graphs.flatMap(({ dependencies }) => dependencies.flatMap(readersFor));
    const others = new Map<Dependency, Dependency[]>();
    for (const group of grouped(readers, ({ place }) => place).values()) {
      const owning = group.map(({ dependency }) => dependency).filter(({ _hasOwnGroup }) => _hasOwnGroup);
      if (owning.length === 0) continue;
      for (const { dependency } of group) if (!isSame(dependency, owning[0])) others.set(dependency, owning);
    }
    return [...others].map(([dependency, owning]) => problemOf(dependency, owning));
  },
});

/** A dependency in its group on one of the hosts that lead to the cluster. */
interface Reader {
  readonly place: string;
  readonly dependency: Dependency;
}

function readersFor(dependency: Dependency): Reader[] {
  const { consumerGroup } = dependency.policy;
  return consumerGroup === undefined ? [] : bootstrapHosts(dependency.service).map(host => ({ place: `${host} ${consumerGroup}`, dependency }));
}

/** One workload may be known in several topologies. */
function isSame({ source }: Dependency, { source: other }: Dependency): boolean {
  return source.namespace === other.namespace && source.name === other.name;
}

function problemOf({ path, policy: { consumerGroup } }: Dependency, owning: Dependency[]): Problem {
  const [{ source: { namespace, name } }] = owning;
  return Problem.of(
    { path },
    `consumer group ${quote(consumerGroup!)} is that of workload ${name} in namespace ${namespace}: each would take messages that the other waits for`,
    `name another consumerGroup; if they are to share the messages, name it at ${listed(owning.map(({ path: at }) => at))} too`,
  );
}
