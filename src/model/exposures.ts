import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { Dependency } from './dependency';
import { DependencyPolicy } from './dependency-policy';
import { DependencyVerb } from './dependency-verb';
import { Exposure, isExposure } from './exposure';
import { ISubject } from './subject';
import { IWorkload } from './workload-interface';

/** What the gateways of a topology expose. @internal */
export class Exposures {
  public readonly all: readonly Exposure[];
  private readonly ofOne: ReadonlyMap<IWorkload, Exposure[]>;
  private readonly declared: ReadonlyMap<string, Dependency>;

  /**
   * @param held whatever the topology holds, in the order of the paths
   * @param dependencies those that are declared
   */
  constructor(held: readonly ISubject[], private readonly dependencies: readonly Dependency[]) {
    this.all = held.filter(isExposure);
    this.ofOne = grouped(this.all, ({ gateway }) => gateway);
    this.declared = this.all.length === 0 ? new Map() : new Map(dependencies.map(dependency => [dependency.path, dependency]));
  }

  /** What one workload exposes: a gateway. */
  public of(workload: IWorkload): readonly Exposure[] {
    return this.ofOne.get(workload) ?? [];
  }

  /** What holds for the requests of an exposure: what it says, else what `calls()` of its gateway does. */
  public policyOf({ call, said: { timeout, retry } }: Exposure): DependencyPolicy {
    const policy = this.declared.get(call)?.policy ?? {};
    return { ...policy, timeout: timeout ?? policy.timeout, retry: retry ?? policy.retry };
  }

  /**
   * The declared dependencies, and the calls of which nothing is said but that they are exposed. An exposed call has of the time limits of its exposures the shortest, of the retries the most
   * tries: callers are judged by these.
   */
  public among(): readonly Dependency[] {
    if (this.all.length === 0) return this.dependencies;
    const calls = [...grouped(this.all, ({ call }) => call)].map(([path, exposures]) => {
      const [{ gateway: source, service }] = exposures;
      const policy = strictest(exposures.map(exposure => this.policyOf(exposure)));
      return Dependency._declare(path, { ...policy, verb: DependencyVerb.CALLS, source, service });
    });
    const known = new Map([...this.declared, ...calls.map(call => [call.path, call] as const)]);
    return [...known.values()].sort((a, b) => byCodePoint(a.path, b.path));
  }
}

function strictest(policies: readonly DependencyPolicy[]): DependencyPolicy {
  return {
    ...policies[0],
    timeout: least(policies.flatMap(({ timeout }) => timeout ?? []), timeout => timeout.toMilliseconds()),
    retry: least(policies.flatMap(({ retry }) => retry ?? []), ({ count }) => -count),
  };
}

function least<Said>(all: readonly Said[], measure: (said: Said) => number): Said | undefined {
  return [...all].sort((a, b) => measure(a) - measure(b))[0];
}
