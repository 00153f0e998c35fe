import { parseArgs } from 'node:util';

/** What `npm run conformance --` takes. */
export interface Options {
  /** The tiers to run. @default - all */
  readonly only: readonly string[];
  /** A missing component is a failure instead of a skip. */
  readonly strict: boolean;
  /** Instead of running the rows, shows that each can fail. */
  readonly prove: boolean;
  /** Writes the table to docs/conformance.md if everything passed. */
  readonly write: boolean;
  /** Where the programs' logs stay; otherwise they go with the run. */
  readonly logs?: string;
}

/** Reads the command line; throws on what it does not know. */
export function parseOptions(args: readonly string[], tiers: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] }, strict: { type: 'boolean', default: false }, prove: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false }, logs: { type: 'string' },
    },
  });
  const only = values.only.flatMap(list => list.split(','));
  const unknown = only.filter(name => !tiers.includes(name));
  if (unknown.length > 0) throw new Error(`there is no tier ${unknown.join(', ')}; there are ${tiers.join(', ')}`);
  return { ...values, only };
}
