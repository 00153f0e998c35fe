import { describeHostile } from './hostile';
import { PLACES } from './options';

describeHostile(PLACES);
