const PARAMETER = /^\{[^{}/]+\}$/;

/** What Envoy takes as a literal beside `{*}`; it rejects the whole listener for anything else. Source: Envoy, `uri_template_internal.cc`, kLiteral */
const LITERAL = /^[-a-zA-Z0-9._~%!$&'()+,;:@]+$/;

/**
 * An OpenAPI path as Istio's path template: `/users/{userId}` becomes `/users/{*}`, where `{*}` is exactly one segment.
 * Undefined if a parameter fills only a part of its segment, or a literal beside it is one that Envoy refuses: a template cannot
 * express these, and a wider one would open too much.
 * Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation
 */
export function pathTemplate(path: string): string | undefined {
  if (!/[{}*]/.test(path)) return path;
  const segments = path.split('/').map(segment => PARAMETER.test(segment) ? '{*}' : segment);
  const literals = segments.filter((segment, position) => segment !== '{*}' && !(segment === '' && [0, segments.length - 1].includes(position)));
  return literals.every(segment => LITERAL.test(segment)) ? segments.join('/') : undefined;
}

/** An OpenAPI path as a StringMatch of a VirtualService: exact without parameters, an RE2 expression with them. */
export function pathMatch(path: string): { readonly exact: string } | { readonly regex: string } {
  if (!path.includes('{')) return { exact: path };
  const parts = path.split(/\{[^{}/]+\}/).map(literal => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return { regex: parts.join('[^/]+') };
}
