import { Duration } from 'cdk8s';
import { durationText } from '../../src/private/duration-text';

test.each([[Duration.seconds(5), '5s'], [Duration.minutes(2), '120s'], [Duration.millis(250), '250ms'], [Duration.millis(1500), '1500ms'], [Duration.seconds(0.5), '500ms']])(
  '%s is written %s', (duration, text) => expect(durationText(duration)).toBe(text));
