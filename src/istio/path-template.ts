const PARAMETER = /^\{[^{}/]+\}$/;

/**
 * An OpenAPI path as Istio's path template: `/users/{userId}` becomes `/users/{*}`, where `{*}` is exactly one segment.
 * Undefined if a parameter fills only a part of its segment, which a template cannot express and a wider one would open too much.
 * Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation
 */
export function pathTemplate(path: string): string | undefined {
  const segments = path.split('/').map(segment => PARAMETER.test(segment) ? '{*}' : segment);
  return segments.some(segment => segment !== '{*}' && /[{}*]/.test(segment)) ? undefined : segments.join('/');
}

/** An OpenAPI path as a StringMatch of a VirtualService: exact without parameters, an RE2 expression with them. */
export function pathMatch(path: string): { readonly exact: string } | { readonly regex: string } {
  if (!path.includes('{')) return { exact: path };
  const parts = path.split(/\{[^{}/]+\}/).map(literal => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return { regex: parts.join('[^/]+') };
}
