import { Mutation } from './mutation';

/** What a row saw, and whether that is what was declared. */
export interface Observation {
  /** In a few words, with the figures. */
  readonly seen: string;
  readonly holds: boolean;
}

/** One behaviour that the synthesized YAML must bring about on the real systems. */
export interface Row<World> {
  /** The behaviour, as a sentence about the declaration. */
  readonly behaviour: string;
  /** Looks at the systems. What it throws counts as a failure of the row. */
  readonly observe: (world: World) => Promise<Observation>;
  /** A change of the YAML that makes this row fail, and no other row of its tier: without one, a green row means nothing. */
  readonly brokenBy: Mutation;
}
