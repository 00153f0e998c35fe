import { describeHostile } from './hostile';
import { NAMES } from './options';

describeHostile(NAMES);
