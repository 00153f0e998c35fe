import { ApiObject } from 'cdk8s';
import { ObjectDependencies } from './object-dependencies';

/** An object whose dependencies are being visited. */
interface Visit {
  readonly object: ApiObject;
  readonly remaining: Iterator<ApiObject>;
}

/**
 * The objects in tree order, each one's dependencies first. Without recursion: a chain may be longer than the stack.
 *
 * @throws if the dependencies form a cycle, naming its path
 */
export function creationOrder(dependencies: ObjectDependencies): ApiObject[] {
  const ordered = new Set<ApiObject>();
  for (const object of dependencies.keys()) visit(object, dependencies, ordered);
  return [...ordered];
}

function visit(start: ApiObject, dependencies: ObjectDependencies, ordered: Set<ApiObject>): void {
  const open = new Set<ApiObject>();
  const visits: Visit[] = [];
  const enter = (object: ApiObject) => {
    if (ordered.has(object)) return;
    if (open.has(object)) throw cycle([...open], object);
    open.add(object);
    visits.push({ object, remaining: dependencies.get(object)!.values() });
  };

  enter(start);
  for (let current = visits.at(-1); current !== undefined; current = visits.at(-1)) {
    const next = current.remaining.next();
    if (next.done) {
      visits.pop();
      open.delete(current.object);
      ordered.add(current.object);
    } else {
      enter(next.value);
    }
  }
}

function cycle(open: ApiObject[], again: ApiObject): Error {
  const path = [...open.slice(open.indexOf(again)), again].map(object => object.node.path);
  return new Error(`${again.node.path}: a dependency cycle, ${path.join(' -> ')}; remove one of these dependencies`);
}
