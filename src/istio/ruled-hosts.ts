import { AppContext } from '../model/app-context';
import { BackingService } from '../model/backing-service';
import { TopologyGraph } from '../model/topology-graph';
import { distinct } from '../private/distinct';
import { ruledName } from '../traffic/ruled-name';
import { SharedHost, sharedHostsOf } from '../traffic/shared-host';

export const GROUP = 'networking.istio.io';
const KINDS = ['VirtualService', 'DestinationRule', 'ServiceEntry'] as const;

/** A host that an object of ours rules, and where sidecars see that. @internal */
export interface RuledHost {
  /** The first service at it. */
  readonly service: BackingService;
  readonly namespaces: readonly string[];
}

/** The hosts that the mesh outputs of an app rule, by kind and host. */
export function ruledHosts(context: AppContext): Map<string, RuledHost[]> {
  const emitted = new Set(KINDS.flatMap(kind => context.objectsOf(GROUP, kind).filter(({ byHand }) => !byHand)
    .map(({ namespace, name }) => `${kind} ${namespace} ${name}`)));
  const ruled = new Map<string, RuledHost[]>();
  for (const { host, hosts } of context.graphs.flatMap(hostsIn)) {
    for (const kind of KINDS.filter(each => emitted.has(`${each} ${host.namespace} ${host.name}`))) {
      const [{ service }] = host.members;
      for (const name of hosts) append(ruled, ruleKey(kind, name, host.namespace), { service, namespaces: namespacesOf(host) });
    }
  }
  return ruled;
}

/** One key for all names of a Service: Istio completes one without dots with the namespace of the rule. The cluster's domain does not matter. */
export function ruleKey(kind: string, host: string, namespace: string): string {
  const full = host.includes('.') ? host : `${host}.${namespace}.svc`;
  const [, inCluster] = /^([^.]+\.[^.]+\.svc)(\..+)?$/.exec(full) ?? [];
  return `${kind} ${inCluster ?? full}`;
}

function hostsIn(graph: TopologyGraph): { host: SharedHost; hosts: string[] }[] {
  return sharedHostsOf(graph, 'cluster.local').map(host => {
    const [{ service, dialled }] = host.members;
    return { host, hosts: service.locator.isExternal ? distinct(dialled.map(address => ruledName(address.host))) : [host.host] };
  });
}

function namespacesOf({ namespace, isSeenThere, visibleTo }: SharedHost): string[] {
  return [...isSeenThere ? [namespace] : [], ...visibleTo];
}

function append(index: Map<string, RuledHost[]>, key: string, host: RuledHost): void {
  const others = index.get(key);
  if (others) others.push(host); else index.set(key, [host]);
}
