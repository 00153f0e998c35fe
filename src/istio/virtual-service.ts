import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { callerGroupsOf, isRestricted } from '../traffic/caller-groups';
import { RoutedHost } from '../traffic/routed-host';
import { exportToOf } from './export-to';
import { HttpRouteSpec, httpRoutesOf, RefusalSpec, UNDECLARED } from './http-routes';

interface VirtualServiceSpec {
  readonly hosts: string[];
  readonly exportTo: string[];
  readonly http: (HttpRouteSpec | RefusalSpec)[];
}

/**
 * Routing of requests: header routes and weights, timeouts, and retries that are always spelled out, because Istio repeats twice
 * where nothing is said. Only for protocols whose requests a mesh can see.
 */
export function emitVirtualService(scope: Construct, host: RoutedHost): void {
  if (!host.service.showsRequests) return;
  emit<VirtualServiceSpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    name: host.name,
    namespace: host.namespace,
    spec: {
      hosts: [host.host],
      exportTo: exportToOf(host),
      http: [...callerGroupsOf(host).flatMap(group => httpRoutesOf(host, group)), ...isRestricted(host) ? [UNDECLARED] : []],
    },
  });
}
