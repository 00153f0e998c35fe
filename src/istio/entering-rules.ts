import { Address } from '../model/address';
import { AdmittedPeer } from '../model/admitted-peer';
import { PeerIdentity } from '../model/admitted-peer-props';
import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { distinct } from '../private/distinct';
import { byCodePoint } from '../private/names';
import { pathOf, undeclaredPaths } from '../traffic/operation-paths';
import { isInMesh } from './admitted-ports';
import { pathTemplate } from './path-template';
import { principalOf } from './principal';

interface AllowedOperation {
  readonly ports: string[];
  readonly methods?: string[];
  readonly paths?: string[];
  readonly notPaths?: string[];
}

/** Who comes: callers by their identities or namespaces, or whoever has none, from some addresses or from any. */
type Source = { readonly principals: string[]; readonly remoteIpBlocks?: string[] } | { readonly namespaces: string[] } | { readonly notPrincipals: ['*']; readonly ipBlocks?: string[] };

/** Who is let in, and for what. @internal */
export interface Rule {
  /** Absent for anybody. */
  readonly from?: { readonly source: Source }[];
  /** Absent for everything. */
  readonly to?: { readonly operation: AllowedOperation }[];
}

/** How identities are written, and which ports a policy is compared with: those of pods, or of Services where a waypoint holds it. @internal */
export interface Written {
  readonly trustDomain: string;
  readonly ports: keyof Pick<Address, 'targetPort' | 'port'>;
}

/**
 * A caller with an identity, which is not let in as somebody without one, is held to what it declared. Source: principals and notPrincipals in
 * https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source; "*" is any identity that is there.
 */
export function admittingRule(peer: AdmittedPeer, trustDomain: string, port = peer.port): Rule {
  const { identity, methods, paths } = peer;
  const to = [{ operation: { ports: [String(port)], ...methods && { methods }, ...paths && { paths } } }];
  return identity === PeerIdentity.ANY ? { to } : { from: [{ source: admittedSource(peer, trustDomain) }], to };
}

function admittedSource(peer: AdmittedPeer, trustDomain: string): Source {
  const { namespace, serviceAccountName, cidrs, clientCidrs } = peer;
  if (!isInMesh(peer)) return { notPrincipals: ['*'], ...cidrs && { ipBlocks: cidrs } };
  if (namespace === undefined) return { principals: ['*'] };
  if (serviceAccountName === undefined) return { namespaces: [namespace] };
  return { principals: [principalOf({ namespace, serviceAccountName }, trustDomain)], ...clientCidrs && { remoteIpBlocks: clientCidrs } };
}

/** Each once: services at one port may have the same callers. */
export function distinctRules(rules: Rule[]): Rule[] {
  return rules.length < 2 ? rules : [...new Map(rules.map(rule => [JSON.stringify(rule), rule])).values()];
}

/** One rule for all callers that are allowed the same; none for a caller of no expressible operation, because an empty `to` allows everything. */
export function rulesOfCallers(service: BackingService, callers: Dependency[], { trustDomain, ports }: Written): Rule[] {
  const groups = new Map<string, { readonly operations: AllowedOperation[]; readonly principals: Set<string> }>();
  for (const caller of callers) {
    const operations = allowedOperations(service, caller, ports);
    if (operations.length === 0) continue;
    const allowed = JSON.stringify(operations);
    const group = groups.get(allowed) ?? { operations, principals: new Set() };
    group.principals.add(principalOf(caller.source, trustDomain));
    groups.set(allowed, group);
  }
  return [...groups].sort(([a], [b]) => byCodePoint(a, b)).map(([, { operations, principals }]) => ({
    from: [{ source: { principals: [...principals].sort() } }],
    to: operations.map(operation => ({ operation })),
  }));
}

/**
 * Only the ports where no operation is named: HTTP attributes on a TCP port would match nothing. An operation of the contract that was not declared is
 * not allowed with one whose template means it too.
 */
function allowedOperations(service: BackingService, caller: Dependency, port: Written['ports']): AllowedOperation[] {
  const { locator } = service;
  const { operations } = caller.policy;
  if (operations === undefined) return [{ ports: distinct(locator.dialled.map(address => String(address[port]))) }];
  const undeclared = undeclaredPaths(service, operations);
  return operations.flatMap(operation => {
    const template = pathTemplate(pathOf(operation));
    if (template === undefined) return [];
    const notPaths = undeclared.within(operation).flatMap(other => pathTemplate(pathOf(other)) ?? []);
    const to = { ports: [String(locator.primary[port])], methods: [operation.method], paths: [template] };
    return [notPaths.length === 0 ? to : { ...to, notPaths }];
  });
}
