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

/** Below 0 if it is not for the host. */
function closenessOf({ hosts }: GatewayListener, host: string): number {
  const wide = hosts.filter(wider => isWithin(host, wider));
  return Math.max(-1, ...wide.map(wider => (wider === host ? Infinity : wider === ANY_HOST ? 0 : wider.length)));
}
