import { Construct } from 'constructs';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { Pods } from '../pods/pods';
import { tellIstio } from '../pods/rollout';
import { IgnoredDifferences } from './ignored-differences';
import { GROUP } from './ruled-hosts';
import { ShiftedRoutes, ShiftedRules, shiftedRulesOf } from './shifted-rules';

/** Written by Argo Rollouts. Source: argo-rollouts, pkg/apis/rollouts/v1alpha1/types.go (`DefaultRolloutUniqueLabelKey`) */
const HASH = 'rollouts-pod-template-hash';

/** Tells who releases workloads which objects below the scope they change, and answers what of these is not to be held to what was emitted. */
export function emitReleases(scope: Construct, graph: TopologyGraph, clusterDomain: string): IgnoredDifferences[] {
  return graph.workloads.filter(({ release }) => release !== undefined).flatMap(workload => {
    const hosts = new Set(graph.servicesOf(workload).map(({ locator }) => `${locator.primary.host}.${clusterDomain}`));
    const rules = shiftedRulesOf(scope, workload.release!, hosts);
    const rollout = Pods.isPods(workload.pods) ? workload.pods._rollout : undefined;
    if (rollout && rules.routes.length > 0) tellIstio(rollout, routingOf(workload, rules));
    return ignoredOf(workload, rules);
  });
}

/** Source: https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/ */
function routingOf({ namespace, release }: IWorkload, { routes, subsets: [rule] }: ShiftedRules): object {
  const virtualServices = routes.map(({ name, namespace: own, http, tls, tcp }) => ({
    name: own === namespace ? name : `${name}.${own}`,
    ...http.length > 0 && { routes: http },
    ...tls.length > 0 && { tlsRoutes: tls },
    ...tcp.length > 0 && { tcpRoutes: tcp },
  }));
  return {
    destinationRule: { name: rule.name, canarySubsetName: release!.canary, stableSubsetName: release!.stable },
    ...virtualServices.length === 1 ? { virtualService: virtualServices[0] } : { virtualServices },
  };
}

function ignoredOf({ release }: IWorkload, { routes, subsets }: ShiftedRules): IgnoredDifferences[] {
  const { stable, canary } = release!;
  return [
    ...routes.map(({ name, namespace, ...shifted }) => ({ group: GROUP, kind: 'VirtualService', name, namespace, jqPathExpressions: weightsOf(shifted) })),
    ...subsets.map(place => ({
      group: GROUP, kind: 'DestinationRule', ...place,
      jqPathExpressions: [stable, canary].sort().map(subset => `.spec.subsets[] | select(.name == ${JSON.stringify(subset)}) | .labels[${JSON.stringify(HASH)}]`),
    })),
  ];
}

function weightsOf({ http, tls, tcp }: Pick<ShiftedRoutes, 'http' | 'tls' | 'tcp'>): string[] {
  return [
    ...http.map(name => `.spec.http[] | select(.name == ${JSON.stringify(name)}) | .route[].weight`),
    ...tls.map(({ sniHosts, port }) => `.spec.tls[] | select(.match[0].sniHosts == ${JSON.stringify(sniHosts)}${port === 0 ? '' : ` and .match[0].port == ${port}`}) | .route[].weight`),
    ...tcp.map(({ port }) => `.spec.tcp[] | select(.match[0].port == ${port === 0 ? 'null' : port}) | .route[].weight`),
  ];
}
