import { Construct } from 'constructs';
import { WorkloadStanding } from '../model/workload-standing';
import { emit } from '../private/emit';
import { callerGroupsOf, isRestricted } from '../traffic/caller-groups';
import { isLeftToOwner } from '../traffic/left-to-owner';
import { RoutedHost } from '../traffic/routed-host';
import { SharedHost } from '../traffic/shared-host';
import { exportToOf } from './export-to';
import { AnswerSpec, HttpRouteSpec, httpRoutesOf, UNDECLARED } from './http-routes';
import { isSplit, passedOn } from './passed-on';
import { TcpRouteSpec, tcpRouteOf } from './tcp-routes';

interface VirtualServiceSpec {
  readonly hosts: string[];
  readonly exportTo: string[];
  readonly http?: (HttpRouteSpec | AnswerSpec)[];
  readonly tls?: TcpRouteSpec[];
  readonly tcp?: TcpRouteSpec[];
}

/**
 * Routing of requests: header routes and weights, timeouts, and retries that are always spelled out, because Istio repeats twice
 * where nothing is said. Only for protocols whose requests a mesh can see, and where there is something to say. A caller that rules its connections
 * to another team's service needs routes of its own too: the owner's may name subsets, which its DestinationRule does not have. Of ports that are not HTTP
 * those take part in it whose connections are shared among versions.
 * Source: istio, pilot/pkg/model/virtualservice.go and destination_rule.go: rules that the client's namespace keeps to itself come first
 */
export function emitVirtualService(scope: Construct, host: SharedHost): void {
  const members = host.members.filter(isSeen);
  const tls = host.members.filter(isTlsRelayed);
  const split = host.members.filter(({ service }) => isSplit(service) && passedOn(service) === undefined);
  if (members.length + tls.length + split.length === 0 || host.members.every(isLeftToOwner) || host.members.every(isOfGateways)) return;
  emit<VirtualServiceSpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    name: host.name,
    namespace: host.namespace,
    spec: {
      hosts: [host.host],
      exportTo: host.members.some(({ through }) => through) ? ['.'] : exportToOf(host),
      http: members.length === 0 ? undefined : requestsOf(members),
      tls: tls.length === 0 ? undefined : tls.map(member => tcpRouteOf(member, { port: member.port, sniHosts: [member.host] })),
      tcp: split.length === 0 ? undefined : split.map(member => tcpRouteOf(member, { port: member.port })),
    },
  });
}

function requestsOf(members: readonly RoutedHost[]): VirtualServiceSpec['http'] {
  return members.length === 1 ? routesOf(members[0]) : members.flatMap(member => routesOf(member).map(route => ofMember(member, route)));
}

/** Gateways take no routes of the mesh; those of a service of ours are its own sidecar's too. */
function isOfGateways(host: RoutedHost): boolean {
  const { service: { locator }, callers } = host;
  return locator.workload === undefined && !isRestricted(host) && callers.every(({ source }) => source.standing === WorkloadStanding.GATEWAY);
}

/** Connections that sidecars have to send elsewhere than where the client means. */
function isTlsRelayed(host: RoutedHost): boolean {
  return host.through !== undefined && host.callers.length > 0 && !isSeen(host);
}

/** A further host outside may be dialled in another way than the first. Where a gateway alone asks for what it relays, nobody takes these routes. */
function isSeen({ service, dialled, through, callers }: RoutedHost): boolean {
  const isAsked = through === undefined || callers.length > 0;
  return isAsked && service.showsRequests && (!service.locator.isExternal || dialled.some(address => address.showsRequests));
}

function routesOf(host: RoutedHost): (HttpRouteSpec | AnswerSpec)[] {
  return acting([...callerGroupsOf(host).flatMap(group => httpRoutesOf(host, group)), ...isRestricted(host) ? [UNDECLARED] : []]);
}

/** What asks for the same as an earlier route never acts: a route for one caller, among those of everybody else, where that caller has routes of its own. */
function acting<Route extends HttpRouteSpec | AnswerSpec>(routes: readonly Route[]): Route[] {
  const taken = new Set<string>();
  return routes.flatMap(route => {
    const match = route.match?.filter(each => !taken.has(JSON.stringify(each)));
    match?.forEach(each => taken.add(JSON.stringify(each)));
    return match?.length === 0 ? [] : [{ ...route, match }];
  });
}

/** The routes of each of several services are for its port alone, and named for it. */
function ofMember<Route extends HttpRouteSpec | AnswerSpec>({ service, port }: RoutedHost, route: Route): Route {
  return { ...route, name: `${service.name}-${route.name}`, match: route.match ?? [{ port }] };
}
