import { Difference } from '../coverage-row';
import { BoundRoutesMeaning, GatewayMeaning, GatewayRoutesMeaning, KubernetesGatewayMeaning, Meaning, RouteMeaning } from '../meaning/meaning';
import { spelledOut } from '../meaning/spelled-out';

/** The pods of Istio's own gateway. */
export const INGRESS_GATEWAY = { istio: 'ingressgateway' };

/** A Gateway of the Gateway API, and what is bound to it, as the objects that Istio makes of them. */
export const FOR_KUBERNETES_GATEWAY: Difference = {
  name: 'Istio\'s objects for those of the Gateway API',
  why: 'Istio makes a Gateway and VirtualServices of its own of the others, and gives the proxy the same listeners and routes. The pods of ours are those of an installation; for the others Istio '
    + 'makes some. Where the sample sends to a Service per version, ours sends to a subset of the version\'s pods.',
  alike: meanings => meanings.map(meaning => ofIstio(meaning, INGRESS_GATEWAY)),
};

/** An Ingress as Istio reads it. */
export const FOR_INGRESS: Difference = {
  name: 'a Gateway for an Ingress',
  why: 'Istio reads an Ingress of its class as a Gateway of its own pods at port 80, and as routes that are bound to it.',
  alike: meanings => meanings.flatMap((meaning): Meaning[] => meaning.kind !== 'Ingress' ? [meaning] : [
    spelledOut({ kind: 'Gateway', of: INGRESS_GATEWAY, listeners: [{ port: 80, protocol: 'HTTP', hosts: ['*'] }] }),
    ...meaning.hosts.map(host => spelledOut({ kind: 'GatewayRoutes', host, routes: meaning.routes })),
  ]),
};

/** Prefixes by segments, as the path and what is below it. */
export const BY_SEGMENTS: Difference = {
  name: 'a path and what is below it',
  why: 'A prefix of the Gateway API takes whole segments: the path, and what stands below it. Ours says the two.',
  alike: meanings => meanings.map(meaning => meaning.kind === 'GatewayRoutes' ? spelledOut({ ...meaning, routes: meaning.routes?.map(inSegments) }) : meaning),
};

/** A Gateway that has several servers. */
export const BY_LISTENER: Difference = {
  name: 'a Gateway for each listener',
  why: 'A proxy takes the servers of all Gateways that select it; in objects of their own, routes are bound to those alone that they are meant for.',
  alike: meanings => {
    const gateways = meanings.filter((meaning): meaning is GatewayMeaning => meaning.kind === 'Gateway');
    const pods = new Map(gateways.map(({ of }) => [JSON.stringify(of), of]));
    const joined = [...pods].map(([key, of]) => spelledOut({ kind: 'Gateway', of, listeners: gateways.filter(other => JSON.stringify(other.of) === key).flatMap(({ listeners }) => listeners) }));
    return [...meanings.filter(({ kind }) => kind !== 'Gateway'), ...joined];
  },
};

/** The objects that Istio makes of those of the Gateway API, for pods with these labels. */
export function ofIstio(meaning: Meaning, of: Record<string, string>): Meaning {
  if (meaning.kind === 'KubernetesGateway') return spelledOut({ kind: 'Gateway', of, listeners: meaning.listeners.map(listenerOf) });
  return meaning.kind === 'BoundRoutes' ? spelledOut(routesOf(meaning)) : meaning;
}

function listenerOf({ port, protocol, host = '*', secret, clients }: KubernetesGatewayMeaning['listeners'][number]): GatewayMeaning['listeners'][number] {
  const tls = protocol === 'TLS' ? { mode: 'PASSTHROUGH' } : secret === undefined ? undefined : { mode: clients === 'required' ? 'MUTUAL' : 'SIMPLE', secret };
  return { port, protocol, hosts: [host], ...tls && { tls } };
}

function routesOf({ hosts: [host = '*'], routes, tls, tcp }: BoundRoutesMeaning): GatewayRoutesMeaning {
  return {
    kind: 'GatewayRoutes', host, routes: routes?.map(route => ({ ...route, to: bySubset(route.to) })),
    tls: tls?.map(route => ({ ...route, to: bySubset(route.to) })), tcp: tcp?.map(route => ({ ...route, to: bySubset(route.to) })),
  };
}

/** `/static/**` is `/static` and what begins with `/static/`. */
function inSegments({ when, ...route }: RouteMeaning): RouteMeaning {
  return { ...route, ...when && { when: when.flatMap(condition => {
    const { uri } = condition;
    if (typeof uri !== 'string' || !uri.endsWith('/**')) return [condition];
    return [{ ...condition, uri: uri.slice(0, -3) }, { ...condition, uri: `${uri.slice(0, -2)}*` }];
  }) } };
}

/** `any.reviews-v1` is subset v1 of reviews. */
function bySubset(to: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(to).map(([name, weight]) => [name.replace(/^any\.(.+)-(v\d+)$/, '$2.$1'), weight]));
}
