import { AddressRole } from '../model/address';
import { AppContext } from '../model/app-context';
import { BackingService } from '../model/backing-service';
import { IAppCheck, ourCheck } from '../model/check';
import { DataAccess } from '../model/data-access';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { PeakPods } from '../model/peak-pods';
import { Problem } from '../model/problem';
import { capped } from '../private/capped';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';

/** BST201 */
export const connectionBudget = ourCheck<IAppCheck>({
  code: 'BST201',
  title: 'connection-budget',
  severity: Severity.ERROR,
  rationale: 'A server takes a number of connections and refuses whoever comes after, health checks and administrators among them. Each pod opens a pool of its own, so that autoscaling and '
    + 'roll-outs multiply what was measured with one. Counted are the pods that may run at once: maxReplicas of a HorizontalPodAutoscaler or ScaledObject of the app, and the surge of a roll-out. '
    + 'Services at one host and port are one server. Source: https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-MAX-CONNECTIONS',
  fix: 'make the pools smaller or the pods fewer, or put a pooler before the server and tell maxConnections of that',

  check(context) {
    const servers = serversOf(context).filter(isCounted);
    if (servers.length === 0) return [];
    const pods = new PeakPods(context, new Set(servers.flatMap(({ uses }) => uses.map(({ source }) => source))));
    return servers.flatMap(server => judge(server, server.uses.map(use => shareOf(use, pods))));
  },
});

/** What is reached at one host and port, as one or several services of one or several topologies. */
interface Server {
  /** The service that says the smallest limit, or the first. */
  readonly service: BackingService;
  readonly limit?: number;
  /** Whether clients are sent there who only read, so that more than one server may answer. */
  readonly isReadOnly: boolean;
  readonly uses: readonly Dependency[];
}

/** What one consumer may open. */
interface Share {
  readonly name: string;
  readonly each?: number;
  readonly steady?: number;
  readonly pods?: number;
}

function isCounted({ limit, uses }: Server): boolean {
  return limit !== undefined || uses.some(({ policy }) => policy.clientConnections !== undefined);
}

function serversOf({ graphs }: AppContext): Server[] {
  const dialled = graphs.flatMap(graph => graph.dependencies.filter(({ channel }) => channel === undefined)).map(use => {
    const reads = use.policy.access === DataAccess.READ_ONLY ? use.service.locator.address(AddressRole.READ_ONLY) : undefined;
    return { use, place: (reads ?? use.service.locator.primary).hostAndPort, isReadOnly: reads !== undefined };
  });
  return [...grouped(dialled, ({ place }) => place).values()].map(group => {
    const [service] = group.map(({ use }) => use.service).sort((a, b) => limitOf(a) - limitOf(b) || byCodePoint(a.path, b.path));
    const isReadOnly = group.every(each => each.isReadOnly);
    return { service, limit: service.maxConnections, isReadOnly, uses: group.map(({ use }) => use) };
  });
}

/** A number above all that can be said, where nothing is said. */
function limitOf({ maxConnections }: BackingService): number {
  return maxConnections ?? Number.MAX_SAFE_INTEGER;
}

function shareOf({ source, policy }: Dependency, pods: PeakPods): Share {
  const count = pods.of(source);
  return { name: source.name, each: policy.clientConnections, steady: count?.steady, pods: count?.most };
}

function judge(server: Server, shares: readonly Share[]): Problem[] {
  const { service, limit, isReadOnly } = server;
  const known = shares.filter(isKnown);
  const sum = known.reduce((total, { each, pods }) => total + each * pods, 0);
  const opened = capped(known.map(told));
  if (limit === undefined) {
    return [Problem.unknown(service, `how many connections ${service.name} takes is unknown, and its consumers may open ${opened || 'some'}`, 'tell maxConnections of the service')];
  }
  if (sum > limit) {
    const where = isReadOnly ? `${limit} at the address for those who only read, if one server answers there` : String(limit);
    const problem = Problem.of(service, `${service.name} takes ${where}, and ${sum} connections may be open at once: ${opened}`, fitting(known, sum, limit));
    return [isReadOnly ? problem.asWarning() : problem];
  }
  const unknown = shares.filter(share => !isKnown(share)).map(({ name, each }) => each === undefined ? `the clientConnections of ${name}` : `the number of pods of ${name}`);
  if (unknown.length === 0) return [];
  return [Problem.unknown(
    service,
    `unknown is ${capped(unknown)}, and ${limit - sum} of ${limit} connections are left`,
    'tell clientConnections of the use, and replicas of the pods or the most that an autoscaler of the app makes of them',
  )];
}

type Known = Share & { readonly each: number; readonly steady: number; readonly pods: number };

function isKnown(share: Share): share is Known {
  return share.each !== undefined && share.pods !== undefined;
}

function told({ name, each, steady, pods }: Known): string {
  return `${name} ${each} × ${pods} pods${pods > steady ? ` (${steady}, and ${pods - steady} more while they are replaced)` : ''} = ${each * pods}`;
}

/** Pools that fit, each made smaller by the same share. */
function fitting(known: readonly Known[], sum: number, limit: number): string | undefined {
  const fit = known.map(({ name, each }) => ({ name, each: Math.floor(each * limit / sum) }));
  if (fit.some(({ each }) => each === 0)) return undefined;
  return `what fits are clientConnections of ${capped(fit.map(({ name, each }) => `${each} for ${name}`))}, with pools of that size; or run fewer pods, or put a pooler before the server and tell maxConnections of that`;
}
