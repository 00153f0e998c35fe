import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { isGateway } from '../model/gateway-interface';
import { GatewayListener } from '../model/gateway-listener';
import { ClientCertificates, TlsVersion } from '../model/gateway-listener-props';
import { ANY_HOST } from '../model/listener-host';
import { Problem } from '../model/problem';
import { distinct } from '../private/distinct';
import { exposedRoutesOf } from '../traffic/exposed-routes';
import { ExposedTogether } from '../traffic/exposed-together';
import { RequestRoute } from '../traffic/request-routes';
import { beyondGrpcRoute } from './beyond-grpc-route';
import { beyondHttpRoute } from './beyond-http-route';
import { everythingExposedHere } from './exposed-here';
import { kindOfRoute } from './kind-of-route';

/** Most that one object takes. Source: the CRDs of the standard channel of 1.6 */
const LISTENERS = 64;
const HOSTS = 16;
const RULES = 16;
const MATCHES = 64;

/** BST664 */
export const beyondGatewayApi = ourCheck<ITopologyCheck>({
  code: 'BST664',
  title: 'beyond-gateway-api',
  severity: Severity.ERROR,
  rationale: 'The Gateway API says what all of its implementations have in common. What it has no words for cannot be written down, and would be missing without a trace. '
    + 'Source: https://gateway-api.sigs.k8s.io/reference/spec/',
  fix: 'leave it out, say other `routes` in exposes(), or declare the gateway without gatewayClassName, as one of Istio\'s own',

  check: ({ graph }) => [
    ...graph.workloads.filter(isGateway).filter(({ gatewayClassName }) => gatewayClassName !== undefined).flatMap(gateway => {
      const words = beyondListeners(gateway.listeners);
      return words.length === 0 ? [] : [Problem.of(gateway, `a Gateway of the Gateway API has no words for ${words.join(', ')}`)];
    }),
    ...everythingExposedHere(graph).flatMap(together => {
      const words = beyondRoutes(together);
      return words.length === 0 ? [] : [Problem.of(together.exposure, `no ${kindOfRoute(together)} has words for ${words.join(', ')}`)];
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

function beyondRoutes(together: ExposedTogether): string[] {
  const { exposure: { service }, hosts } = together;
  const kind = kindOfRoute(together);
  const many = hosts.length > HOSTS ? [`more than ${HOSTS} hosts`] : [];
  const outside = service.locator.isExternal ? ['services outside of the cluster'] : [];
  if (kind === 'TCPRoute') return outside;
  if (kind === 'TLSRoute') return [...outside, ...hosts.includes(ANY_HOST) ? ['connections for any name'] : []];
  const routes = exposedRoutesOf({ exposed: [together] }).map(({ route }) => route);
  const beyond = kind === 'GRPCRoute' ? beyondGrpcRoute : beyondHttpRoute;
  return distinct([...outside, ...many, ...routes.flatMap(beyond), ...tooMany(routes)]);
}

/** A rewritten path has a rule for each match, and each method a match. */
function tooMany(routes: readonly RequestRoute[]): string[] {
  const counts = routes.map(({ matches, options }) => ({ matches: matches.flatMap(({ methods }) => methods ?? ['']).length, isSplit: options?.rewrite?.uri !== undefined }));
  const rules = counts.map(({ matches, isSplit }) => isSplit ? matches : 1).reduce((a, b) => a + b, 0);
  const matches = counts.map(each => each.matches);
  return [
    ...rules > RULES ? [`more than ${RULES} rules`] : [],
    ...Math.max(...matches) > MATCHES || matches.reduce((a, b) => a + b, 0) > 2 * MATCHES ? [`more than ${MATCHES} matches of a rule, or ${2 * MATCHES} of all`] : [],
  ];
}
