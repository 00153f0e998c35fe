import { CALLS } from './calls';
import { CheckExample } from './example';

/** Every example, by the topic that its file is about. */
export const EXAMPLES: readonly CheckExample[] = [...CALLS];
