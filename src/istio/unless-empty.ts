/** A block in which something is said: Istio refuses empty ones. What is undefined in it cdk8s does not write. */
export function unlessEmpty<Block extends object>(block: Block): Block | undefined {
  return Object.values(block).some(value => value !== undefined) ? block : undefined;
}
