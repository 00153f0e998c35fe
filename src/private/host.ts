import { API_SERVER_IS_REACHED, isApiServer } from './api-server';
import { assertOutsideAddress, isIpAddress, rangeOfHost } from './ip-host';
import { assertNoUserinfo } from './literal-secret';
import { assertName, NameRule, Names } from './names';
import { quote, TopologyError } from './topology-error';

/** Words, with a scheme, a port or a path at most: behind another colon, or among other signs, a password may stand. */
const HOST: NameRule = { ...Names.HOST, shown: /^([a-z_]+:\/\/)?([\w.*/ -]*|\[[\da-f:]*\])(:\d{1,5})?\/?$/i };
const OUTSIDE: NameRule = { ...HOST, allowed: `${HOST.allowed}; or an IP address` };
const WILDCARD: NameRule = { ...HOST, what: 'a host behind "*."', longest: HOST.longest - '*.'.length };
const ANY = '*.';

/** Throws BST511, without repeating it, if credentials stand in the host, and BST801 unless it is one; returns the host. */
export function assertHost(host: string, path: string): string {
  return assertName(HOST, assertNoUserinfo(host, path), path);
}

/** As `assertHost`, but an IP address is passed on as well, to be judged where it is known whether it is outside. */
export function assertHostOrAddress(host: string, path: string): string {
  return isIpAddress(host) ? host : assertName(OUTSIDE, assertNoUserinfo(host, path), path);
}

/**
 * As `assertHost`, for a name or an IP address outside of the cluster; throws BST032 if clients find something else by it.
 *
 * @param wildcard whether `*.` may stand at the front
 */
export function assertOutsideHost(host: string, wildcard: boolean, path: string): string {
  const range = rangeOfHost(host);
  if (range) return assertOutsideAddress(host, range, path);
  const ofAny = wildcard && typeof host === 'string' && host.startsWith(ANY);
  const name = ofAny ? assertName(WILDCARD, assertNoUserinfo(host.slice(ANY.length), path), path) : assertHostOrAddress(host, path);
  const misled = ofAny ? misledByWildcard(name) : misledBy(name);
  if (misled) throw new TopologyError({ code: 'BST032', path, problem: `the host ${quote(host)} is not outside of the cluster: ${misled.why}`, fix: misled.fix });
  return host;
}

/** What leads into the cluster or to its neighbours, and the names that C libraries give to the machine itself. Source: KEP-1645 (clusterset.local) */
const OF_THE_CLUSTER = ['cluster.local', 'svc', 'pod', 'clusterset.local', 'localdomain', 'localdomain4', 'localdomain6'];

/**
 * The namespaces of every cluster, and that of Istio: no top-level domains, so that what ends in one is a Service in it, which a pod's resolver finds
 * through its search path, or a pod behind a headless one. Sources: https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/,
 * https://data.iana.org/TLD/tlds-alpha-by-domain.txt
 */
const NAMESPACES = ['default', 'kube-system', 'kube-public', 'kube-node-lease', 'istio-system'];

interface Misled {
  readonly why: string;
  readonly fix: string;
}

/** Sources: RFC 6761 (6.3); https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/ */
function misledBy(name: string): Misled | undefined {
  if (isBelow(name, 'localhost')) {
    return { why: 'it is the pod of whoever dials it', fix: 'leave the service out: what runs in a consumer\'s own pod is a part of it' };
  }
  if (OF_THE_CLUSTER.some(domain => isBelow(name, domain))) return { why: 'it is a name of the cluster\'s own', fix: fixOf(name) };
  if (!name.includes('.')) {
    return { why: 'a name without a dot is that of a Service in the namespace of whoever dials it', fix: `${fixOf(name)}; a host outside has a dot in its name` };
  }
  if (!NAMESPACES.some(namespace => isBelow(name, namespace))) return undefined;
  return { why: 'it is a name of the cluster\'s own, as its last part is a namespace that every cluster or mesh has', fix: fixOf(`${name}.svc`) };
}

function misledByWildcard(name: string): Misled | undefined {
  if (isBelow('svc.cluster.local', name)) return { why: 'names of the cluster are among those that it stands for', fix: fixOf(name) };
  return misledBy(`any.${name}`) ?? (name.includes('.') ? undefined : {
    why: 'it stands for a whole top-level domain, and for the Services of a namespace of that name',
    fix: 'give the domain that its servers are in, such as "*.kafka.example.com", or the host of each',
  });
}

/** Whether a host stands for any name below a domain. */
export function isWildcard(host: string): boolean {
  return host.startsWith(ANY);
}

/** Whether a host is a name or, with `*.` at its front, stands for it. */
export function standsFor(host: string, name: string): boolean {
  return host === name || host.startsWith(ANY) && name.endsWith(host.slice(1));
}

/** Whether a name is this domain or one below it. */
export function isBelow(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

/** What to declare instead, with the names that are in the host. */
function fixOf(name: string): string {
  if (isApiServer(name)) return API_SERVER_IS_REACHED;
  const [, service, namespace] = /^(?:[^.]+\.)*?([^.]+)\.([^.]+)\.svc(?:\.cluster\.local)?$/.exec(name) ?? [];
  const named = service === undefined || service === 'any' ? 'its Service and namespace' : `service ${quote(service)} and namespace ${quote(namespace)}`;
  return `declare it with the inCluster provider of its kind, which takes ${named}, and targetPort where its pods listen on another port`;
}

/** A DNS name in the characters of a label, no two alike: a hyphen of its own is doubled, and none is at the end of a part. */
export function hostWords(host: string): string {
  return host.replace(/-/g, '--').replace(/\./g, '-');
}
