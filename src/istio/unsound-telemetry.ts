import { assertName, NameRule } from '../private/names';
import { listed, TopologyError } from '../private/topology-error';

/** MeshConfig takes any text; what nobody would write is a slip. */
const PROVIDER: NameRule = {
  what: 'a provider of telemetry', pattern: /^[\x21-\x7e]+$/, longest: 253, allowed: 'at most 253 characters of ASCII, no spaces',
};

/** BST660 */
export function unsoundTelemetry(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST660', path, problem, fix });
}

/** Throws BST801 unless a provider, if there is one, can be called so. */
export function assertProvider(provider: string | undefined, path: string): void {
  if (provider !== undefined) assertName(PROVIDER, provider, path);
}

/** Throws BST660 if a name is there twice. */
export function assertSaidOnce(what: string, names: readonly string[], path: string): void {
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw unsoundTelemetry(path, `${what} ${listed(twice)} said twice; allowed is once`, `say each ${what} once`);
}
