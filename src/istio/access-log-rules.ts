import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { quote } from '../private/topology-error';
import { assertExpression } from './cel-expression';
import { AccessLogOptions } from './telemetry-options';
import { assertProvider, unsoundTelemetry } from './unsound-telemetry';
import { shareSide } from './workload-mode';

/**
 * Throws BST660 for what Istio would log otherwise than it is said, BST801 unless providers can be called so, BST510 or BST511 for a credential in a filter; returns a copy
 * that takes no change. Source: istio, pilot/pkg/model/telemetry.go (mergeLogs)
 */
export function heldAccessLogs(logs: readonly AccessLogOptions[], path: string): AccessLogOptions[] {
  if (logs.length === 0) {
    throw unsoundTelemetry(path, 'accessLogs is empty, which says nothing', 'give an entry, one with "disabled" where nothing is to be logged');
  }
  const held = frozenList(logs.map(log => heldAccessLog(log, path)));
  for (const [at, log] of held.entries()) assertNoneBefore(held.slice(0, at), log, path);
  return held;
}

function heldAccessLog(log: AccessLogOptions, path: string): AccessLogOptions {
  const { provider, disabled, filter } = log;
  assertProvider(provider, path);
  if (filter !== undefined) assertExpression('the filter of an access log', filter, path);
  if (disabled && filter !== undefined) throw unsoundTelemetry(path, 'an access log is disabled and has a filter, which would filter nothing', 'say either');
  if (filter !== undefined && provider === undefined) {
    throw unsoundTelemetry(path, 'an access log has a filter and no provider: Istio filters what a provider is given by its name, and drops this filter without a word',
      'name the provider, "envoy" for the standard output of proxies');
  }
  const held = { ...log };
  lockMembers(held);
  return held;
}

/** Of two entries of one provider and side Istio takes the later one; an entry without a provider means those of the entry before it. */
function assertNoneBefore(before: readonly AccessLogOptions[], { provider, mode }: AccessLogOptions, path: string): void {
  if (before.some(other => (other.provider === undefined) !== (provider === undefined))) {
    throw unsoundTelemetry(path, 'one access log names its provider and another none, which Istio takes for those of the entry before it', 'name the provider of each, or of none');
  }
  if (before.some(other => other.provider?.toLowerCase() === provider?.toLowerCase() && shareSide(other.mode, mode))) {
    const what = provider === undefined ? 'access log of the mesh\'s default providers' : `access log of ${quote(provider)}`;
    throw unsoundTelemetry(path, `${what} said twice of one side of calls: Istio takes the later one alone`, 'say one entry of each side, and put filters together with "||"');
  }
}
