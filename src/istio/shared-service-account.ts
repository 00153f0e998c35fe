import { AppContext } from '../model/app-context';
import { IAppCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { mayRunIn, PodMaker, podMakers } from '../model/pod-maker';
import { Problem } from '../model/problem';
import { IWorkload } from '../model/workload-interface';
import { capped } from '../private/capped';
import { labelsKey } from '../private/label-sets';
import { byCodePoint } from '../private/names';
import { Selecting } from '../private/selecting';
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

  /** One finding for an account, however many workloads share it, and one for each object that makes pods of it besides. */
  check(context) {
    const accounts = accountsOf(context);
    return [...[...accounts.values()].flatMap(account => problemsOf([...account.values()])), ...madeBesides(context, accounts)];
  },
});

/** By namespace and name. All pods that name none run as "default", which is another matter (BST506). */
type Accounts = ReadonlyMap<string, ReadonlyMap<string, Actor>>;

function accountsOf({ graphs }: AppContext): Accounts {
  const accounts = new Map<string, Map<string, Actor>>();
  for (const graph of graphs) {
    for (const workload of graph.workloads.filter(({ serviceAccountName }) => serviceAccountName !== 'default')) {
      const account = entry(accounts, `${workload.namespace} ${workload.serviceAccountName}`, () => new Map<string, Actor>());
      const pods = labelsKey(workload.selector);
      const actor = entry(account, pods, () => ({ workload, rights: new Map<string, string>() }));
      for (const [right, words] of graph.dependenciesOf(workload).flatMap(rightsOf)) actor.rights.set(right, words);
    }
  }
  return accounts;
}

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

/**
 * Pods that no workload of the account selects: they declare nothing, and may do all that it may. Also without a sidecar, since whoever has the account's
 * token gets its certificate. Source: https://istio.io/latest/docs/concepts/security/#pki
 */
function madeBesides(context: AppContext, accounts: Accounts): Problem[] {
  const byName = new Map<string, Actor[]>();
  const selecting = new Selecting<IWorkload>();
  for (const actor of [...accounts.values()].flatMap(account => [...account.values()])) {
    selecting.add(actor.workload.selector, actor.workload);
    if (actor.rights.size > 0) entry(byName, actor.workload.serviceAccountName, () => [] as Actor[]).push(actor);
  }
  return podMakers(context).flatMap(maker => {
    const { labels, serviceAccountName } = maker.made;
    const actors = (byName.get(serviceAccountName) ?? []).filter(({ workload }) => mayRunIn(maker, workload.namespace));
    if (actors.length === 0) return [];
    const isOne = (workload: IWorkload) => workload.serviceAccountName === serviceAccountName && mayRunIn(maker, workload.namespace);
    return selecting.ofPods(labels).some(isOne) ? [] : problemOf(maker, actors);
  });
}

function problemOf({ object }: PodMaker, actors: readonly Actor[]): Problem {
  const [{ workload: { namespace, serviceAccountName } }] = actors;
  const problem = Problem.of(
    object,
    `its pods run as ServiceAccount ${quote(serviceAccountName)} of namespace ${namespace} like ${capped(actors.map(({ workload }) => workload.path), MOST_NAMED)}, `
      + `and so may call all of these: ${capped([...new Set(actors.flatMap(({ rights }) => [...rights.values()]))].sort(byCodePoint), MOST_NAMED)}`,
    'give them a ServiceAccount of their own, or declare the workload whose pods they are, with all that the other may call',
  );
  return object.namespace === '' ? problem.asWarning() : problem;
}

function entry<Value>(index: Map<string, Value>, key: string, make: () => Value): Value {
  let value = index.get(key);
  if (value === undefined) index.set(key, value = make());
  return value;
}
