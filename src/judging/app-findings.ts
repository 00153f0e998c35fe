import { AppContext } from '../model/app-context';
import { Finding } from '../model/finding';
import { TopologyGraph } from '../model/topology-graph';
import { AddedCheck } from './added-check';
import { AppReading } from './app-reading';
import { JudgedTopology } from './judged-topology';

/** A finding about the whole app, and the one topology that reports it. @internal */
export interface AppFinding {
  readonly finding: Finding;
  readonly reporter: JudgedTopology;
}

/** A check, and the topologies that have it. */
interface Shared {
  readonly check: AddedCheck<AppContext>;
  readonly holders: JudgedTopology[];
}

/** What the checks of the whole app find. Each is asked once, about all topologies that have it, however many they are. */
export function appFindings({ topologies, objects }: AppReading, graphOf: (topology: JudgedTopology) => TopologyGraph): AppFinding[] {
  return sharedChecks(topologies).flatMap(({ check, holders }) => {
    const byPath = new Map(holders.map(holder => [holder.path, holder]));
    return check.judge(AppContext._of(holders.map(graphOf), objects), holders[0].path)
      .map(finding => ({ finding, reporter: enclosing(finding.path, byPath) ?? holders[0] }));
  });
}

/** One rule may come as several objects, made anew for each output: code and title tell that it is one. */
function sharedChecks(topologies: readonly JudgedTopology[]): Shared[] {
  const shared = new Map<string, Shared>();
  for (const topology of topologies) {
    for (const check of topology._checks.appChecks) {
      const name = `${check.code} ${check.title}`;
      const known = shared.get(name);
      if (!known) shared.set(name, { check, holders: [topology] });
      else if (known.holders.at(-1) !== topology) known.holders.push(topology);
    }
  }
  return [...shared.values()];
}

/** The topology that a path lies in. */
function enclosing(path: string, byPath: ReadonlyMap<string, JudgedTopology>): JudgedTopology | undefined {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = byPath.get(at);
    if (found || !at.includes('/')) return found;
  }
}
