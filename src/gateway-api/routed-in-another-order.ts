import { ITopologyCheck, ourCheck } from '../model/check';
import { isExposure } from '../model/exposure';
import { Severity } from '../model/finding';
import { isOfGatewayApi } from '../model/gateway-interface';
import { Problem } from '../model/problem';
import { Protocol } from '../model/protocol';
import { TopologyGraph } from '../model/topology-graph';
import { quote } from '../private/topology-error';
import { ExposedHost, exposedHostsOf } from '../traffic/exposed-host';
import { exposedRoutesOf } from '../traffic/exposed-routes';
import { conjunction, matchKey, meeting, RequestMatch } from '../traffic/request-match';
import { RequestRoute } from '../traffic/request-routes';
import { RoutedHost } from '../traffic/routed-host';
import { BoundRoute } from './bound-route';
import { RoutesRead } from './bound-routes';
import { compared, grpcPrecedence, httpPrecedence } from './precedence';

/** Routes name Services, and not their hosts. */
const DOMAIN = 'cluster.local';

/** BST665 */
export const routedInAnotherOrder = (read: RoutesRead): ITopologyCheck => ourCheck<ITopologyCheck>({
  code: 'BST665',
  title: 'routed-in-another-order',
  severity: Severity.ERROR,
  rationale: 'Of the routes of a host the Gateway API asks the one first that says most of the path, then of the method, of headers, of the query; of two that say as much, in two objects, the older one. The order in which '
    + 'they are declared counts only within one exposure, and only among those that say as much. Source: https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule (matches)',
  fix: 'let what comes first ask for more than what comes after it, such as a path beside the header, or for something that the other excludes',

  check: ({ graph }) => [
    ...hosts(graph).flatMap(host => problemsOf(host.host, askedAt(host))),
    ...read(graph).filter(({ subject }) => !isExposure(subject)).flatMap(bound => problemsOf(bound.to.host, askedOf(bound))),
  ],
});

function hosts(graph: TopologyGraph): ExposedHost[] {
  if (graph._exposures.all.every(({ gateway }) => !isOfGatewayApi(gateway))) return [];
  return exposedHostsOf(graph, DOMAIN).filter(({ gateway }) => isOfGatewayApi(gateway));
}

interface Asked {
  readonly subject: BoundRoute['subject'];
  readonly name: string;
  readonly match: RequestMatch;
  readonly precedence: readonly number[];
  /** Equal for those that do the same. */
  readonly does: string;
}

/** One for each route that others come before. */
function problemsOf(host: string, asked: readonly Asked[]): Problem[] {
  const told = new Set<string>();
  return asked.flatMap((first, position) => {
    const earlier = asked.slice(0, position);
    const before = asked.slice(position + 1).find(later => isBefore(later, first) && !isTaken(meeting(first.match, later.match), later, earlier));
    const key = JSON.stringify([first.name, before?.name]);
    if (before === undefined || told.has(key)) return [];
    told.add(key);
    const both = `requests that its route ${quote(first.name)} and ${quote(before.name)}, which comes after it, both take`;
    return [Problem.of(first.subject, `at host ${quote(host)} ${both} ${wordsOf(before, first)}`)];
  });
}

function askedAt(host: ExposedHost): Asked[] {
  return exposedRoutesOf(host).flatMap(({ exposure, to, route }) => conditionsOf(exposure, to, route));
}

function askedOf({ subject, to, routes }: BoundRoute): Asked[] {
  return routes.flatMap(route => conditionsOf(subject, to, route));
}

function conditionsOf(subject: BoundRoute['subject'], { service, host, port }: RoutedHost, { name, matches, ...done }: RequestRoute): Asked[] {
  const precedenceOf = service.protocol.name === Protocol.GRPC.name ? grpcPrecedence : httpPrecedence;
  const does = JSON.stringify([host, port, done]);
  return matches.map(match => ({ subject, name, match, does, precedence: precedenceOf(match) }));
}

/** Whether the Gateway API may ask a later one first. */
function isBefore(later: Asked, first: Asked): boolean {
  const order = compared(later.precedence, first.precedence);
  return later.does !== first.does && (order > 0 || order === 0 && later.subject !== first.subject);
}

/** Whether no request is left that both take: there is none, or one that comes first, and is asked before the later one, takes them all. */
function isTaken(both: ReturnType<typeof meeting>, later: Asked, before: readonly Asked[]): boolean {
  if (both === undefined || both === 'unknown') return both === undefined;
  return before.some(({ match, precedence }) => {
    const met = compared(precedence, later.precedence) > 0 ? conjunction(match, both) : undefined;
    return met !== undefined && matchKey(met) === matchKey(both);
  });
}

function wordsOf(later: Asked, first: Asked): string {
  return compared(later.precedence, first.precedence) > 0 ? 'go to the latter, as it says more' : 'go to either, as both say as much';
}
