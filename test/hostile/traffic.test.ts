import { describeHostile } from './hostile';
import { TRAFFIC } from './options';

describeHostile(TRAFFIC);
