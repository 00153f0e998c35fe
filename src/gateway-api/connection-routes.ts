import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { ExposedTogether } from '../traffic/exposed-together';
import { sharesOf } from '../traffic/request-routes';
import { BackendRef, backendRefsOf } from './backend-refs';
import { hostnamesOf, RouteSpec } from './http-route';
import { isToldByName } from './kind-of-route';
import { parentRefsOf } from './parent-refs';
import { routeNameOf } from './route-name';

interface ConnectionRule {
  readonly backendRefs: BackendRef[];
}

/**
 * Where connections go that an exposure takes: by the name that the client asks TLS for, or by the port alone.
 * Source: https://gateway-api.sigs.k8s.io/reference/spec/#tlsroute, #tcproute
 */
export function emitConnectionRoute(scope: Construct, together: ExposedTogether): void {
  const { exposure: { gateway: { configNamespace: namespace }, service }, to } = together;
  const isByName = isToldByName(together);
  emit<RouteSpec<ConnectionRule>>(scope, {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: isByName ? 'TLSRoute' : 'TCPRoute',
    name: routeNameOf(together),
    namespace,
    spec: {
      parentRefs: parentRefsOf(together), hostnames: isByName ? hostnamesOf(together) : undefined,
      rules: [{ backendRefs: backendRefsOf(to, sharesOf(service.routes[0]), namespace) }],
    },
  });
}
