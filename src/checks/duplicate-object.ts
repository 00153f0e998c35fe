import { IAppCheck, ourCheck } from '../model/check';
import { EmittedObject } from '../model/emitted-object';
import { kindOf, placeOf } from '../model/emitted-objects';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { capped } from '../private/capped';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';

/** BST803 */
export const duplicateObject = ourCheck<IAppCheck>({
  code: 'BST803',
  title: 'duplicate-object',
  severity: Severity.ERROR,
  rationale: 'A cluster keeps one object of a group, kind, namespace and name: of two that are emitted, the one applied last silently replaces '
    + 'the other. Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  fix: 'rename one of the objects, or declare the object once',

  check({ objects }) {
    const kinds = new Map<string, Map<string, EmittedObject>>();
    const repeated = new Map<EmittedObject, EmittedObject[]>();
    for (const object of objects) {
      const [kind, place] = [kindOf(object), placeOf(object)];
      const first = kinds.get(kind) ?? new Map<string, EmittedObject>();
      kinds.set(kind, first);
      const earlier = first.get(place);
      if (!earlier) first.set(place, object);
      else if (repeated.has(earlier)) repeated.get(earlier)!.push(object);
      else repeated.set(earlier, [earlier, object]);
    }
    return [...repeated.values()].map(problemOf);
  },
});

function problemOf(objects: EmittedObject[]): Problem {
  const sorted = [...objects].sort((a, b) => byCodePoint(a.path, b.path));
  return Problem.of(sorted[0], `${sorted.length} objects are ${inWords(sorted[0])}: ${capped(sorted.map(({ path }) => path))}`);
}

function inWords({ group, kind, namespace, name }: EmittedObject): string {
  return `${group ? `${kind}.${group}` : kind} ${quote(name)}${namespace ? ` in namespace ${quote(namespace)}` : ''}`;
}
