import { BackingService } from '../model/backing-service';
import { DependencyPolicy } from '../model/dependency-policy';
import { Operation } from '../model/operation';
import { isGrpc } from '../model/retry-conditions';
import { RetryPolicy } from '../model/retry-policy';
import { distinct } from '../private/distinct';
import { OperationPaths, pathOf } from './operation-paths';
import { parsePath } from './path-template';
import { ANY_REQUEST, RequestMatch } from './request-match';

/** Requests that are to be repeated alike. @internal */
export interface RetryVariant {
  /** Word for the name of the route; empty for all requests. */
  readonly name: string;
  /** Which requests: any of these. */
  readonly matches: RequestMatch[];
  /** How they are repeated; undefined for never. */
  readonly retry?: RetryPolicy;
}

/** Methods that RFC 9110, 9.2.2 calls idempotent. */
const IDEMPOTENT: RequestMatch = { methods: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PUT', 'TRACE'] };

/** A service, as far as it decides what may be repeated. @internal */
export type RepeatableService = Pick<BackingService, 'protocol' | 'contract' | 'idempotentMethods'>;

/**
 * A proxy's retries do not look at the method, so requests that may be repeated have a route before the one for all others.
 *
 * @param service its contract has all operations, among which the path of one may be among those that another's template means
 * @param restricted whether requests of no declared operation are to have no route at all
 */
export function retryVariants(policy: DependencyPolicy, service: RepeatableService, restricted: boolean): RetryVariant[] {
  return withoutRepeated(variantsOf(policy, service, restricted));
}

/** The first route that fits takes a request, so that the same match in a later one never acts. */
function withoutRepeated(variants: readonly RetryVariant[]): RetryVariant[] {
  const seen = new Set<string>();
  return variants.flatMap(variant => {
    const matches = variant.matches.filter(match => !seen.has(JSON.stringify(match)));
    for (const match of matches) seen.add(JSON.stringify(match));
    return matches.length === 0 && variant.matches.length > 0 ? [] : [{ ...variant, matches }];
  });
}

function variantsOf({ retry, operations }: DependencyPolicy, service: RepeatableService, restricted: boolean): RetryVariant[] {
  const held = (routed: (operation: Operation) => boolean) => restricted && operations ? operations.filter(routed).map(requestOf) : [ANY_REQUEST];
  const all = held(() => true);
  if (!retry || retry.count === 0) return [{ name: '', matches: all }];
  if (repeatsAnything(retry, service) || operations?.every(({ retriable }) => retriable)) return [{ name: '', matches: all, retry }];
  const others = { name: '', matches: held(({ retriable }) => !retriable) };
  if (!operations) return [...repeatable(service, retry), others];
  const repeated = operations.filter(({ retriable }) => retriable);
  if (repeated.length === 0) return [others];
  return [...once(repeated, restricted ? operations : [...operations, ...allOf(service)]), { name: 'retriable', matches: repeated.map(requestOf), retry }, others];
}

function allOf({ contract }: RepeatableService): readonly Operation[] {
  return contract?.operations ?? [];
}

/** What a path of the repeated operations means too, and must not be repeated: `/orders/refund` is among the paths of `/orders/{id}`. */
function once(repeated: readonly Operation[], operations: readonly Operation[]): RetryVariant[] {
  const known = new OperationPaths(operations.filter(({ retriable }) => !retriable));
  const among = distinct(repeated.flatMap(operation => known.meeting(operation)));
  return among.length === 0 ? [] : [{ name: 'once', matches: among.map(requestOf) }];
}

/** No condition lets the service have processed the failed try. */
function repeatsAnything(retry: RetryPolicy, service: RepeatableService): boolean {
  return retry.conditions(isGrpc(service)).every(condition => condition.safe);
}

/** What may be repeated though nobody names operations: by method, which every call of gRPC has in its path. */
function repeatable(service: RepeatableService, retry: RetryPolicy): RetryVariant[] {
  const matches = isGrpc(service) ? service.idempotentMethods.map(method => ({ path: parsePath(`/${method}`) })) : [IDEMPOTENT];
  return matches.length === 0 ? [] : [{ name: 'retriable', matches, retry }];
}

/** The requests of an operation. */
export function requestOf(operation: Operation): RequestMatch {
  return { methods: [operation.method], path: pathOf(operation) };
}
