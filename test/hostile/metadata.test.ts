import { describeHostile } from './hostile';
import { METADATA } from './options';

describeHostile(METADATA);
