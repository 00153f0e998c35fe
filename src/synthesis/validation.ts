import { IConstruct } from 'constructs';
import { Tree } from './tree';

/** An app that changes whenever it is asked would be asked for ever. */
const MOST_ROUNDS = 100;

/**
 * The constructs of an app once each of them says that it is valid. A validation may add constructs, which was how to prepare an app when constructs had no
 * other way: they are asked in turn. Throws all answers together, in the words of cdk8s.
 *
 * @internal
 */
export function validTree(root: IConstruct): Tree {
  let tree = new Tree(root);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    assertValid(tree);
    if (tree.isCurrent()) break;
    tree = new Tree(root);
  }
  return tree;
}

function assertValid({ constructs }: Tree): void {
  const errors = constructs.flatMap(({ node }) => node.validate().map(error => `[${node.path}] ${error}`));
  if (errors.length > 0) throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
}
