import { frozenList, frozenMap } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { KubernetesServiceOptions } from './kubernetes-service-options';

/** Copies of what is said of Kubernetes Services, which take no change, so that what was held to the rules stays. */
export function heldServiceOptions(services: Readonly<Record<string, KubernetesServiceOptions>>): Record<string, KubernetesServiceOptions> {
  return frozenMap(Object.fromEntries(Object.entries(services).map(([name, options]) => [name, held(options)])));
}

/** A struct, which jsii has to tag, so it is locked and not frozen. */
function held(options: KubernetesServiceOptions): KubernetesServiceOptions {
  const { nodePorts, loadBalancerSourceRanges, ipFamilies, labels, annotations } = options;
  const copy: KubernetesServiceOptions = {
    ...options,
    nodePorts: nodePorts && frozenMap(nodePorts),
    loadBalancerSourceRanges: loadBalancerSourceRanges && frozenList(loadBalancerSourceRanges),
    ipFamilies: ipFamilies && frozenList(ipFamilies),
    labels: labels && frozenMap(labels),
    annotations: annotations && frozenMap(annotations),
  };
  lockMembers(copy);
  return copy;
}
