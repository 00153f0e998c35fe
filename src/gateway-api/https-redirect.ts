import { Construct } from 'constructs';
import { IGateway } from '../model/gateway-interface';
import { isNearest } from '../model/nearest-listener';
import { distinct } from '../private/distinct';
import { emit } from '../private/emit';
import { shortened } from '../private/shortened';
import { RouteSpec } from './http-route';
import { HttpRouteRule } from './http-route-rules';
import { RouteFilter } from './route-filters';
import { sectionNameOf } from './sections';

/** As long as the name of an object may be. */
const LONGEST = 253;
const HTTPS = 443;

/** What is said to clients of listeners that send them to https. Source: https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/ */
export function emitHttpsRedirect(scope: Construct, gateway: IGateway): void {
  const { name, configNamespace: namespace } = gateway;
  const redirecting = gateway.listeners.filter(({ redirectsToHttps }) => redirectsToHttps)
    .flatMap(listener => listener.hosts.map(host => ({ listener, host })));
  for (const { listener, host } of redirecting) {
    const sectionName = sectionNameOf(listener, host);
    const filters: RouteFilter[] = [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', port: portOf(gateway, host), statusCode: 301 } }];
    emit<RouteSpec<HttpRouteRule>>(scope, {
      apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', name: shortened(`${name}-${sectionName}`, LONGEST), namespace,
      spec: { parentRefs: [{ name, sectionName }], rules: [{ name: 'https', filters }] },
    });
  }
}

/** Where the gateway listens for the host by TLS; none for the usual port, nor where that is not known. */
function portOf({ listeners }: IGateway, host: string): number | undefined {
  const ports = distinct(listeners.filter(listener => listener.protocol === 'HTTPS' && isNearest(listener, host, listeners)).map(({ port }) => port));
  return ports.length === 1 && ports[0] !== HTTPS ? ports[0] : undefined;
}
