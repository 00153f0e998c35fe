import { LIMITS_ELSEWHERE, LIMITS_NAMESPACE } from '../../fixtures/limits';
import { Manifests } from '../../harness/manifests';
import { podElsewhere, PodManifest, podsOf } from '../../stand-ins/deployment-pods';

/** Pods that other programs make, as the declarations describe them. */
const ELSEWHERE = [
  podElsewhere('ingress-gateway', 'istio-ingress', { istio: 'ingressgateway' }, 'istio-ingressgateway'),
  podElsewhere('batch', 'batch', { app: 'batch' }, 'batch'),
  podElsewhere('admin', 'edge', { app: 'admin' }, 'admin'),
  podElsewhere('gateway', 'edge', { app: 'gateway', version: 'v1' }, 'edge.gateway'),
  podElsewhere('elsewhere', LIMITS_NAMESPACE, LIMITS_ELSEWHERE.labels, LIMITS_ELSEWHERE.serviceAccountName),
];

/** One pod of everything that has pods. */
export function knownPods(manifests: Manifests): PodManifest[] {
  const made = ['Deployment', 'StatefulSet', 'Rollout'].flatMap(kind => manifests.ofKind(kind)).flatMap(workload => podsOf(workload, 1));
  return [...made, ...ELSEWHERE].map(pod => (pod.metadata.labels['sidecar.istio.io/inject'] === 'false' ? pod : injected(pod)));
}

/** With the container that Istio's injector adds. */
function injected(pod: PodManifest): PodManifest {
  return { ...pod, spec: { ...pod.spec, containers: [...pod.spec.containers, { name: 'istio-proxy', image: 'istio/proxyv2' }] } };
}

/** Pods that a sidecar is run for, by the beginning of their names: each namespace sees other hosts, and each provider guards other doors. */
const PROXIED = [
  'books/web', 'books/users', 'books/reviews-v1', 'shop/orders', 'all/every-option-web-pods', 'batch/batch', 'edge/admin', 'resilience/caller', 'shipping/parcels',
  `${LIMITS_NAMESPACE}/web`, `${LIMITS_NAMESPACE}/one`,
];

export function isProxied({ metadata: { namespace, name } }: PodManifest): boolean {
  return PROXIED.some(beginning => `${namespace}/${name}`.startsWith(beginning));
}
