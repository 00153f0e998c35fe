import { createHash } from 'node:crypto';
import { BASE_DN } from './declaration';

/**
 * The distinguished name of a user, as RFC 4514 (2.4) writes it. To a directory, names that differ in case or in blanks alone are one; a second part keeps
 * those apart.
 */
export function bindDn(username: string): string {
  const escaped = username.replace(/["+,;<>\\=#]/g, '\\$&').replace(/^ | $/g, '\\ ');
  return `cn=${escaped}+uid=${uidOf(username)},${BASE_DN}`;
}

/** What tells a user from one whose name a directory takes for the same. */
export function uidOf(username: string): string {
  return createHash('sha256').update(username).digest('hex');
}
