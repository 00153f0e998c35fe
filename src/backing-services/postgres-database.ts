import { CredentialPart } from '../model/credential-part';
import { assertNoUrl } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';

/** NAMEDATALEN of PostgreSQL is 64 bytes; longer names are cut silently. */
const DATABASE: NameRule = {
  what: 'a database',
  pattern: /^[^\p{Cc}\p{Cs}]+$/u,
  longest: 63,
  allowed: '1 to 63 characters, none a control character and none invisible',
};

/** The name of a database as a part of what consumers enter with. Throws BST801 if it cannot be one, BST511 if a URL stands in its place. */
export function databasePart(database: string, path: string): CredentialPart {
  return CredentialPart._literal(assertName(DATABASE, assertNoUrl(database, path), path));
}
