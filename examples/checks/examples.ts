import { CALLS } from './calls';
import { DATABASES } from './databases';
import { CheckExample } from './example';
import { KAFKA } from './kafka';
import { SECRETS } from './secrets';
import { STAGES } from './stages';

/** Every example, by the topic that its file is about. */
export const EXAMPLES: readonly CheckExample[] = [...CALLS, ...DATABASES, ...KAFKA, ...SECRETS, ...STAGES];
