import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** For each object of a chart, the objects of the same chart that must exist before it. */
export type ObjectDependencies = ReadonlyMap<ApiObject, ReadonlySet<ApiObject>>;

/**
 * Reads the dependencies that the constructs of a chart declare, nested charts included, in tree order.
 *
 * A dependency between constructs holds between all objects below them. What lies outside the chart is left out.
 */
export function objectDependencies(chart: Chart): ObjectDependencies {
  const dependencies = new Map(objectsBelow(chart).map(object => [object, new Set<ApiObject>()]));
  for (const source of chart.node.findAll()) {
    for (const target of source.node.dependencies.filter(candidate => isInside(candidate, chart))) {
      const { waiting, awaited } = endsOf(source, target);
      for (const object of waiting) awaited.forEach(other => dependencies.get(object)?.add(other));
    }
  }
  return dependencies;
}

/** Where one end encloses the other, the enclosed objects stand on the inner end only: nothing waits for itself. */
function endsOf(source: IConstruct, target: IConstruct): { waiting: ApiObject[]; awaited: ApiObject[] } {
  const [waiting, awaited] = [objectsBelow(source), objectsBelow(target)];
  return isInside(source, target)
    ? { waiting, awaited: without(awaited, waiting) }
    : { waiting: without(waiting, awaited), awaited };
}

function without(objects: ApiObject[], excluded: ApiObject[]): ApiObject[] {
  const out = new Set(excluded);
  return objects.filter(object => !out.has(object));
}

function isInside(inner: IConstruct, outer: IConstruct): boolean {
  return inner.node.scopes.includes(outer);
}

function objectsBelow(construct: IConstruct): ApiObject[] {
  return construct.node.findAll().filter((candidate): candidate is ApiObject => ApiObject.isApiObject(candidate));
}
