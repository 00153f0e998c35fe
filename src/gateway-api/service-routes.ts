import { Duration } from 'cdk8s';
import { BackingService } from '../model/backing-service';
import { IGateway, isGateway } from '../model/gateway-interface';
import { hasOwnService } from '../model/own-service';
import { TopologyGraph } from '../model/topology-graph';
import { CallerGroup, callerGroupsOf } from '../traffic/caller-groups';
import { requestRoutesOf } from '../traffic/request-routes';
import { RoutedHost, routedHostsOf } from '../traffic/routed-host';
import { serviceOf } from './backend-refs';
import { BoundRoute } from './bound-route';
import { kindOfRoute } from './kind-of-route';
import { ReleaseChannel } from './release-channel';

/** Routes name Services, and not their hosts, so that no domain is asked for. */
const DOMAIN = 'cluster.local';

/**
 * Whether all callers of a service say the same of their requests, as a route that is bound to a Service does not ask who calls. What comes through a gateway is held to it too, which is all the same
 * where the gateway waits no longer by itself.
 */
export function isRuledAlike(service: BackingService, graph: TopologyGraph): boolean {
  const [group, ...others] = callerGroupsOf(hostOf(service, graph));
  const longest = group?.policy.timeout;
  if (others.length > 0 || longest === undefined) return others.length === 0;
  return waitsOfGateways(service, graph).every(wait => wait !== undefined && wait.toMilliseconds() <= longest.toMilliseconds());
}

/**
 * Whether the requests of a service are repeated alike: its callers agree, and none comes through a gateway, which would be repeated there too, and more often than the gateway does.
 */
export function isRepeatedAlike(service: BackingService, graph: TopologyGraph): boolean {
  return callerGroupsOf(hostOf(service, graph)).length < 2 && gatewaysBefore(service, graph).length === 0;
}

/** The gateways whose requests come to a service. */
function gatewaysBefore(service: BackingService, graph: TopologyGraph): IGateway[] {
  return graph.dependenciesOn(service).map(({ source }) => source).filter(isGateway);
}

/** How long each gateway waits for a service; undefined for ever. */
function waitsOfGateways(service: BackingService, graph: TopologyGraph): (Duration | undefined)[] {
  const { _exposures: exposures } = graph;
  const exposed = exposures.all.filter(exposure => exposure.service === service);
  const calling = graph.dependenciesOn(service).filter(({ source }) => isGateway(source) && exposed.every(({ gateway }) => gateway !== source));
  return [...exposed.map(exposure => exposures.policyOf(exposure).timeout), ...calling.map(({ policy }) => policy.timeout)];
}

/**
 * The route of a service of ours that a mesh reads, where anything is said of it: bound to the Service that clients call, in its namespace.
 * Source: https://gateway-api.sigs.k8s.io/mesh/#connecting-routes-and-services
 */
export function boundToService(service: BackingService, graph: TopologyGraph, channel = ReleaseChannel.STANDARD): BoundRoute[] {
  if (!hasOwnService(service)) return [];
  const to = hostOf(service, graph);
  const group = everybodyAt(to, channel);
  if (service.routes.length === 0 && group.policy.timeout === undefined && group.policy.retry === undefined) return [];
  return [{
    subject: service, kind: kindOfRoute(service), name: to.name, namespace: to.namespace,
    parentRefs: [{ group: '', kind: 'Service', name: serviceOf(to), port: to.port }],
    to, routes: service.showsRequests ? requestRoutesOf(to, group) : [],
  }];
}

/** At which port a request arrives is told by what the route is bound to. */
function hostOf(service: BackingService, graph: TopologyGraph): RoutedHost {
  const [host] = routedHostsOf(service, graph, DOMAIN);
  return { ...host, hasOtherPorts: false };
}

/** Callers that differ are refused, and so are retries where the channel has no words for them. */
function everybodyAt(to: RoutedHost, channel: ReleaseChannel): CallerGroup {
  const [group, ...others] = callerGroupsOf(to);
  const { timeout, retry, operations } = others.length === 0 ? group?.policy ?? {} : {};
  return { name: '', requests: [{ port: to.port }], policy: channel === ReleaseChannel.EXPERIMENTAL ? { timeout, retry, operations } : { timeout } };
}
