import { IConstruct } from 'constructs';

/**
 * Runs every validation of the tree that a construct stands in, as `app.synth()` does before it writes.
 *
 * @throws one error that lists all messages, each with the path of the construct that reports it
 */
export function validateTreeOf(construct: IConstruct): void {
  const errors = construct.node.root.node.findAll()
    .flatMap(({ node }) => node.validate().map(message => `[${node.path}] ${message}`));
  if (errors.length > 0) throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
}
