import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

/** An object to emit, its spec typed by the file that owns its kind. */
export interface Manifest<Spec extends object> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels?: Record<string, string>;
  readonly spec: Spec;
}

/**
 * Emits an object under its given name. The construct id says what it is and does not reach the YAML; a second object of one name
 * gets an id of its own, so that the collision is reported as a finding with both paths.
 */
export function emit<Spec extends object>(scope: Construct, manifest: Manifest<Spec>): ApiObject {
  const { apiVersion, kind, name, namespace, labels, spec } = manifest;
  const id = `${kind} ${namespace}.${name}`;
  return new ApiObject(scope, scope.node.tryFindChild(id) ? `${id} #${scope.node.children.length}` : id, {
    apiVersion,
    kind,
    metadata: { name, namespace, labels },
    spec,
  });
}
