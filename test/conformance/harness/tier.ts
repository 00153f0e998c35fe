import { Component } from '../toolbox/component';
import { Manifests } from './manifests';
import { Row } from './row';

/** The systems of a tier while they run, with manifests on them. */
export interface TierWorld {
  /** Makes the systems hold these manifests and no others, and returns when they act by them. */
  apply(manifests: Manifests): Promise<void>;
  close(): Promise<void>;
}

/** Rows that look at the same systems. */
export interface Tier<World extends TierWorld = any> {
  /** What `--only` takes. */
  readonly name: string;
  /** The real programs, with versions. */
  readonly real: readonly string[];
  /** What stands in for pieces of the platform that cannot run here. */
  readonly standIns: readonly string[];
  readonly needs: readonly Component[];
  /** Whether its systems are dear to build, so that it is run where it is asked for. @default false */
  readonly isNightly?: boolean;
  /** What a user would get: nothing in it was made for a test, but for its declaration. */
  readonly manifests: () => Manifests;
  /** Starts its systems; in a nightly run they are asked as much as can be, however long it takes. */
  readonly open: (isNightly: boolean) => Promise<World>;
  readonly rows: readonly Row<World>[];
}
