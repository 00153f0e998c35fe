import { Protocol } from '../model/protocol';
import { RetryPolicy } from '../model/retry-policy';
import { durationText } from '../private/duration-text';

/** Retries as a VirtualService writes them. @internal */
export interface RetriesSpec {
  readonly attempts: number;
  readonly retryOn?: string;
  readonly perTryTimeout?: string;
  readonly backoff?: string;
}

/** Always spelled out, because Istio repeats twice where nothing is said; without words on conditions at 0, which its webhook refuses. */
export function retriesOf(retry: RetryPolicy | undefined, protocol: Protocol): RetriesSpec {
  if (!retry) return { attempts: 0 };
  return {
    attempts: retry.count,
    retryOn: retry.conditions(protocol.name === Protocol.GRPC.name).map(condition => condition.name).join(','),
    ...retry.perTryTimeout === undefined ? {} : { perTryTimeout: durationText(retry.perTryTimeout) },
    backoff: durationText(retry.backoff),
  };
}
