import { topologyOf } from '../model/topology-element';
import { TopologyError } from '../private/topology-error';
import { Asked } from './given';

/**
 * The namespace of an operator's resource: the one that is said, or the topology's. Throws BST013 if there is neither.
 *
 * @param resource words for the resource: "Elasticsearch"
 * @param call the provider's call, which takes a namespace
 */
export function operatorNamespace(said: string | undefined, resource: string, call: string, { scope, path }: Pick<Asked, 'scope' | 'path'>): string {
  return assertNamespace(said ?? topologyOf(scope).namespace, resource, `${call}()`, path);
}

/** Throws BST013 if nothing says which namespace an operator's resource is in; returns the namespace. */
export function assertNamespace(namespace: string | undefined, resource: string, call: string, path: string): string {
  if (namespace !== undefined) return namespace;
  throw new TopologyError({
    code: 'BST013',
    path,
    problem: `the namespace of the ${resource} is unknown`,
    fix: `give it to ${call}, the Topology or the Chart`,
  });
}
