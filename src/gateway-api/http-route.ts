import { Construct } from 'constructs';
import { ANY_HOST } from '../model/listener-host';
import { emit } from '../private/emit';
import { ExposedTogether } from '../traffic/exposed-together';
import { HttpRouteRule, httpRouteRulesOf } from './http-route-rules';
import { ParentRef, parentRefsOf } from './parent-refs';
import { routeNameOf } from './route-name';

/** @internal */
export interface RouteSpec<Rule> {
  readonly parentRefs: ParentRef[];
  readonly hostnames?: readonly string[];
  readonly rules: Rule[];
}

/** What becomes of the requests that an exposure takes. Source: https://gateway-api.sigs.k8s.io/api-types/httproute/ */
export function emitHttpRoute(scope: Construct, together: ExposedTogether): void {
  emit<RouteSpec<HttpRouteRule>>(scope, {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    name: routeNameOf(together),
    namespace: together.exposure.gateway.configNamespace,
    spec: { parentRefs: parentRefsOf(together), hostnames: hostnamesOf(together), rules: httpRouteRulesOf(together) },
  });
}

/** None for any. */
export function hostnamesOf({ hosts }: ExposedTogether): readonly string[] | undefined {
  return hosts.includes(ANY_HOST) ? undefined : hosts;
}
