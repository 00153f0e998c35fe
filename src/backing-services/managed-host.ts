import { assertNoUrl, assertNoUserinfo } from '../private/literal-secret';
import { assertName, NameRule, Names } from '../private/names';

/** What the host of a managed service looks like. @internal */
export interface ManagedHost {
  /** Words for it: `the primary endpoint of ElastiCache`. */
  readonly what: string;
  readonly pattern: RegExp;
  /** An example, or several. */
  readonly like: string;
}

/** Words with dots between them; behind anything else a password may stand. */
const SHOWN = /^[\w.-]*$/;

/** Throws BST801 unless the host has the form that the service gives its own, BST511 if credentials stand in it; returns the host. */
export function assertManagedHost(host: string, { what, pattern, like }: ManagedHost, path: string): string {
  const rule: NameRule = { what, pattern, longest: Names.HOST.longest, allowed: `${like}, in lower case, without scheme and port`, shown: SHOWN };
  return assertName(rule, assertNoUrl(assertNoUserinfo(host, path), path), path, 'give the host as the service states it, or declare any other host with the external provider of its kind');
}
