import { guard } from '../private/boundary';
import { assertPort } from '../private/bounds';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { assertHeaderName } from '../private/header-name';
import { lockMembers } from '../private/lock-members';
import { assertMatchedText, assertNotEntered } from '../private/matched-text';
import { assertName, byCodePoint, NameRule, Names } from '../private/names';
import { assertQueryParameter } from '../private/query-parameter';
import { listed, quote, TopologyError } from '../private/topology-error';
import { HttpConditions, meetingOf } from './http-conditions';
import { StringMatch } from './string-match';
import { IWorkload } from './workload-interface';

/** Words that a mesh takes for parts of the request, and ignores among the headers. Source: istio, VirtualService, `HTTPMatchRequest.headers` */
const NO_HEADERS: ReadonlySet<string> = new Set(['authority', 'method', 'scheme', 'uri']);

/** RFC 9110, 9.1: methods are tokens, in upper and lower case. */
const METHOD: NameRule = { what: 'a method', pattern: /^[A-Z][A-Z-]*$/, longest: 64, allowed: 'upper-case letters, such as GET' };

/** What a mesh can look up: it splits at brackets. */
const CLAIM: NameRule = {
  what: 'a claim of a token', pattern: /^(?!(__proto__|constructor)$)[^\p{C}\s[\]]+$/u, longest: 256, allowed: 'at most 256 characters, no blank and no bracket, not "__proto__" and not "constructor"',
};

