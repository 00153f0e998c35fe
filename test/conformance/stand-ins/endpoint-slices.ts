import { Manifest } from '../harness/manifests';
import { PodManifest } from './deployment-pods';

/** A pod and where it is. */
export interface PlacedPod {
  readonly manifest: PodManifest;
  readonly address: string;
}

interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number | string;
  readonly protocol?: string;
  readonly appProtocol?: string;
}

/** The pods that a Service selects: those of its namespace that carry all labels of its selector. Without a selector it selects none. */
export function selectedBy<T extends Pick<PlacedPod, 'manifest'>>(service: Manifest, pods: readonly T[]): T[] {
  const selector = Object.entries((service.spec.selector ?? {}) as Record<string, string>);
  return pods.filter(({ manifest: { metadata } }) => selector.length > 0 && metadata.namespace === service.metadata.namespace
    && selector.every(([key, value]) => metadata.labels[key] === value));
}

/**
 * Stands in for the EndpointSlice controller: the addresses of a Service's pods, all ready.
 * Source: https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/
 */
export function endpointSliceOf(service: Manifest, pods: readonly PlacedPod[]) {
  const selected = selectedBy(service, pods);
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: service.metadata.name, namespace: service.metadata.namespace, labels: { 'kubernetes.io/service-name': service.metadata.name } },
    addressType: 'IPv4',
    ports: (service.spec.ports as readonly ServicePort[]).map(({ name, protocol, appProtocol, ...port }) => (
      { name, protocol, appProtocol, port: targetPortOf(port, selected) })),
    endpoints: selected.map(({ manifest: { metadata: { name, namespace } }, address }) => (
      { addresses: [address], conditions: { ready: true }, nodeName: 'node-1', targetRef: { kind: 'Pod', name, namespace } })),
  };
}

/** A number, or the name of a container's port; the Service's own if it is not given. Source: https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports */
export function targetPortOf({ port, targetPort = port }: ServicePort, selected: readonly Pick<PlacedPod, 'manifest'>[]): number {
  if (typeof targetPort === 'number') return targetPort;
  const ports = selected.flatMap(({ manifest }) => manifest.spec.containers.flatMap(container => container.ports ?? []));
  const named = ports.find(({ name }) => name === targetPort);
  if (named) return named.containerPort;
  throw new Error(`no container has a port named ${targetPort}`);
}
