import { manifestOf } from '../private/manifest-member';
import { PodCount, podsAtMost } from '../private/pods-at-most';
import { ScaledTo } from '../private/scaled-to';
import { Selecting } from '../private/selecting';
import { AppContext } from './app-context';
import { mayRunIn, PodMaker, podMakers } from './pod-maker';
import { PodVersion } from './pods';
import { IWorkload } from './workload-interface';

/** A version of a workload whose pods are counted. */
interface Counted {
  readonly workload: IWorkload;
  readonly version: PodVersion;
}

/**
 * How many pods of workloads there may be at once: as many as the objects of the app make that their labels select, with what autoscalers of the app make of
 * these and what a roll-out adds; of pods that no object of the app makes, as many as were told.
 *
 * @internal
 */
export class PeakPods {
  private readonly makers = new Map<PodVersion, PodMaker[]>();
  private readonly scaled: ScaledTo;

  constructor(context: AppContext, workloads: ReadonlySet<IWorkload>) {
    this.scaled = new ScaledTo(context.objectsOf('autoscaling', 'HorizontalPodAutoscaler'), context.objectsOf('keda.sh', 'ScaledObject'));
    const selecting = new Selecting<Counted>();
    for (const workload of workloads) for (const version of workload.versions) selecting.add(version.labels, { workload, version });
    for (const maker of podMakers(context)) {
      for (const { workload, version } of selecting.ofPods(maker.made.labels)) {
        if (mayRunIn(maker, workload.namespace)) this.makers.set(version, [...this.makers.get(version) ?? [], maker]);
      }
    }
  }

  /** Nothing if the number of one version is unknown. */
  public of({ versions, release }: IWorkload): PodCount | undefined {
    if (release) return this.whileReleased(versions[0]);
    const counts = versions.flatMap<PodCount | undefined>(version => this.makers.get(version)?.map(maker => this.madeBy(maker)) ?? [told(version)]);
    if (counts.includes(undefined)) return undefined;
    return (counts as PodCount[]).reduce((sum, { steady, most }) => ({ steady: sum.steady + steady, most: sum.most + most }), { steady: 0, most: 0 });
  }

  /** Both versions are of one object, which runs as many pods of the new one as of the other before it takes over. Source: https://argo-rollouts.readthedocs.io/en/stable/features/canary/#dynamic-canary-scale-with-traffic-routing */
  private whileReleased(version: PodVersion): PodCount | undefined {
    const [maker] = this.makers.get(version) ?? [];
    const count = maker ? this.madeBy(maker) : undefined;
    return count && { steady: count.steady, most: Math.max(count.most, 2 * count.steady) };
  }

  private madeBy({ object }: PodMaker): PodCount | undefined {
    return podsAtMost(manifestOf(object), this.scaled.of(object.namespace, object.kind, object.name));
  }
}

function told({ replicas }: PodVersion): PodCount | undefined {
  return replicas === undefined ? undefined : { steady: replicas, most: replicas };
}
