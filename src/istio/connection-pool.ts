import { ConnectionPool } from '../model/connection-pool';
import { DependencyPolicy } from '../model/dependency-policy';
import { Http2KeepAlive } from '../model/http2-keep-alive';
import { TcpKeepalive } from '../model/tcp-keepalive';
import { durationText } from '../private/duration-text';
import { unlessEmpty } from './unless-empty';

/** `connectionPool` of a DestinationRule. @internal */
export interface Pool {
  readonly tcp?: {
    readonly maxConnections?: number;
    readonly connectTimeout?: string;
    readonly idleTimeout?: string;
    readonly maxConnectionDuration?: string;
    readonly tcpKeepalive?: { readonly time?: string; readonly interval?: string; readonly probes?: number };
  };
  readonly http?: {
    readonly http1MaxPendingRequests?: number;
    readonly http2MaxRequests?: number;
    readonly maxRequestsPerConnection?: number;
    readonly maxRetries?: number;
    readonly idleTimeout?: string;
    readonly h2UpgradePolicy?: 'UPGRADE';
    readonly http2KeepAlive?: { readonly interval: string; readonly timeout: string };
  };
}

/** The limits of a caller, and how it connects; undefined if it says nothing of them. */
export function connectionPoolOf(isHttp: boolean, { connectionPool: pool, connectTimeout }: DependencyPolicy): Pool | undefined {
  const ofRequests = isHttp && pool ? requestLimits(pool) : undefined;
  return unlessEmpty({
    tcp: unlessEmpty({
      maxConnections: pool?.maxConnections,
      connectTimeout: connectTimeout && durationText(connectTimeout),
      ...pool && lifeOf(pool, isHttp),
    }),
    http: ofRequests && unlessEmpty(ofRequests),
  });
}

/** How long connections live; one of requests is idle while it has none. */
function lifeOf({ idleTimeout, maxConnectionDuration, tcpKeepalive }: ConnectionPool, isHttp: boolean): Pool['tcp'] {
  return {
    idleTimeout: !isHttp && idleTimeout ? durationText(idleTimeout) : undefined,
    maxConnectionDuration: maxConnectionDuration && durationText(maxConnectionDuration),
    tcpKeepalive: tcpKeepalive && keepaliveOf(tcpKeepalive),
  };
}

/** Empty, it asks by the kernel's own times. */
function keepaliveOf({ time, interval, probes }: TcpKeepalive) {
  return { time: time && durationText(time), interval: interval && durationText(interval), probes };
}

function requestLimits({ maxPendingRequests, maxRequests, maxRequestsPerConnection, maxRetries, idleTimeout, http2KeepAlive }: ConnectionPool) {
  return {
    http1MaxPendingRequests: maxPendingRequests, http2MaxRequests: maxRequests, maxRequestsPerConnection, maxRetries,
    idleTimeout: idleTimeout && durationText(idleTimeout), http2KeepAlive: http2KeepAlive && pingsOf(http2KeepAlive),
  };
}

function pingsOf({ interval, timeout }: Http2KeepAlive) {
  return { interval: durationText(interval), timeout: durationText(timeout) };
}
