import { IstioTarget, reaches } from './istio-target';
import { IstioVersion } from './istio-version';
import { LoadBalancer } from './load-balancer';
import { TrafficPolicy } from './traffic-policy';
import { unlessEmpty } from './unless-empty';

type Rule = Pick<TrafficPolicy, 'loadBalancer' | 'connectionPool' | 'retryBudget'>;

/** What an Istio knows of a traffic policy; undefined if that is nothing. What it does not know is found (BST616), and would be refused by the API server if somebody accepted that. */
export function knownPolicy<Policy extends Rule>(policy: Policy, target: IstioTarget): Policy | undefined {
  if (!reaches(target, IstioVersion.V1_31)) return unlessEmpty({ ...policy, ...beforeZones(policy) });
  const { loadBalancer } = policy;
  return loadBalancer === undefined ? policy : { ...policy, loadBalancer: anywhere(loadBalancer, target) };
}

function beforeZones({ loadBalancer, connectionPool, retryBudget }: Rule): Rule {
  const http = connectionPool?.http && unlessEmpty({ ...connectionPool.http, http2KeepAlive: undefined });
  return {
    ...loadBalancer && { loadBalancer: balancingBefore(loadBalancer) },
    ...connectionPool && { connectionPool: unlessEmpty({ ...connectionPool, http }) },
    ...retryBudget && { retryBudget: { ...retryBudget, budgetInterval: undefined } },
  };
}

function balancingBefore({ zoneAwareLbSetting: _, ...known }: LoadBalancer): LoadBalancer {
  const { warmup } = known;
  return warmup?.aggression === undefined || warmup.aggression >= 1 ? known : { ...known, warmup: { ...warmup, aggression: undefined } };
}

/** Envoy that knows the other pods of its workload looks at zones unless it is told otherwise. Source: istio, pilot/pkg/networking/core/loadbalancer/loadbalancer.go (`routingEnabled`) */
function anywhere(balancer: LoadBalancer, { selfDiscovery }: IstioTarget): LoadBalancer {
  const { localityLbSetting, ...spec } = balancer;
  return selfDiscovery && localityLbSetting?.enabled === false ? { ...spec, zoneAwareLbSetting: { enabled: false } } : balancer;
}
