import { BackingService } from '../model/backing-service';
import { DependencyPolicy } from '../model/dependency-policy';
import { isOfGatewayApi } from '../model/gateway-interface';
import { TopologyGraph } from '../model/topology-graph';
import { distinct } from '../private/distinct';
import { durationText } from '../private/duration-text';
import { requestRoutesOf } from '../traffic/request-routes';
import { RoutedHost } from '../traffic/routed-host';
import { SharedHost, sharedHostsOf } from '../traffic/shared-host';
import { BoundRoute } from './bound-route';
import { httpRouteRetryOf } from './http-route-retry';
import { kindOfRoute } from './kind-of-route';
import { ThirdPartyKinds } from './third-party-kinds';

/** Objects are known by names in the cluster. */
const DOMAIN = 'cluster.local';

/** Whether a gateway of the Gateway API relays a service, whose proxies then do what routes say of it. */
export function isRelayedHere(service: BackingService, graph: TopologyGraph): boolean {
  const relay = graph._relays.to(service);
  return relay !== undefined && isOfGatewayApi(relay.gateway);
}

/** What all who call a third party through a gateway say of their requests; undefined where they differ, as a route does not ask who calls. */
export function agreedAt(service: BackingService, graph: TopologyGraph): Pick<DependencyPolicy, 'timeout' | 'retry'> | undefined {
  const policies = graph.dependenciesOn(service).filter(call => !graph._relays.carries(call)).map(({ policy }) => policy);
  const said = distinct(policies.map(({ timeout, retry }) => JSON.stringify([timeout && durationText(timeout), retry && httpRouteRetryOf(retry)])));
  return said.length > 1 ? undefined : { timeout: policies[0]?.timeout, retry: policies[0]?.retry };
}

/** The routes of third parties that gateways of the Gateway API relay, in the namespace of the objects about the gateway. */
export function boundToThirdParties(graph: TopologyGraph, kinds: ThirdPartyKinds): BoundRoute[] {
  if (graph._relays.all.length === 0) return [];
  return sharedHostsOf(graph, DOMAIN).flatMap(host => host.members.filter(isRouted).map(member => boundTo(host, member, kinds, graph)));

  function isRouted({ service, through }: RoutedHost): boolean {
    return through?.onwards !== undefined && service.showsRequests && isRelayedHere(service, graph);
  }
}

function boundTo(host: SharedHost, member: RoutedHost, { group, parentKind, backendKind }: ThirdPartyKinds, graph: TopologyGraph): BoundRoute {
  const { service, port } = member;
  const to: RoutedHost = { ...member, callers: [], hasOtherPorts: false };
  return {
    subject: service, kind: kindOfRoute(service), name: member.name, namespace: host.namespace,
    parentRefs: [{ group, kind: parentKind, name: host.name, port }], outside: { group, kind: backendKind },
    to, routes: requestRoutesOf(to, { name: '', requests: [{}], policy: agreedAt(service, graph) ?? {} }, []),
  };
}
