import { ConnectionsMeaning, EntryMeaning, GatewayMeaning, GatewayRoutesMeaning, Meaning, RouteMeaning, ServiceMeaning } from './meaning';
import { textOf } from './text';

const NAMESPACE = 'default';

/** What is meant, with all that the APIs take for granted: equal texts for what means the same. */
export function spelledOut(meaning: Meaning): Meaning {
  switch (meaning.kind) {
    case 'Service': return service(meaning);
    case 'VirtualService': return { ...meaning, host: fullHost(meaning.host), routes: meaning.routes.map(route) };
    case 'GatewayRoutes': return gatewayRoutes(meaning);
    case 'Gateway': return gateway(meaning);
    case 'KubernetesGateway': case 'BoundRoutes': case 'Ingress': return meaning;
    case 'DestinationRule': return connections(meaning);
    case 'ServiceEntry': return entry(meaning);
    case 'AuthorizationPolicy': return { namespace: NAMESPACE, action: 'ALLOW', ...meaning };
    case 'HTTPRoute': return { ...meaning, parent: fullHost(meaning.parent) };
    case 'Waypoint': return { before: 'service', ...meaning };
    default: return { namespace: NAMESPACE, ...meaning };
  }
}

/** A name without dots is a Service of the namespace. */
export function fullHost(host: string): string {
  return host.includes('.') ? host : `${host}.${NAMESPACE}.svc.cluster.local`;
}

/** Where a route leads beyond its host is a Service; alternatives of a condition stand in any order. */
function gatewayRoutes({ routes, tls, tcp, ...meaning }: GatewayRoutesMeaning): GatewayRoutesMeaning {
  const to = <Route extends Pick<RouteMeaning, 'to'>>(each: Route): Route => {
    const destinations = Object.entries(sharesOf(each.to)).map(([name, weight]) => [destination(name), weight]);
    return { ...each, to: Object.fromEntries(destinations) };
  };
  return {
    ...meaning, tls: tls?.map(to), tcp: tcp?.map(to),
    routes: routes?.map(route).map(to).map(({ when, ...each }) => ({ ...each, ...when && { when: inOrder(when) } })),
  };
}

function inOrder<Told>(told: readonly Told[]): Told[] {
  return [...told].sort((a, b) => textOf(a) < textOf(b) ? -1 : 1);
}

function sharesOf(to: Record<string, number>): Record<string, number> {
  const names = Object.keys(to);
  return names.length === 1 ? { [names[0]]: 100 } : to;
}

function destination(name: string): string {
  const [subset, ...host] = name.split('.');
  return `${subset}.${fullHost(host.join('.'))}`;
}

/** Source: https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings (minProtocolVersion) */
function gateway({ listeners, ...meaning }: GatewayMeaning): GatewayMeaning {
  const spelled = listeners.map(({ protocol, hosts, tls, ...listener }) => ({
    ...listener, protocol: protocol.toUpperCase(), hosts: [...hosts].sort(), ...tls && { tls: tls.secret === undefined ? tls : { min: 'TLSV1_2', ...tls } },
  }));
  return { ...meaning, listeners: inOrder(spelled) };
}

function service(meaning: ServiceMeaning): ServiceMeaning {
  const ports = meaning.ports.map(({ port, protocol, targetPort = port }) => ({ port, protocol: protocol.toLowerCase(), targetPort }));
  return { type: 'ClusterIP', ...meaning, host: fullHost(meaning.host), ports: ports.sort((a, b) => a.port - b.port) };
}

/**
 * Istio's own retries where none are spelled out: twice, where the request did not arrive. Its other words are of gRPC alone, or name statuses of which there are
 * none. Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry
 */
const RETRIES = { attempts: 2, on: ['connect-failure', 'refused-stream'], backoff: '25ms' };

/** The only destination takes all, whatever its weight; answers that the proxy gives itself are not repeated. */
function route({ to, retries, ...meaning }: RouteMeaning): RouteMeaning {
  const names = Object.keys(to);
  const { attempts, on = RETRIES.on, ...more } = { ...RETRIES, ...retries };
  if (names.length === 0) return { ...meaning, to };
  return { ...meaning, to: sharesOf(to), retries: attempts === 0 ? { attempts } : { attempts, on: [...on].sort(), ...more } };
}

/** Istio's balancing where nothing else is said, for the whole host and for each port that has something of its own. */
const BALANCING = { loadBalancer: { simple: 'LEAST_REQUEST' } };

function connections({ policy, ports, ...meaning }: ConnectionsMeaning): ConnectionsMeaning {
  const host = fullHost(meaning.host);
  const said = (ports === undefined || policy !== undefined) && { policy: withDefaults({ ...policy }, host) };
  const byPort = ports && Object.entries(ports).map(([port, own]) => [port, withDefaults(own, host)]);
  return { ...meaning, host, ...said, ports: byPort && Object.fromEntries(byPort) };
}

/**
 * A proxy that starts TLS sends the host's name, holds the certificate to it, and trusts the authorities of the system, where nothing else is said.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings
 */
function withDefaults(said: Record<string, unknown>, host: string): Record<string, unknown> {
  const tls = said.tls as { readonly mode: string } | undefined;
  const balanced = said.loadBalancer as object | undefined;
  const loadBalancer = balanced && 'consistentHash' in balanced ? balanced : { ...BALANCING.loadBalancer, ...balanced };
  return { ...said, loadBalancer, ...tls?.mode === 'SIMPLE' ? { tls: { sni: host, subjectAltNames: [host], caCertificates: 'system', ...tls } } : {} };
}

function entry(meaning: EntryMeaning): EntryMeaning {
  const ports = meaning.ports.map(({ port, protocol, targetPort = port }) => ({ port, protocol: protocol.toUpperCase(), targetPort }));
  return { location: 'MESH_EXTERNAL', resolution: 'NONE', ...meaning, hosts: [...meaning.hosts].sort(), ports: ports.sort((a, b) => a.port - b.port) };
}
