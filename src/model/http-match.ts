import { guard } from '../private/boundary';
import { assertHeaderName } from '../private/header-name';
import { lockMembers } from '../private/lock-members';
import { survivesYaml } from '../private/manifest-text';
import { quote, TopologyError } from '../private/topology-error';

const LONGEST_VALUE = 1024;

/** What a request must look like to take a route. */
export class HttpMatch {
  /**
   * Requests that carry the header with exactly this value.
   *
   * @throws BST801 if `name` is not a header name, BST024 if `value` is empty, above 1024 characters or holds control characters
   */
  public static header(name: string, value: string): HttpMatch {
    const path = 'HttpMatch.header';
    if (typeof value !== 'string' || value === '' || value.length > LONGEST_VALUE || !survivesYaml(value)) {
      throw new TopologyError({
        code: 'BST024',
        path,
        problem: `header value ${quote(value)}: allowed are 1 to ${LONGEST_VALUE} characters, none a control character and none invisible, and no octal number like 0o14`,
        fix: 'match on a value that a client can send',
      });
    }
    return new HttpMatch(assertHeaderName(name, path), value);
  }

  private constructor(
    /** Header name in lower case. */
    public readonly headerName: string,
    /** The header's exact value. */
    public readonly headerValue: string,
  ) {
    lockMembers(this);
  }
}

guard('HttpMatch', HttpMatch);
