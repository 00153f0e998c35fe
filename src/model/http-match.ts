import { guard } from '../private/boundary';
import { assertHeaderName } from '../private/header-name';
import { assertNoCredential, namesSecret, writtenSecret } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { survivesYaml } from '../private/manifest-text';
import { listed, quote, TopologyError } from '../private/topology-error';

const LONGEST_VALUE = 1024;

/** Their values are credentials and nothing else. Source: https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2 */
const CREDENTIALS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization']);
/** Words that a mesh takes for parts of the request, and ignores among the headers. Source: istio, VirtualService, `HTTPMatchRequest.headers` */
const NO_HEADERS: ReadonlySet<string> = new Set(['authority', 'method', 'scheme', 'uri']);
const BEARER = /\bbearer\s+\S/i;

/** What a request must look like to take a route. */
export class HttpMatch {
  /**
   * Requests that carry the header with exactly this value, which is no secret: routes are committed and reviewed.
   *
   * @throws BST801 if `name` is not a header name, BST036 if it is `method`, `uri`, `scheme` or `authority`, which a mesh ignores, BST510 if the value
   * is a credential by the header's name or by its looks, BST024 if `value` is empty, above 1024 characters, holds control characters or begins or
   * ends with a blank
   */
  public static header(name: string, value: string): HttpMatch {
    const path = 'HttpMatch.header';
    const headerName = assertMatchable(assertHeaderName(name, path), path);
    assertNotEntered(headerName, value, path);
    if (typeof value !== 'string' || value === '' || value.length > LONGEST_VALUE || !survivesYaml(value) || /^ | $/.test(value)) {
      throw new TopologyError({
        code: 'BST024',
        path,
        problem: `the value of the header ${quote(headerName)} (not repeated here): allowed are 1 to ${LONGEST_VALUE} characters, none a control character and none invisible, no blank at either end, and no octal number like 0o14`,
        fix: 'match on a value that a client can send',
      });
    }
    return new HttpMatch(headerName, value);
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

/** Throws BST036 for a word that would match nothing, or everything; returns the name. */
function assertMatchable(headerName: string, path: string): string {
  if (!NO_HEADERS.has(headerName)) return headerName;
  throw new TopologyError({
    code: 'BST036',
    path,
    problem: `a route cannot match on a header ${quote(headerName)}: a mesh ignores that, so every request would match; allowed is any name but ${listed(NO_HEADERS)}`,
    fix: 'match on a header of your own',
  });
}

/** Throws BST510 if the value lets somebody in: by the header's name, by the scheme in front, or by what issuers mark. */
function assertNotEntered(headerName: string, value: string, path: string): void {
  if (typeof value !== 'string') return;
  if (CREDENTIALS.has(headerName) || namesSecret(headerName) || BEARER.test(value)) throw writtenSecret('the header', headerName, path);
  for (const word of value.split(/[\s=&;,'"]+/)) assertNoCredential(word, path);
}
