import { assertNoUserinfo } from './literal-secret';
import { assertName, Names } from './names';

/** Throws BST511, without repeating it, if credentials stand in the host, and BST801 unless it is one; returns the host. */
export function assertHost(host: string, path: string): string {
  return assertName(Names.HOST, assertNoUserinfo(host, path), path);
}
