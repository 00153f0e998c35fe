import { Manifest } from '../harness/manifests';
import { isWithin } from './address-ranges';
import { Asked } from './asked';
import { assertKnown, Cluster, KnownPod, selects } from './cluster';

interface Operation {
  readonly ports?: readonly string[];
  readonly methods?: readonly string[];
  readonly paths?: readonly string[];
  readonly notPaths?: readonly string[];
}

interface Source {
  readonly principals?: readonly string[];
  readonly notPrincipals?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly ipBlocks?: readonly string[];
}

interface Rule {
  readonly from?: readonly { readonly source: Source }[];
  readonly to?: readonly { readonly operation: Operation }[];
}

/** What the sidecar of a pod does with what arrives at a port of the pod. */
export type Guarding = 'let in' | 'denied' | 'refused without mutual TLS';

/**
 * Sources: https://istio.io/latest/docs/concepts/security/#authorization-policies (a DENY that matches denies; with any ALLOW, one has to match),
 * https://istio.io/latest/docs/reference/config/security/peer_authentication/ (workload before namespace before mesh; portLevelMtls by ports of the pods)
 *
 * @param isHttp whether the port speaks HTTP: on others, attributes of requests match nothing
 */
export function guarding(cluster: Cluster, pod: KnownPod, port: number, { asked, isHttp }: { readonly asked: Asked;
  readonly isHttp: boolean; }): Guarding {
  if (asked.caller.principal === undefined && isStrict(cluster, pod, port)) return 'refused without mutual TLS';
  const policies = cluster.ofKind('AuthorizationPolicy').filter(policy => isAbout(policy, pod));
  const ruled = policies.map(({ spec }) => {
    assertKnown('AuthorizationPolicy', spec, ['selector', 'action', 'rules']);
    return { action: spec.action ?? 'ALLOW', matched: ((spec.rules ?? []) as Rule[]).some(rule => applies(rule, port, asked, isHttp)) };
  });
  if (ruled.some(({ action, matched }) => action === 'DENY' && matched)) return 'denied';
  const allowing = ruled.filter(({ action }) => action === 'ALLOW');
  return allowing.length === 0 || allowing.some(({ matched }) => matched) ? 'let in' : 'denied';
}

function isAbout({ metadata: { namespace }, spec }: Manifest, pod: KnownPod): boolean {
  return (namespace === pod.namespace || namespace === 'istio-system') && selects(spec.selector?.matchLabels ?? {}, pod.labels);
}

function isStrict(cluster: Cluster, pod: KnownPod, port: number): boolean {
  return cluster.ofKind('PeerAuthentication').filter(policy => isAbout(policy, pod)).some(({ spec }) => {
    assertKnown('PeerAuthentication', spec, ['selector', 'mtls', 'portLevelMtls']);
    return (spec.portLevelMtls?.[port] ?? spec.mtls).mode === 'STRICT';
  });
}

function applies({ from, to, ...others }: Rule, port: number, { caller, method, path = '' }: Asked, isHttp: boolean): boolean {
  assertKnown('Rule', others, []);
  const isFrom = from === undefined || from.some(({ source }) => {
    assertKnown('Source', source, ['principals', 'notPrincipals', 'namespaces', 'ipBlocks']);
    const { principals, notPrincipals = [], namespaces, ipBlocks } = source;
    return isOneOf(principals, caller.principal) && isOneOf(namespaces, caller.principal && caller.namespace)
      && !isOneOf(notPrincipals, caller.principal) && (ipBlocks === undefined || caller.address !== undefined && isWithin(caller.address, ipBlocks));
  });
  return isFrom && (to === undefined || to.some(({ operation }) => {
    assertKnown('Operation', operation, ['ports', 'methods', 'paths', 'notPaths']);
    const { ports, methods, paths, notPaths } = operation;
    const ofRequests = methods !== undefined || paths !== undefined || notPaths !== undefined;
    return (ports?.includes(String(port)) ?? true) && !(ofRequests && !isHttp)
      && (methods?.some(pattern => matchesText(pattern, method ?? '')) ?? true)
      && (paths?.some(pattern => matchesPath(pattern, path.split('?')[0])) ?? true)
      && !(notPaths?.some(pattern => matchesPath(pattern, path.split('?')[0])) ?? false);
  }));
}

/** Whether one of the patterns, if there are any, fits what mutual TLS tells of the caller. */
function isOneOf(patterns: readonly string[] | undefined, text: string | undefined): boolean {
  return patterns === undefined || text !== undefined && patterns.some(pattern => matchesText(pattern, text));
}

/** Exact, a prefix before "*", a suffix behind it, or "*" for anything that is there. */
function matchesText(pattern: string, text: string): boolean {
  if (pattern === '*') return text !== '';
  if (pattern.endsWith('*')) return text.startsWith(pattern.slice(0, -1));
  return pattern.startsWith('*') ? text.endsWith(pattern.slice(1)) : pattern === text;
}

/** With templates: `{*}` is a segment that is not empty, `{**}` any number of them. Source: Operation.paths of AuthorizationPolicy; Envoy, uri_template. */
function matchesPath(pattern: string, path: string): boolean {
  if (!/\{\*{1,2}\}/.test(pattern)) return matchesText(pattern, path);
  const expression = pattern.split(/(\{\*{1,2}\})/).map(part => (part === '{*}' ? '[^/]+' : part === '{**}' ? '.*'
    : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))).join('');
  return new RegExp(`^${expression}$`).test(path);
}
