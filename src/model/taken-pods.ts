import { distinct } from '../private/distinct';
import { labelsKey, LabelSets } from '../private/label-sets';
import { byCodePoint } from '../private/names';
import { Selecting } from '../private/selecting';
import { quote } from '../private/topology-error';
import { AppContext } from './app-context';
import { Locator, ServiceOwner } from './locator';
import { mayRunIn, PodMaker, podMakers } from './pod-maker';
import { Problem } from './problem';
import { IWorkload } from './workload-interface';

type Labels = Readonly<Record<string, string>>;

/** The pods of an operator's resource. */
type OperatorPods = Pick<Locator, 'operator' | 'resource' | 'namespace'> & { readonly podLabels: Labels };

/** The pods of operators: by the labels of pods that would be taken for them, and by what would take them for its own. */
interface OperatorsPods {
  readonly found: Selecting<OperatorPods>;
  readonly held: LabelSets<OperatorPods>;
}

/** Pods that are taken for an operator's, or that take an operator's for theirs: by the labels of workloads, and of what else the app emits. */
export function podsTaken(context: AppContext): Problem[] {
  const all = operatorPods(context);
  if (all.length === 0) return [];
  const pods: OperatorsPods = { found: new Selecting(), held: new LabelSets() };
  for (const each of all) {
    pods.found.add(each.podLabels, each);
    pods.held.add(each.podLabels, each);
  }
  return [...context.graphs.flatMap(graph => graph.workloads).flatMap(workload => ofWorkload(workload, pods)),
    ...podMakers(context).filter(({ isDeclared }) => !isDeclared).flatMap(maker => ofMaker(maker, pods))];
}

/** Each once, whichever topologies know it. */
function operatorPods({ graphs }: AppContext): OperatorPods[] {
  const known = new Map<string, OperatorPods>();
  for (const { locator: { owner, operator, resource, namespace, podLabels } } of graphs.flatMap(graph => graph.services)) {
    const key = owner === ServiceOwner.OPERATOR && podLabels ? podsKey(namespace!, podLabels) : undefined;
    if (key !== undefined && !known.has(key)) known.set(key, { operator, resource, namespace, podLabels: podLabels! });
  }
  return [...known.values()];
}

function ofWorkload(workload: IWorkload, { found, held }: OperatorsPods): Problem[] {
  const { namespace, selector, versions } = workload;
  const near = (pods: OperatorPods) => pods.namespace === namespace;
  const carried = distinct(versions.flatMap(({ labels }) => found.ofPods(labels))).filter(near);
  const selected = held.holding(selector).filter(pods => near(pods) && !carried.includes(pods));
  return [...carried.map(pods => Problem.of(workload, carries(pods), 'give its pods other labels')), ...selected.map(pods => (
    Problem.of(workload, `it selects ${inWords(selector)}, which are on the pods of ${whose(pods)} too`, 'select its pods by a label of their own')))];
}

/** One operator tells enough: where the object names no namespace, it may be any of many. */
function ofMaker(maker: PodMaker, { found }: OperatorsPods): Problem[] {
  const { object, made } = maker;
  const [pods] = found.ofPods(made.labels).filter(each => mayRunIn(maker, each.namespace!));
  if (pods === undefined) return [];
  const problem = Problem.of(object, carries(pods), 'give its pods other labels');
  return [object.namespace === '' ? problem.asWarning() : problem];
}

function carries(pods: OperatorPods): string {
  return `its pods in namespace ${pods.namespace} carry ${inWords(pods.podLabels)}, by which the pods of ${whose(pods)} are found`;
}

function whose({ operator, resource }: OperatorPods): string {
  return `${operator}'s resource ${quote(resource)}`;
}

function labelsOf(labels: Labels): string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}

function inWords(labels: Labels): string {
  return labelsOf(labels).sort(byCodePoint).map(quote).join(', ');
}

function podsKey(namespace: string, labels: Labels): string {
  return `${namespace} ${labelsKey(labels)}`;
}
