import { Dependency } from '../model/dependency';
import { DependencyPolicy } from '../model/dependency-policy';
import { WorkloadStanding } from '../model/workload-standing';
import { distinct } from '../private/distinct';
import { durationText } from '../private/duration-text';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { shortened } from '../private/shortened';
import { ANY_REQUEST, RequestMatch } from './request-match';
import { RoutedHost } from './routed-host';

/** Requests that are to be treated alike, because of who sends them. @internal */
export interface CallerGroup {
  /** Words for the names of their routes; empty for everybody. */
  readonly name: string;
  /** Which requests: any of these. */
  readonly requests: readonly RequestMatch[];
  /** What they declared; empty for those that declared nothing. */
  readonly policy: DependencyPolicy;
}

/**
 * Whether the routes have to hold callers to the operations that they named. A workload of ours is guarded where its requests
 * arrive; nothing of ours stands before a third party, so that what is not declared must have no route.
 */
export function isRestricted({ service, callers }: Pick<RoutedHost, 'service' | 'callers'>): boolean {
  return service.locator.isExternal && callers.some(caller => caller.policy.operations !== undefined);
}

/**
 * Callers by what they declared of single requests, but gateways, which take no routes of the mesh. If all agree, and nobody else gets in, there is one group, for
 * everybody. Else each group has its own routes, by the callers' labels; those for everybody else come last, without a timeout and without retries, or are left out of
 * a restricted host.
 */
export function callerGroupsOf(host: RoutedHost): CallerGroup[] {
  const restricted = isRestricted(host);
  const everybody = { name: '', requests: [ANY_REQUEST] };
  const callers = host.callers.filter(({ source }) => source.standing !== WorkloadStanding.GATEWAY);
  if (restricted && callers.length === 0) return [];
  const groups = grouped(callers, ({ policy }) => requestPolicyKey(policy, restricted));
  const silent = requestPolicyKey({}, restricted);
  const isOne = groups.size < 2 && (groups.has(silent) || !mayBeCalledByOthers({ ...host, callers }));
  if (isOne) return [{ ...everybody, policy: callers[0]?.policy ?? {} }];
  const named = [...groups].filter(([key]) => restricted || key !== silent).map(([, members]) => (
    { name: nameOf(members), requests: members.map(({ source }) => ({ caller: source })), policy: members[0].policy }));
  return restricted ? named : [...named, { ...everybody, policy: {} }];
}

/** A workload that is not guarded yet lets in callers that have declared nothing, who are not to be held to what others said. */
function mayBeCalledByOthers({ service, callers }: RoutedHost): boolean {
  return callers.length > 0 && service.locator.workload?.standing === WorkloadStanding.MIGRATING;
}

/** As long as the longest name of one caller. */
const LONGEST = 63;

/**
 * The names of its callers and of nobody else, so that no new caller renames the routes of others; shortened with a hash of all of them where they are
 * many. No name of a workload has a dot.
 */
function nameOf(callers: readonly Dependency[]): string {
  return shortened(distinct(callers.map(({ source }) => source.name)).sort(byCodePoint).join('.'), LONGEST);
}

function requestPolicyKey({ timeout, retry, operations }: DependencyPolicy, restricted: boolean): string {
  const repeated = retry && retry.count > 0 ? retry : undefined;
  return JSON.stringify([
    timeout && durationText(timeout),
    repeated && [
      repeated.count, repeated.perTryTimeout && durationText(repeated.perTryTimeout), repeated.on?.map(condition => condition.name),
      durationText(repeated.backoff),
    ],
    repeated || restricted ? operations?.map(({ method, path, retriable }) => [method, path, retriable]) : undefined,
  ]);
}
