import { Duration } from 'cdk8s';

const UNITS = [[3_600_000, 'h'], [60_000, 'm'], [1000, 's'], [1, 'ms']] as const;

/** A duration as the Gateway API writes it, each number of at most five digits: `1m30s500ms`. Source: GEP-2257 */
export function gatewayDuration(duration: Duration): string {
  let rest = duration.toMilliseconds();
  return UNITS.map(([millis, unit]) => {
    const count = Math.floor(rest / millis);
    rest -= count * millis;
    return count === 0 ? '' : `${count}${unit}`;
  }).join('') || '0s';
}
