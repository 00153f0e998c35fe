import { AppContext } from '../model/app-context';
import { IAppCheck, ourCheck } from '../model/check';
import { EmittedObject } from '../model/emitted-object';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { GROUP } from './ruled-hosts';
import { isAbout, labelsIn } from './selected-by-hand';

/** BST658 */
export const sidecarRuledByHand = ourCheck<IAppCheck>({
  code: 'BST658',
  title: 'sidecar-ruled-by-hand',
  severity: Severity.ERROR,
  rationale: 'Of several Sidecars that select one pod, a mesh follows one, and which is left undefined: the pod is not told of what another says. '
    + 'Source: https://istio.io/latest/docs/reference/config/networking/sidecar/; istioctl analyze IST0110, https://istio.io/latest/docs/reference/config/analysis/ist0110/',
  fix: 'name what else these pods are to be told of in furtherHosts of sidecars, and remove the object',
  check: context => {
    const objects = context.objectsOf(GROUP, 'Sidecar');
    const ours = objects.filter(({ byHand }) => !byHand);
    return objects.filter(({ byHand }) => byHand).flatMap(object => problemsOf(object, ours, context));
  },
});

/** One of a whole namespace is left by pods that have one of their own; two of one name are one object (BST803). */
function problemsOf(object: EmittedObject, ours: readonly EmittedObject[], { graphs }: AppContext): Problem[] {
  const labels = labelsIn(object, 'spec', 'workloadSelector', 'labels');
  if (labels === undefined) return [];
  const there = new Set(ours.filter(({ namespace, name }) => namespace === object.namespace && name !== object.name).map(({ name }) => name));
  const workloads = graphs.flatMap(graph => graph.workloads)
    .filter(({ namespace, name, ruled }) => ruled && namespace === object.namespace && there.has(name));
  return workloads.filter(workload => isAbout(labels, workload)).map(workload => (
    Problem.of(object, `this Sidecar is about pods of ${workload.path}, which are told of what it depends on already`)));
}
