import { Listener } from '../pod-program/orders';
import { AUTHORIZER, ZIPKIN } from './istiod';
import { KubernetesClient } from './kubernetes-client';
import { Network } from './network';
import { Pod } from './pod';

/** Where everything is that is not in the mesh, unless a tier says otherwise. */
export const OUTSIDE = '10.77.200.1';

/** Starts what stands for third parties, for the collector of spans and for an authorizer, and makes the latter two known to the mesh. */
export async function startOutside(listeners: readonly Listener[], network: Network, client: KubernetesClient): Promise<Pod> {
  const addresses = [...new Set([OUTSIDE, ...listeners.flatMap(({ address }) => address ?? [])])];
  const pod = await Pod.start(network, { name: 'outside', addresses, listeners: [...listeners, { port: ZIPKIN.port, protocol: 'zipkin' }, { port: AUTHORIZER.port, protocol: 'http' }] });
  for (const object of [ZIPKIN, AUTHORIZER].flatMap(knownAs)) await client.applyObject(object);
  return pod;
}

function knownAs({ name, namespace, port }: typeof ZIPKIN) {
  const ports = [{ name: `http-${name}`, port, protocol: 'TCP' }];
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { ports } },
    {
      apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata: { name, namespace, labels: { 'kubernetes.io/service-name': name } },
      addressType: 'IPv4', ports, endpoints: [{ addresses: [OUTSIDE], conditions: { ready: true } }],
    },
  ];
}
