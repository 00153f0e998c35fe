import { Duration } from 'cdk8s';
import { quote, TopologyError } from './topology-error';

/** Throws BST007 unless `port` is a whole number in 1..65535; returns the port. */
export function assertPort(port: number, path: string): number {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new TopologyError({
      code: 'BST007',
      path,
      problem: `port ${quote(port)} does not exist: allowed is a whole number in 1..65535`,
      fix: 'give the port that the service listens on',
    });
  }
  return port;
}

/** Milliseconds that Go's `time.Duration` holds, in 63 bits of nanoseconds: 106,751 days, 292 years. */
const LONGEST = 9_223_372_036_854;

/**
 * Throws BST009 unless the duration is a whole number of milliseconds, at least one, and not beyond what Go can hold: the API server and every
 * controller that reads it are written in Go.
 * Sources: Istio's validation (`ValidateDuration`: at least 1ms, no fraction of a millisecond); https://pkg.go.dev/time#Duration
 */
export function assertDuration(what: string, duration: Duration | undefined, path: string): Duration | undefined {
  if (duration === undefined) return undefined;
  const millis = duration.toMilliseconds({ integral: false });
  if (!Number.isInteger(millis) || millis < 1 || millis > LONGEST) {
    throw new TopologyError({
      code: 'BST009',
      path,
      problem: `${what} of ${millis} milliseconds: allowed is a whole number of milliseconds, at least 1 and at most ${LONGEST} (106751 days)`,
      fix: `give ${what} as Duration.millis(n) with n a whole number above 0 and not beyond that, or leave it out`,
    });
  }
  return duration;
}

/** Throws BST009 unless the duration is a whole number of seconds, at least one: kernels and browsers count no others. */
export function assertSeconds(what: string, duration: Duration | undefined, path: string): Duration | undefined {
  const millis = assertDuration(what, duration, path)?.toMilliseconds() ?? 0;
  if (millis % 1000 === 0 && millis / 1000 < 2 ** 31) return duration;
  throw new TopologyError({ code: 'BST009', path, problem: `${what} of ${millis} milliseconds: allowed is a whole number of seconds, at most 2147483647`, fix: `give ${what} as Duration.seconds(n)` });
}

/** Throws BST010 unless `value` is a whole number within the bounds; returns the value. */
export function assertWhole(what: string, value: number, bounds: readonly [number, number], path: string): number {
  const [least, most] = bounds;
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new TopologyError({
      code: 'BST010',
      path,
      problem: `${what} ${quote(value)}: allowed is a whole number in ${least}..${most}`,
      fix: `give ${what} within these bounds`,
    });
  }
  return value;
}
