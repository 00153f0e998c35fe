import { isWithin } from './address-ranges';
import { Asked } from './asked';
import { assertKnown } from './cluster';

type Words = readonly string[];

interface Operation {
  readonly hosts?: Words;
  readonly notHosts?: Words;
  readonly ports?: Words;
  readonly notPorts?: Words;
  readonly methods?: Words;
  readonly notMethods?: Words;
  readonly paths?: Words;
  readonly notPaths?: Words;
}

interface Source {
  readonly principals?: Words;
  readonly notPrincipals?: Words;
  readonly namespaces?: Words;
  readonly notNamespaces?: Words;
  readonly ipBlocks?: Words;
  readonly notIpBlocks?: Words;
  readonly remoteIpBlocks?: Words;
  readonly notRemoteIpBlocks?: Words;
  readonly requestPrincipals?: Words;
  readonly notRequestPrincipals?: Words;
}

interface Condition {
  readonly key: string;
  readonly values?: Words;
  readonly notValues?: Words;
}

/** A rule of an AuthorizationPolicy. */
export interface Rule {
  readonly from?: readonly { readonly source: Source }[];
  readonly to?: readonly { readonly operation: Operation }[];
  readonly when?: readonly Condition[];
}

/** What arrives at a port of a pod. */
export interface Arriving {
  readonly asked: Asked;
  readonly port: number;
  /** Whether the port speaks HTTP. */
  readonly isHttp: boolean;
  /** Whether a node's proxy judges, which reads no proxy protocol and no header. */
  readonly isAtNode?: boolean;
  /** Whether the policy lets in: what cannot be known of a connection leaves out its rule; in all others it is left out of the rule. */
  readonly allows: boolean;
}

/** One attribute: whether it fits a text, or is only known of requests and so unknown here. */
type Fits = (pattern: string) => boolean;
interface Attribute {
  readonly ofRequests: boolean;
  readonly fits: Fits;
}

/**
 * Whether a rule is about what arrives. On a port that speaks no HTTP an ALLOW rule with an attribute of requests is ignored; of all others that attribute is.
 * Source: istio, pilot/pkg/security/authz/model (Model.Generate, checkError)
 */
export function applies({ from, to, when = [], ...others }: Rule, arriving: Arriving): boolean {
  assertKnown('Rule', others, []);
  return (from?.some(({ source }) => isFrom(source, arriving)) ?? true) && (to?.some(({ operation }) => isTo(operation, arriving)) ?? true)
    && when.every(({ key, values, notValues }) => holds(attributeOf(key, arriving), values, notValues, arriving));
}

function isFrom(source: Source, arriving: Arriving): boolean {
  const {
    principals, notPrincipals, namespaces, notNamespaces, ipBlocks, notIpBlocks, remoteIpBlocks, notRemoteIpBlocks,
    requestPrincipals, notRequestPrincipals, ...others
  } = source;
  assertKnown('Source', others, []);
  const is = (key: string, values?: Words, notValues?: Words) => holds(attributeOf(key, arriving), values, notValues, arriving);
  return is('source.principal', principals, notPrincipals) && is('source.namespace', namespaces, notNamespaces) && is('source.ip', ipBlocks, notIpBlocks)
    && is('remote.ip', remoteIpBlocks, notRemoteIpBlocks) && is('request.auth.principal', requestPrincipals, notRequestPrincipals);
}

function isTo(operation: Operation, arriving: Arriving): boolean {
  const { hosts, notHosts, ports, notPorts, methods, notMethods, paths, notPaths, ...others } = operation;
  assertKnown('Operation', others, []);
  const { method = '', path = '', host } = arriving.asked;
  const ofRequests = (fits: Fits): Attribute => ({ ofRequests: true, fits });
  return holds(attributeOf('destination.port', arriving), ports, notPorts, arriving) && holds(ofRequests(pattern => matchesText(pattern, method)), methods, notMethods, arriving)
    && holds(ofRequests(pattern => matchesPath(pattern, path.split('?')[0])), paths, notPaths, arriving)
    && holds(ofRequests(pattern => matchesText(pattern.toLowerCase(), host.toLowerCase())), hosts, notHosts, arriving);
}

function holds({ ofRequests, fits }: Attribute, values: Words | undefined, notValues: Words | undefined, { isHttp, allows }: Arriving): boolean {
  if (values === undefined && notValues === undefined) return true;
  if (ofRequests && !isHttp) return !allows;
  return (values?.some(fits) ?? true) && !(notValues?.some(fits) ?? false);
}

/**
 * Sources: https://istio.io/latest/docs/reference/config/security/conditions/;
 * https://istio.io/latest/docs/ambient/usage/l4-policy/, which names what proxies of nodes can judge
 */
function attributeOf(key: string, { asked, port, isHttp, isAtNode = false }: Arriving): Attribute {
  const { caller, headers = {}, token, forwardedFor } = asked;
  const header = /^request\.headers\[(.+)\]$/.exec(key);
  if (header) return { ofRequests: true, fits: pattern => isText(pattern, headers[header[1].toLowerCase()]) };
  const claim = /^request\.auth\.claims\[([^\]]+)\]$/.exec(key);
  if (claim) return { ofRequests: true, fits: pattern => (token?.claims?.[claim[1]] ?? []).some(text => matchesText(pattern, text)) };
  switch (key) {
    case 'source.principal': return { ofRequests: false, fits: pattern => isText(pattern, caller.principal) };
    case 'source.namespace': return { ofRequests: false, fits: pattern => isText(pattern, caller.principal && caller.namespace) };
    case 'source.ip': return { ofRequests: false, fits: range => isIn(range, caller.address) };
    case 'remote.ip': return { ofRequests: isAtNode, fits: range => isIn(range, isHttp ? forwardedFor ?? caller.address : caller.address) };
    case 'destination.port': return { ofRequests: false, fits: pattern => pattern === String(port) };
    case 'request.auth.principal': return { ofRequests: true, fits: pattern => isText(pattern, token && `${token.issuer}/${token.subject}`) };
    default: throw new Error(`the evaluation knows no condition on ${key}`);
  }
}

function isText(pattern: string, text: string | undefined): boolean {
  return text !== undefined && matchesText(pattern, text);
}

function isIn(range: string, address: string | undefined): boolean {
  return address !== undefined && isWithin(address, [range]);
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
