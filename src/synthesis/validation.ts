import { Tree } from './tree';

/** Asks every construct once what is wrong with it; throws all answers together, in the words of cdk8s. @internal */
export function assertValid({ constructs }: Tree): void {
  const errors = constructs.flatMap(({ node }) => node.validate().map(error => `[${node.path}] ${error}`));
  if (errors.length > 0) throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
}
