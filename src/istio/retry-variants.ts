import { DependencyPolicy } from '../model/dependency';
import { Operation } from '../model/operation';
import { Protocol } from '../model/protocol';
import { RetryPolicy } from '../model/retry-policy';
import { durationText } from '../private/duration-text';
import { pathMatch } from './path-template';

/** Retries as a VirtualService writes them. @internal */
export interface RetriesSpec {
  readonly attempts: number;
  readonly retryOn?: string;
  readonly perTryTimeout?: string;
  readonly backoff?: string;
}

/** What a request must look like, by method and path. @internal */
export interface RequestMatch {
  readonly method?: { readonly exact: string } | { readonly regex: string };
  readonly uri?: { readonly exact: string } | { readonly regex: string };
}

/** Requests that are to be repeated alike. @internal */
export interface RetryVariant {
  /** Word for the name of the route; empty for all requests. */
  readonly name: string;
  /** Which requests; empty for all of them. */
  readonly matches: RequestMatch[];
  readonly retries: RetriesSpec;
}

const NEVER: RetriesSpec = { attempts: 0 };

/** Methods that RFC 9110, 9.2.2 calls idempotent. */
const IDEMPOTENT: RequestMatch = { method: { regex: 'DELETE|GET|HEAD|OPTIONS|PUT|TRACE' } };

/**
 * Envoy's retries do not look at the method, so requests that may be repeated have a route before the one for all others.
 *
 * @param restricted whether requests of no declared operation are to have no route at all
 */
export function retryVariants(policy: DependencyPolicy, protocol: Protocol, restricted: boolean): RetryVariant[] {
  const { retry, operations } = policy;
  const held = restricted ? operations ?? [] : [];
  if (!retry || retry.count === 0) return [{ name: '', matches: held.map(requestOf), retries: NEVER }];
  const retries = retriesOf(retry, protocol);
  if (repeatsAnything(retry, protocol) || operations?.every(({ retriable }) => retriable)) {
    return [{ name: '', matches: held.map(requestOf), retries }];
  }
  const others = { name: '', matches: held.filter(({ retriable }) => !retriable).map(requestOf), retries: NEVER };
  const matches = operations ? operations.filter(({ retriable }) => retriable).map(requestOf) : [IDEMPOTENT];
  return matches.length === 0 ? [others] : [{ name: 'retriable', matches, retries }, others];
}

/** No condition lets the service have processed the failed try; or it is gRPC, where the author of the dependency has to know. */
function repeatsAnything(retry: RetryPolicy, protocol: Protocol): boolean {
  return protocol.name === Protocol.GRPC.name || retry.conditions(false).every(condition => condition.safe);
}

function retriesOf(retry: RetryPolicy, protocol: Protocol): RetriesSpec {
  return {
    attempts: retry.count,
    retryOn: retry.conditions(protocol.name === Protocol.GRPC.name).map(condition => condition.name).join(','),
    ...retry.perTryTimeout === undefined ? {} : { perTryTimeout: durationText(retry.perTryTimeout) },
    backoff: durationText(retry.backoff),
  };
}

function requestOf({ method, path }: Operation): RequestMatch {
  return { method: { exact: method }, uri: pathMatch(path) };
}
