import { listOf, member, textMember } from './manifest-member';

/** A Kubernetes Service that something leads to. */
export interface Backend {
  /** Empty if it follows from where the object is applied to. */
  readonly namespace: string;
  readonly name: string;
  /** Its number or its name; none if it is not said. */
  readonly port?: number | string;
}

/** A kind of object that leads what comes from outside to Services. */
export interface EntranceKind {
  readonly group: string;
  readonly kind: string;
  /** Where an object of it leads to. */
  readonly backends: (manifest: unknown, namespace: string) => Backend[];
}

const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'];

/**
 * Sources: https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/, https://gateway-api.sigs.k8s.io/reference/spec/,
 * https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService (gateways)
 */
export const ENTRANCES: readonly EntranceKind[] = [
  { group: 'networking.k8s.io', kind: 'Ingress', backends: ofIngress },
  ...ROUTES.map(kind => ({ group: 'gateway.networking.k8s.io', kind, backends: ofRoute })),
  { group: 'networking.istio.io', kind: 'VirtualService', backends: ofVirtualService },
];

function ofIngress(manifest: unknown, namespace: string): Backend[] {
  const paths = listOf(member(manifest, 'spec', 'rules')).flatMap(rule => listOf(member(rule, 'http', 'paths')).map(path => member(path, 'backend')));
  return [member(manifest, 'spec', 'defaultBackend'), ...paths].flatMap(backend => {
    const service = member(backend, 'service');
    return backendOf(namespace, textMember(service, 'name'), member(service, 'port', 'number') ?? member(service, 'port', 'name'));
  });
}

/** A route of a Service is a mesh's, and lets nobody in. */
function ofRoute(manifest: unknown, namespace: string): Backend[] {
  const parents = listOf(member(manifest, 'spec', 'parentRefs'));
  if (parents.length > 0 && parents.every(parent => member(parent, 'kind') === 'Service')) return [];
  return listOf(member(manifest, 'spec', 'rules')).flatMap(rule => listOf(member(rule, 'backendRefs'))).flatMap(backend => {
    if ((textMember(backend, 'kind') ?? 'Service') !== 'Service') return [];
    return backendOf(textMember(backend, 'namespace') ?? namespace, textMember(backend, 'name'), member(backend, 'port'));
  });
}

function ofVirtualService(manifest: unknown, namespace: string): Backend[] {
  const spec = member(manifest, 'spec');
  if (!isOfGateway(listOf(member(spec, 'gateways')))) return [];
  return ['http', 'tls', 'tcp'].flatMap(protocol => listOf(member(spec, protocol)).filter(isMatchedAtGateway).flatMap(route => listOf(member(route, 'route'))))
    .flatMap(route => {
      const host = textMember(route, 'destination', 'host') ?? '';
      const [, name, place] = /^([^.]+)\.([^.]+)\.svc(?:\.|$)/.exec(host) ?? [];
      return backendOf(place ?? namespace, host.includes('.') ? name : host, member(route, 'destination', 'port', 'number'));
    });
}

function isOfGateway(gateways: readonly unknown[]): boolean {
  return gateways.some(gateway => gateway !== 'mesh');
}

/** A match may name gateways of its own. */
function isMatchedAtGateway(route: unknown): boolean {
  const matches = listOf(member(route, 'match'));
  return matches.length === 0 || matches.some(match => member(match, 'gateways') === undefined || isOfGateway(listOf(member(match, 'gateways'))));
}

function backendOf(namespace: string, name: string | undefined, port: unknown): Backend[] {
  if (name === undefined || name === '') return [];
  return [{ namespace, name, port: typeof port === 'number' || typeof port === 'string' ? port : undefined }];
}
