import { IAppCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { IWorkload } from '../model/workload-interface';
import { capped } from '../private/capped';
import { labelsKey } from '../private/label-sets';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';

const MOST_NAMED = 3;

/** BST522 */
export const sharedServiceAccount = ourCheck<IAppCheck>({
  code: 'BST522',
  title: 'shared-service-account',
  severity: Severity.ERROR,
  rationale: 'An AuthorizationPolicy knows callers by their ServiceAccount, so workloads that share one may do what any of them may, whatever each '
    + 'declares. Source: https://istio.io/latest/docs/concepts/security/#istio-identity',
  fix: 'give each workload a ServiceAccount of its own',

  /** One finding for an account, however many share it. */
  check({ graphs }) {
    const accounts = new Map<string, Map<string, Actor>>();
    for (const graph of graphs) {
      for (const workload of graph.workloads.filter(({ serviceAccountName }) => serviceAccountName !== 'default')) {
        const account = entry(accounts, `${workload.namespace} ${workload.serviceAccountName}`, () => new Map<string, Actor>());
        const pods = labelsKey(workload.selector);
        const actor = entry(account, pods, () => ({ workload, rights: new Map<string, string>() }));
        for (const [right, words] of graph.dependenciesOf(workload).flatMap(rightsOf)) actor.rights.set(right, words);
      }
    }
    return [...accounts.values()].flatMap(account => problemsOf([...account.values()]));
  },
});

/** Pods of one identity: two topologies may know the same, such as a gateway's, and then it is one caller. With what policies let it do, and the words for that. */
interface Actor {
  readonly workload: IWorkload;
  readonly rights: Map<string, string>;
}

/** What the policy of the called workload lets in for a dependency: each operation by itself, or all that the service answers to. */
function rightsOf({ service, policy: { operations } }: Dependency): [right: string, words: string][] {
  if (!service.locator.workload?.guarded) return [];
  if (operations === undefined) return [[service.path, `${service.name}`]];
  return operations.map(({ id, method, path }) => [`${service.path} ${method} ${path}`, `${service.name} (${id})`]);
}

function problemsOf(actors: Actor[]): Problem[] {
  const all = new Map(actors.flatMap(({ rights }) => [...rights]));
  if (actors.every(({ rights }) => rights.size === all.size)) return [];
  const sorted = actors.map(({ workload }) => workload).sort((a, b) => byCodePoint(a.path, b.path));
  const [first] = sorted;
  const alike = new Set(actors.map(({ rights }) => JSON.stringify([...rights.keys()].sort(byCodePoint)))).size;
  return [Problem.of(
    first,
    `runs as ServiceAccount ${quote(first.serviceAccountName)} of namespace ${first.namespace} like ${capped(sorted.slice(1).map(({ path }) => path), MOST_NAMED)}, `
      + `but they declare ${alike} different things, so each of them may call all of these: ${capped([...new Set(all.values())].sort(byCodePoint), MOST_NAMED)}`,
  )];
}

function entry<Value>(index: Map<string, Value>, key: string, make: () => Value): Value {
  let value = index.get(key);
  if (value === undefined) index.set(key, value = make());
  return value;
}
