import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { BoundRoute } from './bound-route';
import { HttpRouteRule, httpRouteRulesOf } from './http-route-rules';
import { ParentRef } from './parent-refs';

/** @internal */
export interface RouteSpec<Rule> {
  readonly parentRefs: ParentRef[];
  readonly hostnames?: readonly string[];
  readonly rules: Rule[];
}

/** What becomes of the requests that a route takes. Source: https://gateway-api.sigs.k8s.io/api-types/httproute/ */
export function emitHttpRoute(scope: Construct, bound: BoundRoute): void {
  const { name, namespace, parentRefs, hostnames } = bound;
  emit<RouteSpec<HttpRouteRule>>(scope, {
    apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', name, namespace, spec: { parentRefs, hostnames, rules: httpRouteRulesOf(bound) },
  });
}
