import { byCodePoint } from '../../../build-tools/files';
import { Manifest, Manifests } from '../harness/manifests';
import { PlacedPod, selectedBy } from '../stand-ins/endpoint-slices';
import { ServedObject } from './kubernetes-client';
import { isResolved, resolve } from './names';

/**
 * Stands in for the cluster's DNS: each Service's names lead to its address.
 * Source: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export async function resolveServices(services: readonly ServedObject[]): Promise<void> {
  for (const { metadata: { name, namespace }, spec: { clusterIP } } of services) {
    if (clusterIP !== 'None') await resolve(clusterIP as string, namesOf(name, namespace));
  }
}

/** Of a headless Service, to the first of its pods: a file tells one address for each name. */
export async function resolveHeadless(services: readonly Manifest[], pods: readonly PlacedPod[]): Promise<void> {
  for (const service of services.filter(({ spec }) => spec.clusterIP === 'None')) {
    const [first] = selectedBy(service, pods);
    if (first) await resolve(first.address, namesOf(service.metadata.name, service.metadata.namespace));
  }
}

function namesOf(name: string, namespace = 'default'): string[] {
  return [`${name}.${namespace}`, `${name}.${namespace}.svc`, `${name}.${namespace}.svc.cluster.local`];
}

/** Stands in for public DNS: hosts of ServiceEntries lead to an address, unless they were made to lead elsewhere. A sidecar waits for a name that leads nowhere. */
export async function resolveExternalHosts(manifests: Manifests, address: string): Promise<void> {
  const hosts = manifests.ofKind('ServiceEntry').flatMap(({ spec }) => spec.resolution === 'DNS' ? spec.hosts as string[] : []);
  await resolve(address, [...new Set(hosts)].sort(byCodePoint).filter(host => !isResolved(host)));
}
