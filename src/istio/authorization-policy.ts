import { Construct } from 'constructs';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { admittedThroughSidecar } from './admitted-ports';
import { admittingRule, distinctRules, Rule, rulesOfCallers } from './entering-rules';
import { emitAbout, podsOf, PolicyTarget } from './policy-target';

interface AuthorizationPolicySpec {
  readonly action: 'ALLOW';
  readonly rules?: Rule[];
}

/** Denies everything to a workload but what its callers declared and whom it admits; without any there are no rules, which denies everything. */
export function emitAuthorizationPolicy(scope: Construct, workload: IWorkload, graph: TopologyGraph, trustDomain: string): void {
  const rules = [
    ...graph.servicesOf(workload).flatMap(service => rulesOfCallers(service, graph.dependenciesOn(service), { trustDomain, ports: 'targetPort' })),
    ...admittedThroughSidecar(workload, graph).map(peer => admittingRule(peer, trustDomain)),
  ];
  emitAllowed(scope, workload, { name: workload.name, target: podsOf(workload), rules });
}

/** What a policy that lets in is about, and whom it lets in. @internal */
export interface Allowed {
  readonly name: string;
  readonly target: PolicyTarget;
  readonly rules: Rule[];
}

/** A policy that lets in these and nobody else. */
export function emitAllowed(scope: Construct, { namespace }: Pick<IWorkload, 'namespace'>, { name, target, rules }: Allowed): void {
  const each = distinctRules(rules);
  emitAbout<AuthorizationPolicySpec>(scope, target, {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    name,
    namespace,
    spec: { action: 'ALLOW', rules: each.length === 0 ? undefined : each },
  });
}
