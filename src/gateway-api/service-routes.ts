import { BackingService } from '../model/backing-service';
import { hasOwnService } from '../model/own-service';
import { TopologyGraph } from '../model/topology-graph';
import { CallerGroup, callerGroupsOf } from '../traffic/caller-groups';
import { requestRoutesOf } from '../traffic/request-routes';
import { RoutedHost, routedHostsOf } from '../traffic/routed-host';
import { serviceOf } from './backend-refs';
import { BoundRoute } from './bound-route';
import { kindOfRoute } from './kind-of-route';

/** Routes name Services, and not their hosts, so that no domain is asked for. */
const DOMAIN = 'cluster.local';

/** Whether all callers of a service say the same of their requests, as a route that is bound to a Service does not ask who calls. */
export function isRuledAlike(service: BackingService, graph: TopologyGraph): boolean {
  return callerGroupsOf(hostOf(service, graph)).length < 2;
}

/**
 * The route of a service of ours that a mesh reads, where anything is said of it: bound to the Service that clients call, in its namespace.
 * Source: https://gateway-api.sigs.k8s.io/mesh/#connecting-routes-and-services
 */
export function boundToService(service: BackingService, graph: TopologyGraph): BoundRoute[] {
  if (!hasOwnService(service)) return [];
  const to = hostOf(service, graph);
  const group = everybodyAt(to);
  if (service.routes.length === 0 && group.policy.timeout === undefined) return [];
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

/** Callers that differ are refused, and so are retries: neither has words there. */
function everybodyAt(to: RoutedHost): CallerGroup {
  const [group, ...others] = callerGroupsOf(to);
  const timeout = others.length === 0 ? group?.policy.timeout : undefined;
  return { name: '', requests: [{ port: to.port }], policy: { timeout } };
}
