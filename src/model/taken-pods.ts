import { distinct } from '../private/distinct';
import { podsMadeBy } from '../private/made-pods';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';
import { AppContext } from './app-context';
import { EmittedObject } from './emitted-object';
import { Locator, ServiceOwner } from './locator';
import { Problem } from './problem';
import { IWorkload } from './workload-interface';

type Labels = Readonly<Record<string, string>>;

/** The pods of an operator's resource. */
type OperatorPods = Pick<Locator, 'operator' | 'resource' | 'namespace'> & { readonly podLabels: Labels };

/** Pods that are taken for an operator's, or that take an operator's for theirs: by the labels of workloads, and of what else the app emits. */
export function podsTaken(context: AppContext): Problem[] {
  const byLabel = operatorPods(context);
  if (byLabel.size === 0) return [];
  const workloads = context.graphs.flatMap(graph => graph.workloads);
  const known = new Set(workloads.flatMap(({ namespace, versions }) => versions.map(({ labels }) => podsKey(namespace, labels))));
  return [...workloads.flatMap(workload => ofWorkload(workload, byLabel)),
    ...context.objects.filter(({ byHand }) => byHand).flatMap(object => ofObject(object, byLabel, known))];
}

/** Each under every label of it, without the namespace, which an object may not name. */
function operatorPods({ graphs }: AppContext): ReadonlyMap<string, readonly OperatorPods[]> {
  const known = new Set<string>();
  const byLabel = new Map<string, OperatorPods[]>();
  for (const { locator } of graphs.flatMap(graph => graph.services)) {
    const { owner, operator, resource, namespace, podLabels } = locator;
    if (owner !== ServiceOwner.OPERATOR || !podLabels) continue;
    const key = podsKey(namespace!, podLabels);
    if (known.has(key)) continue;
    known.add(key);
    const pods = { operator, resource, namespace, podLabels };
    for (const label of labelsOf(podLabels)) {
      const others = byLabel.get(label);
      if (others) others.push(pods); else byLabel.set(label, [pods]);
    }
  }
  return byLabel;
}

function ofWorkload(workload: IWorkload, byLabel: ReadonlyMap<string, readonly OperatorPods[]>): Problem[] {
  const { namespace, selector, versions } = workload;
  const near = distinct(distinct(versions.flatMap(({ labels }) => labelsOf(labels))).flatMap(label => byLabel.get(label) ?? []))
    .filter(pods => pods.namespace === namespace);
  return near.flatMap(pods => {
    if (versions.some(({ labels }) => holds(labels, pods.podLabels))) return Problem.of(workload, carries(pods), 'give its pods other labels');
    return holds(pods.podLabels, selector) ? Problem.of(workload, `it selects ${inWords(selector)}, which are on the pods of ${whose(pods)} too`, 'select its pods by a label of their own') : [];
  });
}

/** What a workload is declared for is said of the workload. */
function ofObject(object: EmittedObject, byLabel: ReadonlyMap<string, readonly OperatorPods[]>, known: ReadonlySet<string>): Problem[] {
  const { namespace } = object;
  const made = podsMadeBy(object);
  if (!made || known.has(podsKey(namespace, made.labels))) return [];
  return distinct(labelsOf(made.labels).flatMap(label => byLabel.get(label) ?? []))
    .filter(pods => (namespace === '' || pods.namespace === namespace) && holds(made.labels, pods.podLabels))
    .map(pods => {
      const problem = Problem.of(object, carries(pods), 'give its pods other labels');
      return namespace === '' ? problem.asWarning() : problem;
    });
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

function holds(labels: Labels, all: Labels): boolean {
  return Object.entries(all).every(([key, value]) => labels[key] === value);
}

function podsKey(namespace: string, labels: Labels): string {
  return JSON.stringify([namespace, ...labelsOf(labels).sort(byCodePoint)]);
}
