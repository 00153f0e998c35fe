import { IConstruct } from 'constructs';
import { Tree } from './tree';

/** Each may add one that adds one. */
const MOST_ROUNDS = 100;

/**
 * The constructs of an app once each of them says that it is valid. A validation may add constructs, which was how to prepare an app when constructs had no
 * other way: they are asked in turn, and nobody twice. Throws all answers together, in the words of cdk8s.
 *
 * @internal
 */
export function validTree(root: IConstruct): Tree {
  let tree = new Tree(root);
  assertValid(tree.constructs);
  for (let round = 0; round < MOST_ROUNDS && !tree.isCurrent(); round++) {
    const asked = new Set(tree.constructs);
    tree = new Tree(root);
    assertValid(tree.constructs.filter(construct => !asked.has(construct)));
  }
  return tree;
}

function assertValid(constructs: readonly IConstruct[]): void {
  const errors = constructs.flatMap(({ node }) => node.validate().map(error => `[${node.path}] ${error}`));
  if (errors.length > 0) throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
}
