import { AmbientOptions, IstioOptions } from '../../src';
import { Meaning } from './meaning/meaning';
import { Sample } from './sample';

/** What becomes of a published manifest. */
export type Verdict = Same | SameBehaviour;

/** Our objects say what the published ones say. */
export interface Same {
  readonly is: 'same';
}

/** Our objects say it in another form. */
export interface SameBehaviour {
  readonly is: 'same behaviour';
  readonly differences: readonly Difference[];
}

/** A way in which our objects differ from published ones, though nobody notices. */
export interface Difference {
  readonly name: string;
  /** Why it changes nothing; the page tells it once. */
  readonly why: string;
  /** Takes the difference, and nothing else, out of what either side says. */
  readonly alike: (meanings: readonly Meaning[]) => Meaning[];
}

/** A published manifest, and our program that is to mean the same. */
export interface CoverageRow {
  /** Its path in istio/istio, or the page of istio.io and what it is there. */
  readonly manifest: string;
  /** Our program. */
  readonly declare: (sample: Sample) => void;
  /** What the mesh is told of all of it, if the manifest is about that. */
  readonly mesh?: (sample: Sample) => IstioOptions;
  /** What a mesh without sidecars is told, if the manifest is of one. */
  readonly ambient?: () => AmbientOptions;
  /** What the published objects say, in our words; what an API takes for granted may be left out. */
  readonly expects: readonly Meaning[];
  /** What of the same kinds the program emits as well, because it needs what another published manifest holds. */
  readonly besides?: readonly Meaning[];
  readonly verdict: Verdict;
}

/** Published manifests that cannot be declared. */
export interface Missing {
  readonly manifests: readonly string[];
  /** What would be needed. */
  readonly why: string;
}

export const SAME: Same = { is: 'same' };

/** The same but for these differences. */
export function sameBehaviour(...differences: readonly Difference[]): SameBehaviour {
  return { is: 'same behaviour', differences };
}
