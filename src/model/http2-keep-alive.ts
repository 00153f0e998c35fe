import { Duration } from 'cdk8s';
import { assertDuration } from '../private/bounds';
import { lockMembers } from '../private/lock-members';

/**
 * How a proxy asks by a PING of HTTP/2 whether who it is connected to still answers, so that a connection is given up that leads nowhere though the kernel of the other side acknowledges.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings-HTTPSettings (http2KeepAlive)
 */
export interface Http2KeepAlive {
  /** Pause between two questions. */
  readonly interval: Duration;
  /** Time without an answer after which the connection is closed. */
  readonly timeout: Duration;
}

/** Throws BST009 unless the durations are whole numbers of milliseconds. */
export function heldHttp2KeepAlive({ interval, timeout }: Http2KeepAlive, path: string): Http2KeepAlive {
  const held = {
    interval: assertDuration('http2KeepAlive.interval', interval, path)!,
    timeout: assertDuration('http2KeepAlive.timeout', timeout, path)!,
  };
  lockMembers(held);
  return held;
}