/** What a request must look like to take a route: all that it says. */
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
    const header = assertMatchable(assertHeaderName(name, path), path);
    assertNotEntered('the header', header, value, path);
    assertMatchedText(value, `the value of the header ${quote(header)}`, path);
    return HttpMatch.of({ headers: new Map([[header, StringMatch.exact(value)]]) });
  }

  /**
   * Requests that carry the header, with a value that matches: by its beginning, by an expression, or with any.
   *
   * @throws BST801 if `name` is not a header name, BST036 if it is `method`, `uri`, `scheme` or `authority`, which a mesh ignores, BST510 if the value
   * is a credential by the header's name
   */
  public static headerMatching(name: string, value: StringMatch): HttpMatch {
    const path = 'HttpMatch.headerMatching';
    const header = assertMatchable(assertHeaderName(name, path), path);
    if (value.type !== 'any') assertNotEntered('the header', header, value.text, path);
    return HttpMatch.of({ headers: new Map([[header, value]]) });
  }

  /**
   * Requests that do not carry the header.
   *
   * @throws BST801 if `name` is not a header name, BST036 if it is `method`, `uri`, `scheme` or `authority`, which a mesh ignores
   */
  public static withoutHeader(name: string): HttpMatch {
    const path = 'HttpMatch.withoutHeader';
    return HttpMatch.of({ absentHeaders: new Set([assertMatchable(assertHeaderName(name, path), path)]) });
  }

  /**
   * Requests to a path, without the query; where the service has a base path, such as `/v2` of `https://api.example.com/v2`, that is part of it. A prefix is one of
   * characters and not of segments: `/api` takes `/apiary` too.
   *
   * @throws BST045 if a text does not begin with "/" or has a query, or any is given
   */
  public static uri(uri: StringMatch): HttpMatch {
    return HttpMatch.of({ uri: assertUri(uri) });
  }

  /**
   * Requests of one of these methods.
   *
   * @throws BST801 if one is not the name of a method, BST045 if there is none
   */
  public static method(...methods: string[]): HttpMatch {
    const path = 'HttpMatch.method';
    for (const method of methods) assertName(METHOD, method, path);
    if (methods.length === 0) throw noRequest(path, 'no method is given, which no request has', 'name a method');
    return HttpMatch.of({ methods: [...new Set(methods)].sort(byCodePoint) });
  }

  /**
   * Requests whose query has the parameter, with a value that matches.
   *
   * @throws BST801 if `name` cannot be the name of a parameter, BST510 if the value is a credential by the parameter's name
   */
  public static query(name: string, value: StringMatch): HttpMatch {
    const path = 'HttpMatch.query';
    assertQueryParameter(name, path);
    if (value.type !== 'any') assertNotEntered('the parameter', name, value.text, path);
    return HttpMatch.of({ queryParams: new Map([[name, value]]) });
  }

  /**
   * Requests whose verified token has the claim, with a text that matches; of a list of texts, one of it; numbers and `true` match nothing. Only behind a gateway that verifies tokens, by `requires()`: in `matches` and `routes` of `exposes()`.
   * Source: https://istio.io/latest/docs/tasks/security/authentication/jwt-route/
   *
   * @param claim the claim's name, and where it is one of another the names on the way there: `['realm_access', 'roles']`
   * @throws BST801 if one cannot be the name of a claim, BST045 if there is none, BST510 if the value is a credential by the claim's name
   */
  public static tokenClaim(claim: string[], value: StringMatch): HttpMatch {
    const path = 'HttpMatch.tokenClaim';
    if (claim.length === 0) throw noRequest(path, 'no claim is named', 'name one');
    for (const name of claim) {
      assertName(CLAIM, name, path);
      if (value.type !== 'any') assertNotEntered('the claim', name, value.text, path);
    }
    return HttpMatch.of({ claims: new Map([[claim.map(name => `[${name}]`).join(''), value]]) });
  }

  /**
   * Requests that name this host: HTTP's `Host`, or `:authority`.
   *
   * @throws BST045 if any is given, which every request has
   */
  public static authority(authority: StringMatch): HttpMatch {
    if (authority.type === 'any') throw noRequest('HttpMatch.authority', 'every request names a host', 'leave it out');
    return HttpMatch.of({ authority });
  }

  /**
   * Requests to this port of the service.
   *
   * @throws BST007 if it is no port
   */
  public static port(port: number): HttpMatch {
    return HttpMatch.of({ port: assertPort(port, 'HttpMatch.port') });
  }

  /** Requests that this workload sends. */
  public static fromWorkload(workload: IWorkload): HttpMatch {
    return HttpMatch.of({ caller: workload });
  }

  /**
   * Requests from the pods of a namespace.
   *
   * @throws BST801 if it cannot be the name of one
   */
  public static fromNamespace(namespace: string): HttpMatch {
    return HttpMatch.of({ callerNamespace: assertName(Names.LABEL, namespace, 'HttpMatch.fromNamespace') });
  }

  /**
   * Requests that match each of these.
   *
   * @throws BST045 if no request can, or if it takes more than one condition to say of a header, a path or a parameter what both ask of it
   */
  public static all(...matches: HttpMatch[]): HttpMatch {
    const path = 'HttpMatch.all';
    if (matches.length === 0) throw noRequest(path, 'no condition is given, which every request meets', 'give one, or end the routes with HttpRoute.split()');
    return HttpMatch.of(matches.reduce((joined: HttpConditions, { _conditions: next }) => {
      const met = meetingOf(joined, next);
      if (met === undefined) throw noRequest(path, 'no request matches all of these', 'take the conditions apart that contradict each other, into a route each');
      if (met === 'unknown') throw noRequest(path, 'two expressions, an expression and a prefix, or two values of one claim are about one text', 'say it in one expression; ask for one value of a claim');
      return met;
    }, {}));
  }

  private static of(conditions: HttpConditions): HttpMatch {
    return new HttpMatch(conditions);
  }

  /** Methods, one of them, sorted; none if any will do. */
  public readonly methods: string[];
  /** Values of headers by the headers' names in lower case. */
  public readonly headers: Record<string, StringMatch>;
  /** Headers that are not there, sorted. */
  public readonly absentHeaders: string[];
  /** Values of parameters of the query by the parameters' names. */
  public readonly queryParams: Record<string, StringMatch>;
  /** Values of claims of a verified token by their names in brackets: `[realm_access][roles]`. */
  public readonly tokenClaims: Record<string, StringMatch>;

  private constructor(
    /** @internal */
    public readonly _conditions: HttpConditions,
  ) {
    const { methods = [], headers = new Map(), absentHeaders = new Set(), queryParams = new Map(), claims = new Map() } = _conditions;
    this.methods = frozenList(methods);
    this.headers = frozenMap(Object.fromEntries(headers));
    this.absentHeaders = frozenList([...absentHeaders].sort(byCodePoint));
    this.queryParams = frozenMap(Object.fromEntries(queryParams));
    this.tokenClaims = frozenMap(Object.fromEntries(claims));
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

function assertUri(uri: StringMatch): StringMatch {
  if (/[?#]/.test(uri.type === 'regex' ? '' : uri.text)) throw noRequest('HttpMatch.uri', 'a path with "?" or "#" in it (not repeated here): what stands behind them is no part of a path', 'match it by HttpMatch.query()');
  if (uri.type === 'regex' || uri.type !== 'any' && uri.text.startsWith('/')) return uri;
  throw noRequest('HttpMatch.uri', `a path that is ${uri.type === 'any' ? 'any' : quote(uri.text)}: each path begins with "/"`, 'begin it with "/"');
}

function noRequest(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST045', path, problem, fix });
}
