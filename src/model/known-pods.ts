import { LabelSets } from '../private/label-sets';
import { AppContext } from './app-context';
import { podMakers } from './pod-maker';
import { IWorkload } from './workload-interface';

type Labels = Readonly<Record<string, string>>;

/** The labels of the pods of workloads, as far as they are known: all of them where an object of the app makes the pods, else those that were told. @internal */
export class KnownPods {
  private readonly byNamespace = new Map<string, LabelSets<Labels>>();

  constructor(context: AppContext) {
    for (const { object: { namespace }, made: { labels } } of podMakers(context)) {
      const sets = this.byNamespace.get(namespace) ?? new LabelSets<Labels>();
      this.byNamespace.set(namespace, sets);
      sets.add(labels, labels);
    }
  }

  /** The labels of the pods of a workload that objects of the app make, once for each of its versions. */
  public madeFor({ namespace, versions }: IWorkload): Labels[] {
    return versions.flatMap(({ labels }) => this.holding(namespace, labels));
  }

  /** Whether a selector may take pods of a workload: those of one version suffice, as a Service may be switched from one to another. */
  public maySelect(selector: Labels, { namespace, versions }: IWorkload): boolean {
    return versions.some(({ labels: told }) => {
      const made = this.holding(namespace, told);
      return made.length === 0 ? meets(selector, told, true) : made.some(labels => meets(selector, labels, false));
    });
  }

  private holding(namespace: string, labels: Labels): Labels[] {
    return ['', namespace].flatMap(place => this.byNamespace.get(place)?.holding(labels) ?? []);
  }
}

function meets(selector: Labels, labels: Labels, mayHaveMore: boolean): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value || mayHaveMore && labels[key] === undefined);
}
