import { GatewayListener } from './gateway-listener';
import { ANY_HOST, isWithin } from './listener-host';

/**
 * Whether a listener is the one that a client reaches who asks for a host at its port: of those that are for it, the one that names it most closely. By TLS a client reaches no other; what is
 * demanded of it there, such as a certificate, is not demanded at a wider one.
 * Source: https://istio.io/latest/docs/ops/best-practices/security/#explicitly-disable-all-the-sensitive-http-host-under-relaxed-sni-host-matching
 */
export function isNearest(listener: GatewayListener, host: string, all: readonly GatewayListener[]): boolean {
  const closeness = closenessOf(listener, host);
  return closeness >= 0 && all.every(other => other.port !== listener.port || closenessOf(other, host) <= closeness);
}

/** Of the hosts that a listener is for, the one that names a host most closely; undefined if none is for it. */
export function nearestHostOf({ hosts }: GatewayListener, host: string): string | undefined {
  const wide = hosts.filter(wider => isWithin(host, wider));
  return wide.sort((a, b) => closenessOfHost(b, host) - closenessOfHost(a, host))[0];
}

/** Below 0 if it is not for the host. */
function closenessOf(listener: GatewayListener, host: string): number {
  const nearest = nearestHostOf(listener, host);
  return nearest === undefined ? -1 : closenessOfHost(nearest, host);
}

function closenessOfHost(wider: string, host: string): number {
  return wider === host ? Infinity : wider === ANY_HOST ? 0 : wider.length;
}
