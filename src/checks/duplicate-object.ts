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
    const byIdentity = new Map<string, EmittedObject[]>();
    for (const object of objects) {
      const identity = JSON.stringify([object.group, object.kind, object.namespace, object.name]);
      const same = byIdentity.get(identity);
      if (same) same.push(object); else byIdentity.set(identity, [object]);
    }
    return [...byIdentity.values()].filter(same => same.length > 1).map(same => ({
      code: duplicateObject.code,
      severity: duplicateObject.severity,
      path: same[0].path,
      problem: `${same.length} objects are ${identityOf(same[0])}: ${same.map(({ path }) => path).join(', ')}`,
      fix: duplicateObject.fix,
    }));
  },
};

function identityOf({ group, kind, namespace, name }: EmittedObject): string {
  return `${group ? `${kind}.${group}` : kind} ${quote(name)}${namespace ? ` in namespace ${quote(namespace)}` : ''}`;
}
