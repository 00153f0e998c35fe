import { Construct } from 'constructs';
import { AdmittedPeer } from '../model/admitted-peer';
import { PeerIdentity } from '../model/admitted-peer-props';
import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { distinct } from '../private/distinct';
import { emit } from '../private/emit';
import { byCodePoint } from '../private/names';
import { pathOf, undeclaredPaths } from '../traffic/operation-paths';
import { admittedThroughSidecar, isInMesh } from './admitted-ports';
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

interface Rule {
  /** Absent for anybody. */
  readonly from?: { readonly source: Source }[];
  readonly to: { readonly operation: AllowedOperation }[];
}

interface AuthorizationPolicySpec {
  readonly selector: { readonly matchLabels: Record<string, string> };
  readonly action: 'ALLOW';
  readonly rules?: Rule[];
}

/** Denies everything to a workload but what its callers declared and whom it admits; without any there are no rules, which denies everything. */
export function emitAuthorizationPolicy(scope: Construct, workload: IWorkload, graph: TopologyGraph, trustDomain: string): void {
  const rules = distinctRules([
    ...graph.servicesOf(workload).flatMap(service => rulesOf(service, graph.dependenciesOn(service), trustDomain)),
    ...admittedThroughSidecar(workload, graph).map(peer => admittingRule(peer, trustDomain)),
  ]);
  emit<AuthorizationPolicySpec>(scope, {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    name: workload.name,
    namespace: workload.namespace,
    spec: { selector: { matchLabels: workload.selector }, action: 'ALLOW', rules: rules.length === 0 ? undefined : rules },
  });
}

/**
 * A caller with an identity, which is not let in as somebody without one, is held to what it declared. Source: principals and notPrincipals in
 * https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source; "*" is any identity that is there.
 */
function admittingRule(peer: AdmittedPeer, trustDomain: string): Rule {
  const { identity, port, methods, paths } = peer;
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
function distinctRules(rules: Rule[]): Rule[] {
  return rules.length < 2 ? rules : [...new Map(rules.map(rule => [JSON.stringify(rule), rule])).values()];
}

/** One rule for all callers that are allowed the same; none for a caller of no expressible operation, because an empty `to` allows everything. */
function rulesOf(service: BackingService, callers: Dependency[], trustDomain: string): Rule[] {
  const groups = new Map<string, { readonly operations: AllowedOperation[]; readonly principals: Set<string> }>();
  for (const caller of callers) {
    const operations = allowedOperations(service, caller);
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
function allowedOperations(service: BackingService, caller: Dependency): AllowedOperation[] {
  const { locator } = service;
  const { operations } = caller.policy;
  if (operations === undefined) return [{ ports: distinct(locator.dialled.map(({ targetPort }) => String(targetPort))) }];
  const undeclared = undeclaredPaths(service, operations);
  return operations.flatMap(operation => {
    const template = pathTemplate(pathOf(operation));
    if (template === undefined) return [];
    const notPaths = undeclared.within(operation).flatMap(other => pathTemplate(pathOf(other)) ?? []);
    const to = { ports: [String(locator.primary.targetPort)], methods: [operation.method], paths: [template] };
    return [notPaths.length === 0 ? to : { ...to, notPaths }];
  });
}
