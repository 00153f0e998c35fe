import { isLiteral, isParameter, PathTemplate } from '../traffic/path-template';

/** What Envoy takes as a literal beside `{*}`; it rejects the whole listener for anything else. Source: Envoy, `uri_template_internal.cc`, kLiteral */
const LITERAL = /^[-a-zA-Z0-9._~%!$&'()+,;:@=]+$/;
/** Of a template in which `{*}` is `*`, as Envoy has it. Source: Envoy, `uri_template_match.proto` */
const LONGEST_TEMPLATE = 256;
/** Source: istio, pkg/config/validation, validateStringMatchRegexp */
const LONGEST_EXPRESSION = 1024;

/**
 * A path as Istio's path template: `/users/{userId}` becomes `/users/{*}`, where `{*}` is exactly one segment.
 * Undefined if a parameter fills only a part of its segment, a literal beside it is one that Envoy refuses, or all is longer than it takes: a template cannot
 * express these, and a wider one would open too much.
 * Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation
 */
export function pathTemplate(path: PathTemplate): string | undefined {
  const exact = exactPath(path);
  if (exact !== undefined && !/[{}*]/.test(exact)) return exact;
  const last = path.length - 1;
  const expressible = path.every((segment, position) => isParameter(segment)
    || isLiteral(segment) && (LITERAL.test(segment[0]) || segment[0] === '' && [0, last].includes(position)));
  const template = path.map(segment => isParameter(segment) ? '*' : segment[0]).join('/');
  return expressible && template.length <= LONGEST_TEMPLATE ? path.map(segment => isParameter(segment) ? '{*}' : segment[0]).join('/') : undefined;
}

/** A path as a StringMatch of a VirtualService: exact without parameters, an RE2 expression with them; undefined if that is longer than Istio takes. */
export function pathMatch(path: PathTemplate): { readonly exact: string } | { readonly regex: string } | undefined {
  const exact = exactPath(path);
  if (exact !== undefined) return { exact };
  const regex = path.map(segment => segment.map(escaped).join('[^/]+')).join('/');
  return regex.length <= LONGEST_EXPRESSION ? { regex } : undefined;
}

function exactPath(path: PathTemplate): string | undefined {
  return path.every(isLiteral) ? path.map(([literal]) => literal).join('/') : undefined;
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
