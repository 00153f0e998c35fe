import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { BackendRef, backendRefsOf } from './backend-refs';
import { BoundRoute } from './bound-route';
import { RouteSpec } from './http-route';
import { connectionSharesOf } from './sent-versions';

interface ConnectionRule {
  readonly backendRefs: BackendRef[];
}

/**
 * Where connections go that a route takes: by the name that the client asks TLS for, or by the port alone.
 * Source: https://gateway-api.sigs.k8s.io/reference/spec/#tlsroute, #tcproute
 */
export function emitConnectionRoute(scope: Construct, bound: BoundRoute): void {
  const { kind, name, namespace, parentRefs, hostnames } = bound;
  emit<RouteSpec<ConnectionRule>>(scope, {
    apiVersion: 'gateway.networking.k8s.io/v1', kind, name, namespace,
    spec: { parentRefs, hostnames, rules: [{ backendRefs: backendRefsOf(bound, connectionSharesOf(bound)) }] },
  });
}
