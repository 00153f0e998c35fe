import { assertPort } from '../private/bounds';
import { assertHost, isWildcard, standsFor } from '../private/host';
import { refused } from './gateway-refusal';

/** Any name. */
export const ANY_HOST = '*';

/** Throws BST801 unless it is a name, one with `*.` at its front, or `*`; returns it. */
export function assertListenerHost(host: string, path: string): string {
  if (host === ANY_HOST) return host;
  assertHost(typeof host === 'string' && isWildcard(host) ? host.slice('*.'.length) : host, path);
  return host;
}

/** Source: https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio */
const OF_THE_PROXY: readonly number[] = [15000, 15001, 15002, 15004, 15006, 15008, 15020, 15021, 15053, 15090];

/** Throws BST007 unless it is a port, BST049 if the proxy of a gateway listens there itself; returns it. */
export function assertListenerPort(port: number, path: string): number {
  if (!OF_THE_PROXY.includes(assertPort(port, path))) return port;
  throw refused(path, `port ${port} is one that the proxy of a gateway has for itself`, `listen at another one than ${OF_THE_PROXY.join(', ')}`);
}

/** Whether each name that `host` stands for is one of those that `wider` stands for. */
export function isWithin(host: string, wider: string): boolean {
  return wider === ANY_HOST || host !== ANY_HOST && standsFor(wider, host);
}
