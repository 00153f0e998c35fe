import { Credential } from '../model/credential';
import { listed, quote, TopologyError } from '../private/topology-error';

/** What PostgreSQL is entered with: user and password, user and certificate, or a whole URL. */
export const ENTERS_POSTGRES = [['username', 'password'], ['username', 'client-certificate', 'private-key'], ['uri']];

/** What Redis is entered with: a password, or a whole URL. */
export const ENTERS_REDIS = [['password'], ['uri']];

/** Throws BST017 unless the credential has all parts of one of the sets that a kind can be entered with; returns the credential. */
export function assertParts(credential: Credential, sets: readonly (readonly string[])[], path: string): Credential {
  if (sets.some(set => set.every(part => credential.has(part)))) return credential;
  throw new TopologyError({
    code: 'BST017',
    path,
    problem: `the credential has ${listed(Object.keys(credential.parts))}: due is ${sets.map(set => set.map(quote).join(' and ')).join(', or ')}`,
    fix: 'name the missing parts, such as vault.secret(entry, { username: "user", password: "pass" })',
  });
}
