import { parseArgs } from 'node:util';

/** What `npm run conformance --` takes. */
export interface Options {
  /** The tiers to run. @default - all but the nightly ones */
  readonly only: readonly string[];
  /** Rows whose behaviour has one of these texts in it, alone; nothing is written then. @default - all */
  readonly rows: readonly string[];
  /** A missing component is a failure instead of a skip. */
  readonly strict: boolean;
  /** Instead of running the rows, shows that each can fail. */
  readonly prove: boolean;
  /** The tiers too whose systems are dear to build, and a thousand users where a client or a server is too slow for them elsewhere. */
  readonly nightly: boolean;
  /** Writes what was seen to docs/conformance.md if everything passed. */
  readonly write: boolean;
  /** Where the programs' logs stay; otherwise they go with the run. */
  readonly logs?: string;
  /** What random declarations begin with. @default - the same in every run */
  readonly seed?: string;
}

/** Reads the command line; throws on what it does not know. */
export function parseOptions(args: readonly string[], tiers: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] }, rows: { type: 'string', multiple: true, default: [] }, strict: { type: 'boolean', default: false }, prove: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false }, nightly: { type: 'boolean', default: false }, logs: { type: 'string' }, seed: { type: 'string' },
    },
  });
  const only = values.only.flatMap(list => list.split(','));
  const unknown = only.filter(name => !tiers.includes(name));
  if (unknown.length > 0) throw new Error(`there is no tier ${unknown.join(', ')}; there are ${tiers.join(', ')}`);
  if (values.seed !== undefined && !/^\d{1,4}$/.test(values.seed)) throw new Error(`${values.seed} is no seed; it is a number of at most four digits`);
  return { ...values, write: values.write && values.rows.length === 0, only };
}
