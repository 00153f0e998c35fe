import { Duration } from 'cdk8s';
import { assertSeconds, assertWhole } from '../private/bounds';
import { lockMembers } from '../private/lock-members';

const MOST = 2 ** 31 - 1;

/** How the kernel asks whether a peer that says nothing is still there, so that firewalls and load balancers on the way keep the connection. Source: https://man7.org/linux/man-pages/man7/tcp.7.html (TCP_KEEPIDLE) */
export interface TcpKeepalive {
  /**
   * Silence after which it is asked the first time, in whole seconds.
   *
   * @default - the kernel's: two hours
   */
  readonly time?: Duration;
  /**
   * Pause between two questions, in whole seconds.
   *
   * @default - the kernel's: 75 seconds
   */
  readonly interval?: Duration;
  /**
   * Questions without an answer after which the connection is given up.
   *
   * @default - the kernel's: 9
   */
  readonly probes?: number;
}

/** Throws BST009 unless the durations are whole seconds, BST010 unless `probes` is in 1..2147483647. */
export function heldKeepalive({ time, interval, probes }: TcpKeepalive, path: string): TcpKeepalive {
  const held = {
    time: assertSeconds('tcpKeepalive.time', time, path),
    interval: assertSeconds('tcpKeepalive.interval', interval, path),
    probes: probes === undefined ? undefined : assertWhole('tcpKeepalive.probes', probes, [1, MOST], path),
  };
  lockMembers(held);
  return held;
}
