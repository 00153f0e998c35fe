import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

/** The smallest object that stands anywhere in a tree. */
export function configMap(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', data: { from: id } });
}

/** Objects that each depend on the one before. */
export function chainOf(scope: Construct, length: number): ApiObject[] {
  const objects = Array.from({ length }, (_, index) => configMap(scope, `object-${index}`));
  objects.slice(1).forEach((object, index) => object.addDependency(objects[index]));
  return objects;
}

/** The paths of objects, in their order. */
export function pathsOf(objects: Iterable<ApiObject>): string[] {
  return [...objects].map(object => object.node.path);
}
