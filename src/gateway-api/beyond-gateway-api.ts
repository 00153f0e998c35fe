import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { isOfGatewayApi } from '../model/gateway-interface';
import { GatewayListener } from '../model/gateway-listener';
import { ClientCertificates, TlsVersion } from '../model/gateway-listener-props';
import { Problem } from '../model/problem';
import { distinct } from '../private/distinct';
import { RequestRoute } from '../traffic/request-routes';
import { beyondExperimental } from './beyond-experimental';
import { beyondGrpcRoute } from './beyond-grpc-route';
import { beyondHttpRoute } from './beyond-http-route';
import { BoundRoute } from './bound-route';
import { RoutesRead } from './bound-routes';
import { ReleaseChannel } from './release-channel';
import { connectionSharesOf } from './sent-versions';

/** Most that one object takes. Source: the CRDs of the standard channel of 1.6 */
const LISTENERS = 64;
const HOSTS = 16;
const RULES = 16;
const MATCHES = 64;
const PARENTS = 32;
const BACKENDS = 16;
const FILTERS = 16;
const HOURS = 99_999;

/** BST664 */
export const beyondGatewayApi = (read: RoutesRead, channel: ReleaseChannel): ITopologyCheck => ourCheck<ITopologyCheck>({
  code: 'BST664',
  title: 'beyond-gateway-api',
  severity: Severity.ERROR,
  rationale: 'The Gateway API says what all of its implementations have in common. What it has no words for cannot be written down, and would be missing without a trace. '
    + 'Source: https://gateway-api.sigs.k8s.io/reference/spec/',
  fix: 'leave it out, say other `routes` in exposes(), or, where Istio\'s own gateways run, declare it without gatewayClassName',

  check: ({ graph }) => [
    ...graph.workloads.filter(isOfGatewayApi).flatMap(gateway => {
      const words = beyondListeners(gateway.listeners);
      return words.length === 0 ? [] : [Problem.of(gateway, `a Gateway of the Gateway API has no words for ${words.join(', ')}`)];
    }),
    ...read(graph).flatMap(bound => {
      const words = distinct([...beyondRoute(bound), ...channel === ReleaseChannel.EXPERIMENTAL ? bound.routes.flatMap(beyondExperimental) : []]);
      return words.length === 0 ? [] : [Problem.of(bound.subject, `no ${bound.kind} has words for ${words.join(', ')}`)];
    }),
  ],
});

function beyondListeners(listeners: readonly GatewayListener[]): string[] {
  return distinct([
    ...listeners.some(({ clientCertificates }) => clientCertificates !== ClientCertificates.NONE) ? ['clientCertificates, whose authority it reads from a ConfigMap of the whole port'] : [],
    ...listeners.some(({ minTlsVersion }) => minTlsVersion === TlsVersion.V1_3) ? ['minTlsVersion'] : [],
    ...listeners.some(({ isAutomatic }) => isAutomatic) ? ['autoPassthrough'] : [],
    ...listeners.flatMap(({ hosts }) => hosts).length > LISTENERS ? [`more than ${LISTENERS} listeners, one for each host`] : [],
  ]);
}

function beyondRoute(bound: BoundRoute): string[] {
  const { kind, to, routes, parentRefs, outside } = bound;
  const common = [
    ...to.service.locator.isExternal && !outside ? ['services outside of the cluster'] : [],
    ...parentRefs.length > PARENTS ? [`more than ${PARENTS} listeners`] : [],
    ...beyondHosts(bound),
  ];
  if (!to.service.showsRequests) return [...common, ...versionsBeyond(connectionSharesOf(bound).length)];
  return distinct([...common, ...routes.flatMap(kind === 'GRPCRoute' ? beyondGrpcRoute : beyondHttpRoute), ...tooMany(routes)]);
}

/** Connections without a name are for any host. */
function beyondHosts({ kind, hostnames }: BoundRoute): string[] {
  if (kind === 'TLSRoute' && hostnames === undefined) return ['connections for any name'];
  return kind !== 'TLSRoute' && hostnames !== undefined && hostnames.length > HOSTS ? [`more than ${HOSTS} hosts`] : [];
}

function versionsBeyond(count: number): string[] {
  return count > BACKENDS ? [`more than ${BACKENDS} versions`] : [];
}

/** A rewritten path has a rule for each match, and each method a match. */
function tooMany(routes: readonly RequestRoute[]): string[] {
  const counts = routes.map(({ matches, options }) => ({ matches: matches.flatMap(({ methods }) => methods ?? ['']).length, isSplit: options?.rewrite?.uri !== undefined }));
  const rules = counts.map(({ matches, isSplit }) => isSplit ? matches : 1).reduce((a, b) => a + b, 0);
  const matches = counts.map(each => each.matches);
  const changed = routes.some(({ options }) => (options?.mirrors?.length ?? 0) + Object.keys(options ?? {}).length > FILTERS);
  return [
    ...routes.flatMap(({ shares }) => versionsBeyond(shares.length)), ...changed ? [`more than ${FILTERS} things that are done with a request`] : [],
    ...routes.some(({ timeout }) => timeout && timeout.toHours({ integral: false }) > HOURS) ? ['a time limit of more than 99999 hours'] : [],
    ...rules > RULES ? [`more than ${RULES} rules`] : [],
    ...Math.max(...matches) > MATCHES || matches.reduce((a, b) => a + b, 0) > 2 * MATCHES ? [`more than ${MATCHES} matches of a rule, or ${2 * MATCHES} of all`] : [],
  ];
}
