import { describeHostile } from './hostile';
import { MACHINES } from './machine-options';

describeHostile(MACHINES);
