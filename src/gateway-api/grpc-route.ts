import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { isAnyRequest, RequestMatch } from '../traffic/request-match';
import { BackendRef, backendRefsOf } from './backend-refs';
import { BoundRoute } from './bound-route';
import { RouteSpec } from './http-route';
import { filtersOf, RouteFilter } from './route-filters';
import { NamedText, namedTextsOf } from './text-match';

interface GrpcRouteMatch {
  readonly method?: { readonly type: 'Exact'; readonly service: string; readonly method?: string };
  readonly headers?: NamedText[];
}

interface GrpcRouteRule {
  readonly name: string;
  readonly matches?: GrpcRouteMatch[];
  readonly filters?: RouteFilter[];
  readonly backendRefs: BackendRef[];
}

/** What becomes of the calls of gRPC that a route takes. Source: https://gateway-api.sigs.k8s.io/api-types/grpcroute/ */
export function emitGrpcRoute(scope: Construct, bound: BoundRoute): void {
  const { name, namespace, parentRefs, hostnames } = bound;
  emit<RouteSpec<GrpcRouteRule>>(scope, {
    apiVersion: 'gateway.networking.k8s.io/v1', kind: 'GRPCRoute', name, namespace, spec: { parentRefs, hostnames, rules: rulesOf(bound) },
  });
}

function rulesOf(bound: BoundRoute): GrpcRouteRule[] {
  const { to, namespace, routes } = bound;
  return routes.map(({ name, matches, options = {}, shares }) => {
    const filters = filtersOf(to, options, namespace);
    const backendRefs = backendRefsOf(bound, shares);
    return { name, matches: matchesOf(matches), filters: filters.length === 0 ? undefined : filters, backendRefs };
  });
}

function matchesOf(matches: readonly RequestMatch[]): GrpcRouteMatch[] | undefined {
  const asked = matches.map(({ port: _, ...match }) => match);
  if (asked.some(isAnyRequest)) return undefined;
  return asked.map(({ uri, headers }) => ({ method: uri && calledBy(uri.text), headers: namedTextsOf(headers) }));
}

/** Paths of gRPC are `/package.Service/Method`. Source: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md (Path) */
export function calledBy(path: string): GrpcRouteMatch['method'] {
  const [, service, method] = path.split('/');
  return service === '' ? undefined : { type: 'Exact', service, ...method === '' ? {} : { method } };
}
