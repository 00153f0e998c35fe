import { describeHostile } from './hostile';
import { SECRETS } from './options';

describeHostile(SECRETS);
