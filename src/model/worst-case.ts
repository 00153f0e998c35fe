import { DependencyPolicy } from './dependency-policy';

/** How often a call is tried at the most, the first time included. */
export function tries(policy: DependencyPolicy): number {
  return 1 + (policy.retry?.count ?? 0);
}

/** Milliseconds that a whole call may take, all tries included; Infinity if nothing limits it. */
export function callLimit(policy: DependencyPolicy): number {
  return policy.timeout?.toMilliseconds() ?? Infinity;
}

/**
 * Milliseconds that one try may take. The limit of a try is part of the retry policy, so it falls away with zero attempts.
 * Source: istio, pilot/pkg/networking/core/route/retry/retry.go (`ConvertPolicy`).
 */
export function tryLimit(policy: DependencyPolicy): number {
  const own = tries(policy) > 1 ? policy.retry?.perTryTimeout : undefined;
  return own?.toMilliseconds() ?? callLimit(policy);
}

/**
 * Milliseconds of all pauses before so many repetitions, at their longest.
 * Source: Envoy, router filter, `x-envoy-max-retries`: before retry N a pause of at most (2^N - 1) * base, and never above 10 * base.
 */
export function pauses(repetitions: number, base: number): number {
  let sum = 0;
  for (let nth = 1; nth <= repetitions; nth++) sum += Math.min((2 ** nth - 1) * base, 10 * base);
  return sum;
}

/** Milliseconds that so many tries of a call take, if each runs out of its time. */
export function timeOf(count: number, policy: DependencyPolicy): number {
  return count * tryLimit(policy) + pauses(count - 1, policy.retry?.backoff.toMilliseconds() ?? 0);
}

/** Milliseconds that a caller may have to wait for a call to end: the sooner of its limit and of all tries running out of time. */
export function longestWait(policy: DependencyPolicy): number {
  return Math.min(callLimit(policy), timeOf(tries(policy), policy));
}

/** Milliseconds after which a caller gives up on what the service does for it: the limit of a try, or of the call. */
export function patience(policy: DependencyPolicy): number {
  return Math.min(callLimit(policy), tryLimit(policy));
}

/** The reckoning behind `timeOf`, for a message: `3 × 400 ms + 100 ms backoff = 1300 ms`. */
export function reckoning(policy: DependencyPolicy): string {
  const count = tries(policy);
  const backoff = timeOf(count, policy) - count * tryLimit(policy);
  return `${count} × ${tryLimit(policy)} ms + ${backoff} ms backoff = ${timeOf(count, policy)} ms`;
}
