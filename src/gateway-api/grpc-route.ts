import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { exposedRoutesOf } from '../traffic/exposed-routes';
import { ExposedTogether } from '../traffic/exposed-together';
import { isAnyRequest, RequestMatch } from '../traffic/request-match';
import { BackendRef, backendRefsOf } from './backend-refs';
import { hostnamesOf, RouteSpec } from './http-route';
import { parentRefsOf } from './parent-refs';
import { filtersOf, RouteFilter } from './route-filters';
import { routeNameOf } from './route-name';
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

/** What becomes of the calls that an exposure of a gRPC service takes. Source: https://gateway-api.sigs.k8s.io/api-types/grpcroute/ */
export function emitGrpcRoute(scope: Construct, together: ExposedTogether): void {
  const { configNamespace: namespace } = together.exposure.gateway;
  emit<RouteSpec<GrpcRouteRule>>(scope, {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GRPCRoute',
    name: routeNameOf(together),
    namespace,
    spec: { parentRefs: parentRefsOf(together), hostnames: hostnamesOf(together), rules: rulesOf(together, namespace) },
  });
}

function rulesOf(together: ExposedTogether, namespace: string): GrpcRouteRule[] {
  return exposedRoutesOf({ exposed: [together] }).map(({ to, route: { name, matches, options = {}, shares } }) => {
    const filters = filtersOf(to, options, namespace);
    const backendRefs = backendRefsOf(to, shares, namespace);
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
