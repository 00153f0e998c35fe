import { BackingService } from '../model/backing-service';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';

const MOST_NAMED = 3;

/** BST522 */
export const sharedServiceAccount = ourCheck<IAppCheck>({
  code: 'BST522',
  title: 'shared-service-account',
  severity: Severity.WARNING,
  rationale: 'An AuthorizationPolicy knows callers by their ServiceAccount, so workloads that share one may do what any of them may, whatever each '
    + 'declares. Source: https://istio.io/latest/docs/concepts/security/#istio-identity',
  fix: 'give each workload a ServiceAccount of its own',
  check({ graphs }) {
    const accounts = new Map<string, Account>();
    for (const actor of graphs.flatMap(graph => graph.workloads.map(workload => actorOf(workload, graph)))) {
      const { namespace, serviceAccountName } = actor.workload;
      if (serviceAccountName === 'default') continue;
      const key = `${namespace} ${serviceAccountName}`;
      const account = accounts.get(key) ?? { actors: [], allowed: new Set() };
      account.actors.push(actor);
      actor.allowed.forEach(service => account.allowed.add(service));
      accounts.set(key, account);
    }
    return [...accounts.values()].flatMap(problemsOf);
  },
});

/** A workload, its pods in words, and the services whose policies let it in. */
interface Actor {
  readonly workload: IWorkload;
  readonly pods: string;
  readonly allowed: ReadonlySet<BackingService>;
}

interface Account {
  readonly actors: Actor[];
  readonly allowed: Set<BackingService>;
}

function actorOf(workload: IWorkload, graph: TopologyGraph): Actor {
  const allowed = graph.dependenciesOf(workload).map(({ service }) => service).filter(({ locator }) => locator.workload?.guarded);
  return { workload, pods: JSON.stringify(workload.selector), allowed: new Set(allowed) };
}

/** Two topologies may know the same pods, such as a gateway's: then it is one caller. */
function problemsOf({ actors, allowed }: Account): Problem[] {
  if (new Set(actors.map(({ pods }) => pods)).size < 2) return [];
  return actors.filter(actor => actor.allowed.size < allowed.size).map(actor => {
    const gained = [...allowed].filter(service => !actor.allowed.has(service)).map(({ name }) => name).sort(byCodePoint);
    const names = gained.slice(0, MOST_NAMED).join(', ') + (gained.length > MOST_NAMED ? ` and ${gained.length - MOST_NAMED} more` : '');
    const other = actors.find(({ pods }) => pods !== actor.pods)!.workload.path;
    return Problem.of(actor.workload, `runs as ServiceAccount ${quote(actor.workload.serviceAccountName)} like ${other}, so it may also call ${names}`);
  });
}
