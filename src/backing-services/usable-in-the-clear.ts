import { Credential } from '../model/credential';
import { listed, TopologyError } from '../private/topology-error';

/** Throws BST017 for what a handshake takes, which is of no use to a client that makes none; the fix says how the client would make one. */
export function assertUsableInTheClear(credential: Credential, path: string, fix: string): Credential {
  const unusable = ['ca', 'client-certificate', 'private-key'].filter(part => credential.has(part));
  if (unusable.length === 0) return credential;
  throw new TopologyError({
    code: 'BST017',
    path,
    problem: `the credential has ${listed(unusable)}, and the client starts no TLS: it would not use that`,
    fix: `${fix}, or leave these parts out`,
  });
}
