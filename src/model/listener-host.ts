import { assertHost, isWildcard, standsFor } from '../private/host';

/** Any name. */
export const ANY_HOST = '*';

/** Throws BST801 unless it is a name, one with `*.` at its front, or `*`; returns it. */
export function assertListenerHost(host: string, path: string): string {
  if (host === ANY_HOST) return host;
  assertHost(typeof host === 'string' && isWildcard(host) ? host.slice('*.'.length) : host, path);
  return host;
}

/** Whether each name that `host` stands for is one of those that `wider` stands for. */
export function isWithin(host: string, wider: string): boolean {
  return wider === ANY_HOST || host !== ANY_HOST && standsFor(wider, host);
}
