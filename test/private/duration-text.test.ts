import { Duration } from 'cdk8s';
import { durationText } from '../../src/private/duration-text';

test.each([
  [Duration.seconds(5), '5s'], [Duration.minutes(2), '120s'], [Duration.hours(1), '1h'], [Duration.days(2), '48h'],
  [Duration.minutes(59), '3540s'], [Duration.seconds(3601), '3601s'], [Duration.millis(3_600_001), '3600001ms'], [Duration.millis(999), '999ms'],
  [Duration.millis(250), '250ms'], [Duration.millis(1500), '1500ms'], [Duration.seconds(0.5), '500ms'],
])(
  '%s is written %s', (duration, text) => expect(durationText(duration)).toBe(text));
