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
    return groupsOf([...repeated.values()].map(same => same.sort((a, b) => byCodePoint(a.path, b.path)))).map(problemOf);
  },
});

/** Objects of one identity, sorted by path. */
type Repeated = EmittedObject[];

/** What two scopes emit alike, such as two platforms of one topology: the cause is one, and so is the finding. */
interface Group {
  readonly scopes: string[];
  readonly repeated: Repeated[];
}

function groupsOf(all: Repeated[]): Group[] {
  const groups = new Map<string, Group>();
  for (const repeated of all) {
    const scopes = scopesOf(repeated.map(({ path }) => path.split('/')));
    const key = JSON.stringify(scopes);
    const group = groups.get(key);
    if (group) group.repeated.push(repeated); else groups.set(key, { scopes, repeated: [repeated] });
  }
  return [...groups.values()];
}

/** The scopes that differ where the rest of the paths is the same; the paths themselves if they end unlike. */
function scopesOf(paths: string[][]): string[] {
  const most = Math.min(...paths.map(({ length }) => length)) - 1;
  let same = 0;
  while (same < most && paths.every(path => path.at(-1 - same) === paths[0].at(-1 - same))) same++;
  return paths.map(path => path.slice(0, path.length - same).join('/'));
}

function problemOf({ scopes, repeated }: Group): Problem {
  const [first] = repeated;
  if (repeated.length > 1) {
    return Problem.of(
      { path: scopes[0] },
      `emits ${repeated.length} objects that ${capped(scopes.slice(1))} emits again, such as ${inWords(first[0])}`,
      'keep one of them: one output of a kind makes all that a topology needs; unlike ones need unlike names or namespaces',
    );
  }
  return Problem.of(first[0], `${first.length} objects are ${inWords(first[0])}: ${capped(first.map(({ path }) => path))}`, fixOf(first));
}

/** Names that this package gives follow from what is declared, so that is what has to change; without an answer, any object can be renamed. */
function fixOf(objects: Repeated): string | undefined {
  const byHand = objects.filter(object => object.byHand);
  if (byHand.length === objects.length) return undefined;
  if (byHand.length > 0) return `rename or remove ${capped(byHand.map(({ path }) => path))}, because the other name follows from what is declared`;
  return 'give a dependency that they are about a bindingName of its own, or one of the elements that they are named after another id; say what is about a whole namespace once';
}

function inWords({ group, kind, namespace, name }: EmittedObject): string {
  return `${group ? `${kind}.${group}` : kind} ${quote(name)}${namespace ? ` in namespace ${quote(namespace)}` : ''}`;
}
