import { CALLS } from './calls';
import { DATABASES } from './databases';
import { CheckExample } from './example';
import { HOSTS } from './hosts';
import { KAFKA } from './kafka';
import { OBJECTS } from './objects';
import { SECRETS } from './secrets';
import { SERVICES } from './services';
import { STAGES } from './stages';

/** Every example, by the topic that its file is about. */
export const EXAMPLES: readonly CheckExample[] = [
  ...CALLS, ...DATABASES, ...HOSTS, ...KAFKA, ...OBJECTS, ...SECRETS, ...SERVICES, ...STAGES,
];
