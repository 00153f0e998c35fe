import { Construct } from 'constructs';
import { IGateway } from '../model/gateway-interface';
import { emit } from '../private/emit';
import { shortened } from '../private/shortened';
import { RouteSpec } from './http-route';
import { HttpRouteRule } from './http-route-rules';
import { sectionNameOf } from './sections';

/** As long as the name of an object may be. */
const LONGEST = 253;

/** What is said to clients of listeners that send them to https. Source: https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/ */
export function emitHttpsRedirect(scope: Construct, gateway: IGateway): void {
  const { name, configNamespace: namespace } = gateway;
  const sections = gateway.listeners.filter(({ redirectsToHttps }) => redirectsToHttps)
    .flatMap(listener => listener.hosts.map(host => sectionNameOf(listener, host)));
  for (const sectionName of sections) {
    emit<RouteSpec<HttpRouteRule>>(scope, {
      apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', name: shortened(`${name}-${sectionName}`, LONGEST), namespace,
      spec: { parentRefs: [{ name, sectionName }], rules: [{ name: 'https', filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }] },
    });
  }
}
