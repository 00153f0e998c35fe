import { conditionWords } from '../model/condition-words';
import { Exposure } from '../model/exposure';
import { HttpConditions } from '../model/http-conditions';
import { HttpRouteOptions } from '../model/http-route-options';
import { shortened } from '../private/shortened';
import { ExposedHost, ExposedService } from './exposed-host';
import { ANY_REQUEST, RequestMatch } from './request-match';
import { RequestRoute, requestRoutesOf } from './request-routes';
import { RoutedHost } from './routed-host';
import { bySpecificity } from './specificity';

/** As long as the name of a service, which stands before it. */
const LONGEST = 63;

/** What becomes of some requests at a host of a gateway. @internal */
export interface ExposedRoute {
  readonly exposure: Exposure;
  readonly to: RoutedHost;
  readonly route: RequestRoute;
}

/** What is asked of the requests that one exposure takes. @internal */
export interface ExposedRequests extends ExposedService {
  readonly conditions: readonly HttpConditions[];
}

/** The routes of requests at a host of a gateway, in order. */
export function exposedRoutesOf(host: Pick<ExposedHost, 'exposed'>): ExposedRoute[] {
  return exposedRequestsOf(host).flatMap(requests => routesOf(requests).map(route => ({ exposure: requests.exposure, to: requests.to, route })));
}

/** The requests that are exposed at a host, the most specific first; those of one exposure that stand side by side are told together. */
export function exposedRequestsOf({ exposed }: Pick<ExposedHost, 'exposed'>): ExposedRequests[] {
  const seen = exposed.filter(({ to }) => to.service.showsRequests);
  const asked = seen.flatMap(service => conditionsOf(service.exposure).map(conditions => ({ service, conditions })));
  const told: (ExposedService & { readonly conditions: HttpConditions[] })[] = [];
  for (const { service, conditions } of asked.sort((a, b) => bySpecificity(a.conditions, b.conditions))) {
    const last = told[told.length - 1];
    if (last?.exposure === service.exposure) last.conditions.push(conditions);
    else told.push({ ...service, conditions: [conditions] });
  }
  return told;
}

function conditionsOf({ said: { matches, port } }: Exposure): HttpConditions[] {
  const at = port === undefined ? {} : { port };
  return matches.length === 0 ? [at] : matches.map(({ _conditions: conditions }) => ({ ...withoutRoot(conditions), ...at }));
}

/** Every path begins with "/", so that to ask for that is to ask for none. */
function withoutRoot({ uri, ...conditions }: HttpConditions): HttpConditions {
  return uri === undefined || uri.type === 'prefix' && uri.text === '/' ? conditions : { uri, ...conditions };
}

/** What the service's routes make of these requests, which no workload sends, and at whose gateway's port the service is not. */
function routesOf({ exposure, policy, to, conditions }: ExposedRequests): RequestRoute[] {
  const { gateway, service, said } = exposure;
  const call = to.callers.find(({ source }) => source === gateway)!;
  const sender = { caller: gateway, callerNamespace: gateway.namespace, port: to.port };
  const [{ port }] = conditions;
  const requests = conditions.map(asked => ({ ...asked, ...sender }));
  const group = { name: nameOf(service.name, conditions), requests, policy };
  return requestRoutesOf({ ...to, callers: [call], hasOtherPorts: false }, group, said.routes ?? service.routes).map(route => ({
    ...route,
    matches: route.matches.map(match => asSeen(match, port)),
    options: { ...route.options, ...optionsOf(exposure, to) },
  }));
}

/** Without the words for its sender, which told the routes of others apart; at the gateway's port, if one is said. */
function asSeen({ caller: _, callerNamespace: __, port: ___, ...match }: RequestMatch, port: number | undefined): RequestMatch {
  const asked = port === undefined ? match : { ...match, port };
  return Object.values(asked).every(condition => condition === undefined) ? ANY_REQUEST : asked;
}

/** A third party answers to its own name alone. */
function optionsOf({ service, said: { options } }: Exposure, { host }: RoutedHost): HttpRouteOptions {
  const said = Object.fromEntries(Object.entries(options).filter(([, option]) => option !== undefined));
  if (!service.locator.isExternal || options.rewrite?.authority !== undefined) return said;
  return { ...said, rewrite: { ...options.rewrite, authority: host } };
}

function nameOf(service: string, conditions: readonly HttpConditions[]): string {
  const words = conditions.map(conditionWords).filter(word => word !== '').join('-or-');
  return words === '' ? service : `${service}-${shortened(words, LONGEST)}`;
}
