import { frozenList } from './frozen-copy';
import { assertName, byCodePoint, NameRule } from './names';
import { pathFlaw } from './request-path';
import { quote, TopologyError } from './topology-error';

/** RFC 9110 compares methods with their case; what is registered is in capitals. */
const METHOD: NameRule = {
  what: 'an HTTP method', pattern: /^[A-Z]+(-[A-Z]+)*$/, longest: 32, allowed: 'capital letters and "-" between them, such as GET, at most 32 characters',
};
/** With "*." before a name for all that end so, and a port behind it or ":*". Source: Operation.hosts of AuthorizationPolicy */
const HOST: NameRule = {
  what: 'a host of requests', pattern: /^(\*|(\*\.)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?)(:(\*|\d{1,5}))?$/, longest: 259,
  allowed: 'a lower-case DNS name, with "*." in front for all names that end so, and a port or "*" behind ":" if requests carry one',
};
const OPERATOR = /\{\*{1,2}\}/;
const OPERATORS = /\{\*{1,2}\}/g;
/** What may stand beside an operator, and how long all may be. Source: Envoy, `uri_template_internal.cc` (kLiteral), `uri_template_match.proto` */
const LITERAL = /^[-a-zA-Z0-9._~%!$&'()+,;:@=]*$/;
const LONGEST_TEMPLATE = 256;

/** Throws BST801 unless every text is a method, BST542 if there is none; sorted, each once. */
export function assertMethodNames(methods: readonly string[] | undefined, path: string, what = 'methods'): string[] | undefined {
  return alternatives(what, methods, path, method => { assertName(METHOD, method, path); });
}

/** Throws BST801 unless every text is a host, BST542 if there is none; sorted, each once. */
export function assertHostPatterns(hosts: readonly string[] | undefined, path: string, what = 'hosts'): string[] | undefined {
  return alternatives(what, hosts, path, host => { assertName(HOST, host, path); });
}

/** Throws BST801 unless every text is a path, its beginning, its end or a template, as a request can have it; BST542 if there is none. Sorted, each once. */
export function assertPathPatterns(paths: readonly string[] | undefined, path: string, what = 'paths'): string[] | undefined {
  return alternatives(what, paths, path, pattern => {
    const flaw = flawOf(pattern);
    if (flaw === undefined) return;
    throw new TopologyError({
      code: 'BST801',
      path,
      problem: `${quote(pattern)} cannot be the path of requests: it ${flaw}; allowed is a path, one that ends in "*" for all that begins so, one that begins with "*" for all `
        + 'that ends so, or one with {*} for a segment and {**} at last for any number of them',
      fix: 'give the path as it is sent',
    });
  });
}

/** Sorted, each once; throws BST542 if there are none: a mesh would take that for "any". */
export function alternatives(what: string, given: readonly string[] | undefined, path: string, assert: (text: string) => void): string[] | undefined {
  if (given === undefined) return undefined;
  if (given.length === 0) {
    throw new TopologyError({
      code: 'BST542', path, problem: `no ${what} are given, which a mesh takes for any: allowed is at least one`, fix: `name the ${what}, or leave the option out for any`,
    });
  }
  given.forEach(assert);
  return frozenList([...new Set(given)].sort(byCodePoint));
}

function flawOf(pattern: string): string | undefined {
  if (pattern === '*') return undefined;
  if (OPERATOR.test(pattern)) return templateFlaw(pattern);
  const exact = pattern.replace(/^\*|\*$/, '');
  if (exact.includes('*')) return 'has a "*" that is neither first nor last, or both';
  if (/[{}]/.test(exact)) return 'has a brace that belongs to no {*} and no {**}';
  const filled = pattern.startsWith('*') && !exact.startsWith('/') ? `/${exact}` : exact;
  return pathFlaw(filled);
}

function templateFlaw(pattern: string): string | undefined {
  const operators = pattern.match(OPERATORS)!;
  if (operators.slice(0, -1).includes('{**}')) return 'has another operator behind {**}';
  if (pattern.length > LONGEST_TEMPLATE) return `is longer than ${LONGEST_TEMPLATE} characters`;
  const odd = pattern.split('/').find(segment => !/^\{\*{1,2}\}$/.test(segment) && !LITERAL.test(segment));
  if (odd !== undefined) return `has the segment ${quote(odd)} beside an operator, which proxies refuse`;
  return pathFlaw(pattern.replace(OPERATORS, 'x'));
}
