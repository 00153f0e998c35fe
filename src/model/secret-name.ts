import { assertNoCredential } from '../private/literal-secret';
import { assertName, Names } from '../private/names';

/** Throws BST801 unless a Secret can be called so, BST510 or BST511 if it is a credential itself; returns the name. */
export function assertSecretName(secret: string, path: string): string {
  return assertName(Names.SUBDOMAIN, assertNoCredential(secret, path), path);
}
