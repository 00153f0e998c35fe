import { AppContext } from '../model/app-context';
import { IAppCheck, ourCheck } from '../model/check';
import { EmittedObject } from '../model/emitted-object';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { SECURITY } from './namespace-policies';
import { isAbout, labelsIn } from './selected-by-hand';

const KIND = 'PeerAuthentication';

/** BST647 */
export const connectionsRuledByHand = ourCheck<IAppCheck>({
  code: 'BST647',
  title: 'connections-ruled-by-hand',
  severity: Severity.ERROR,
  rationale: 'Of several PeerAuthentications of one namespace, or for one pod, a mesh follows the oldest, which no manifest tells, and leaves out the others without a word. '
    + 'Source: https://istio.io/latest/docs/concepts/security/#peer-authentication',
  fix: 'say it in the topology, by mutualTls of the workload or in namespacePolicies of the mesh, and remove the object',
  check: context => {
    const objects = context.objectsOf(SECURITY, KIND);
    const ours = objects.filter(({ byHand }) => !byHand);
    return ours.length === 0 ? [] : objects.filter(({ byHand }) => byHand).flatMap(object => problemsOf(object, ours, context));
  },
});

/** Two of one name are one object (BST803). */
function problemsOf(object: EmittedObject, ours: readonly EmittedObject[], { graphs }: AppContext): Problem[] {
  const selector = selectorOf(object);
  const others = ours.filter(({ namespace, name }) => namespace === object.namespace && name !== object.name);
  if (selector === undefined) {
    return others.filter(other => selectorOf(other) === undefined).map(other => (
      Problem.of(object, `this PeerAuthentication is about namespace ${object.namespace}, of which ${other.path} says which connections are taken`)));
  }
  const workloads = graphs.flatMap(graph => graph.workloads).filter(({ namespace, name, ruled }) => (
    ruled && namespace === object.namespace && others.some(other => other.name === name)));
  return workloads.filter(workload => isAbout(selector, workload)).map(workload => (
    Problem.of(object, `this PeerAuthentication is about pods of ${workload.path}, of which is said already which connections they take`)));
}

/** Undefined where the whole namespace is meant. */
function selectorOf(object: EmittedObject) {
  return labelsIn(object, 'spec', 'selector', 'matchLabels');
}
