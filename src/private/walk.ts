import { IConstruct } from 'constructs';

/**
 * Visits `root` and all constructs below it, in the order of the tree, each with its path. `node.path` climbs to the root of the tree anew for
 * every construct; on the way down a path is its parent's and one id more.
 */
export function walk(root: IConstruct, visit: (construct: IConstruct, path: string) => void): void {
  descend(root, root.node.path, visit);
}

function descend(construct: IConstruct, path: string, visit: (construct: IConstruct, path: string) => void): void {
  visit(construct, path);
  for (const child of construct.node.children) descend(child, path ? `${path}/${child.node.id}` : child.node.id, visit);
}
