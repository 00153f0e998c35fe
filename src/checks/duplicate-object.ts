import { EmittedObject, ITopologyCheck, Severity } from '../model/check';
import { quote } from '../private/topology-error';

/** BST803 */
export const duplicateObject: ITopologyCheck = {
  code: 'BST803',
  title: 'duplicate-object',
  severity: Severity.ERROR,
  rationale: 'A cluster keeps one object of a group, kind, namespace and name: of two that are emitted, the one applied last silently replaces '
    + 'the other. Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  fix: 'rename one of the objects, or declare the object once',

  check({ objects }) {
    const first = new Map<string, EmittedObject>();
    const repeated = new Map<EmittedObject, EmittedObject[]>();
    for (const object of objects) {
      const identity = `${object.group} ${object.kind} ${object.namespace} ${object.name}`;
      const earlier = first.get(identity);
      if (earlier) repeated.set(earlier, [...repeated.get(earlier) ?? [], object]); else first.set(identity, object);
    }
    return [...repeated].map(([object, others]) => {
      const paths = [object, ...others].map(({ path }) => path).sort();
      return {
        code: duplicateObject.code,
        severity: duplicateObject.severity,
        path: paths[0],
        problem: `${paths.length} objects are ${identityOf(object)}: ${paths.join(', ')}`,
        fix: duplicateObject.fix,
      };
    });
  },
};

function identityOf({ group, kind, namespace, name }: EmittedObject): string {
  return `${group ? `${kind}.${group}` : kind} ${quote(name)}${namespace ? ` in namespace ${quote(namespace)}` : ''}`;
}
