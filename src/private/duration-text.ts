import { Duration } from 'cdk8s';

/** A duration as Go and the Kubernetes APIs write it: whole hours as `1h`, whole seconds as `60s`, all else as `250ms`. */
export function durationText(duration: Duration): string {
  const millis = duration.toMilliseconds();
  if (millis % 3_600_000 === 0) return `${millis / 3_600_000}h`;
  return millis % 1000 === 0 ? `${millis / 1000}s` : `${millis}ms`;
}
