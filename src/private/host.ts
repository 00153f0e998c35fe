import { assertNoUserinfo } from './literal-secret';
import { assertName, NameRule, Names } from './names';

/** Words, with a scheme, a port or a path at most: behind another colon, or among other signs, a password may stand. */
const HOST: NameRule = { ...Names.HOST, shown: /^([a-z_]+:\/\/)?([\w.*/ -]*|\[[\da-f:]*\])(:\d{1,5})?\/?$/i };

/** Throws BST511, without repeating it, if credentials stand in the host, and BST801 unless it is one; returns the host. */
export function assertHost(host: string, path: string): string {
  return assertName(HOST, assertNoUserinfo(host, path), path);
}
