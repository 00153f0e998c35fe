import { CALLS } from './calls';
import { DATABASES } from './databases';
import { CheckExample } from './example';
import { GATEWAY_API } from './gateway-api';
import { GATEWAYS } from './gateways';
import { HOSTS } from './hosts';
import { IDENTITY } from './identity';
import { KAFKA } from './kafka';
import { MESH } from './mesh';
import { OBJECTS } from './objects';
import { REFUSED_ELEMENTS } from './refused-elements';
import { REFUSED_TRAFFIC } from './refused-traffic';
import { REFUSED_VALUES } from './refused-values';
import { SECRETS } from './secrets';
import { SERVICES } from './services';
import { STAGES } from './stages';

/** Every example, by the topic that its file is about. */
export const EXAMPLES: readonly CheckExample[] = [
  ...CALLS, ...DATABASES, ...GATEWAY_API, ...GATEWAYS, ...HOSTS, ...IDENTITY, ...KAFKA, ...MESH, ...OBJECTS, ...SECRETS, ...SERVICES, ...STAGES,
  ...REFUSED_ELEMENTS, ...REFUSED_TRAFFIC, ...REFUSED_VALUES,
];
