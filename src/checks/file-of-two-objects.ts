import { BackingService } from '../model/backing-service';
import { IAppCheck, ourCheck } from '../model/check';
import { EmittedObject } from '../model/emitted-object';
import { kindOf, placeOf } from '../model/emitted-objects';
import { Severity } from '../model/finding';
import { ServiceOwner } from '../model/locator';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { capped } from '../private/capped';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';

/** BST804 */
export const fileOfTwoObjects = ourCheck<IAppCheck>({
  code: 'BST804',
  title: 'file-of-two-objects',
  severity: Severity.ERROR,
  rationale: 'An app that writes a file for each resource names it by kind and name alone. Of two objects in unlike namespaces, or of unlike API groups, '
    + 'the one written last silently replaces the other. Source: App.synth of https://github.com/cdk8s-team/cdk8s-core/blob/2.x/src/app.ts',
  fix: 'let the app write YamlOutputType.FILE_PER_CHART or FILE_PER_APP, or give the objects unlike names',

  check({ graphs, objects }) {
    const byFile = new Map<string, Map<string, EmittedObject>>();
    for (const object of objects) {
      if (object.file === undefined) continue;
      const held = byFile.get(object.file) ?? new Map<string, EmittedObject>();
      byFile.set(object.file, held);
      // Two of one identity are another finding: BST803.
      const identity = `${kindOf(object)} ${placeOf(object)}`;
      if (!held.has(identity)) held.set(identity, object);
    }
    return [...byFile].filter(([, { size }]) => size > 1).map(([file, held]) => problemOf(file, [...held.values()], graphs));
  },
});

function problemOf(file: string, objects: EmittedObject[], graphs: readonly TopologyGraph[]): Problem {
  const sorted = objects.sort((a, b) => byCodePoint(a.path, b.path));
  const problem = `${sorted.length} objects would be written to one file ${quote(file)}: ${capped(sorted.map(({ path }) => path))}`;
  const service = serviceOf(sorted, graphs);
  return Problem.of(sorted[0], problem, service && 'let the app write YamlOutputType.FILE_PER_CHART or FILE_PER_APP, '
    + `or declare ${service.path} once for each namespace that uses it, each time under another id`);
}

/** Each namespace that uses a service of theirs has objects of its own about it, under the name that the service has in the topology. */
const OF_OTHERS: readonly ServiceOwner[] = [ServiceOwner.EXTERNAL, ServiceOwner.IN_CLUSTER];

/** The service of somebody else that the objects are all about. */
function serviceOf(objects: readonly EmittedObject[], graphs: readonly TopologyGraph[]): BackingService | undefined {
  const [{ name }] = objects;
  if (objects.some(object => object.byHand || object.name !== name)) return undefined;
  for (const graph of graphs) {
    const service = graph.services.find(each => each.name === name && OF_OTHERS.includes(each.locator.owner));
    const users = service && graph.consumerNamespacesOf(service);
    if (users && objects.every(({ namespace }) => users.includes(namespace))) return service;
  }
  return undefined;
}
