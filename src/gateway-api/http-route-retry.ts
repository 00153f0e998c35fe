import { RetryCondition } from '../model/retry-condition';
import { RetryPolicy } from '../model/retry-policy';
import { distinct } from '../private/distinct';
import { gatewayDuration } from './gateway-duration';

/** How requests are repeated, as an HTTPRoute of the experimental channel writes it. @internal */
export interface HttpRouteRetry {
  readonly codes: number[];
  readonly attempts: number;
  readonly backoff: string;
}

const { CONNECT_FAILURE, REFUSED_STREAM, GATEWAY_ERROR } = RetryCondition;

/** What every HTTPRoute that repeats does, whatever its codes are. */
const ALWAYS = [CONNECT_FAILURE, REFUSED_STREAM].map(({ name }) => name);

/** Connections that fail are repeated without a word. Source: https://gateway-api.sigs.k8s.io/geps/gep-1731/ */
export function httpRouteRetryOf(retry: RetryPolicy): HttpRouteRetry {
  return { codes: codesOf(retry.conditions(false)), attempts: retry.count, backoff: gatewayDuration(retry.backoff) };
}

/**
 * What of it an HTTPRoute has no words for, or none that Istio's proxies act on: they repeat no try that ran out of time, and none that had no answer.
 * Source: istio, pilot/pkg/config/kube/gateway/conversion.go (`convertHTTPRoute`)
 */
export function lackingOfRetry(retry: RetryPolicy): string | undefined {
  if (retry.count === 0) return 'requests that are never repeated';
  const names = retry.conditions(false).map(({ name }) => name);
  if (retry.perTryTimeout !== undefined) return 'a try that ran out of time as one to be repeated';
  const other = names.find(name => !ALWAYS.includes(name) && name !== GATEWAY_ERROR.name && !isStatus(name));
  if (other !== undefined) return `the condition ${other}, and has some for statuses`;
  if (ALWAYS.some(name => !names.includes(name))) return `repetitions on statuses alone, without ${ALWAYS.join(' and ')}`;
  return names.length === ALWAYS.length ? 'repetitions where a connection fails alone, which any method could have' : undefined;
}

function codesOf(conditions: readonly RetryCondition[]): number[] {
  const codes = conditions.flatMap(({ name }) => (name === GATEWAY_ERROR.name ? [502, 503, 504] : isStatus(name) ? [Number(name)] : []));
  return distinct(codes).sort((a, b) => a - b);
}

function isStatus(name: string): boolean {
  return /^\d+$/.test(name);
}
