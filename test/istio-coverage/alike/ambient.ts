import { Difference } from '../coverage-row';

/** Of which istiod an object is. */
export const REVISION: Difference = {
  name: 'revision',
  why: 'The sample names the istiod that makes the waypoint, of several that may run; ours leaves it to the namespace, or says it in `labels` of the output.',
  alike: meanings => meanings.map(meaning => meaning.kind === 'Waypoint' ? { ...meaning, revision: undefined } : meaning),
};
