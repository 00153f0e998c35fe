import { assertNoUrl } from '../private/literal-secret';
import { survivesYaml } from '../private/manifest-text';
import { quote, TopologyError } from '../private/topology-error';

/** A character of a value that means nothing else, or one behind a backslash. */
const ESCAPED = String.raw`\\(?:[ "#+,;<=>\\]|[\da-f]{2})`;
const LEAD = String.raw`(?:[^\0 "#+,;<>\\]|${ESCAPED})`;
const INNER = String.raw`(?:[^\0"+,;<>\\]|${ESCAPED})`;
const TRAIL = String.raw`(?:[^\0 "+,;<>\\]|${ESCAPED})`;
const VALUE = String.raw`(?:#(?:[\da-f]{2})+|${LEAD}(?:${INNER}*${TRAIL})?)`;
const TYPE = String.raw`(?:[a-z][a-z\d-]*|\d+(?:\.\d+)+)`;
const NAME_PART = String.raw`${TYPE}=${VALUE}(?:\+${TYPE}=${VALUE})*`;
/** Source: RFC 4514, 3. */
const DISTINGUISHED_NAME = new RegExp(`^${NAME_PART}(?:,${NAME_PART})*$`, 'i');
const LONGEST = 1024;

/** A distinguished name, as RFC 4514 writes it. Throws BST801 if it is none, BST511 if a URL stands in its place. */
export function assertDistinguishedName(name: string, path: string): string {
  assertNoUrl(name, path);
  if (name.length <= LONGEST && DISTINGUISHED_NAME.test(name) && survivesYaml(name)) return name;
  throw new TopologyError({
    code: 'BST801',
    path,
    problem: `${quote(name)} cannot be a distinguished name: allowed is one as RFC 4514 writes it, such as "dc=example,dc=com", without spaces around "=" and ",", at most ${LONGEST} characters`,
    fix: 'write each part as type=value, with a backslash before a "," or "+" in a value',
  });
}
