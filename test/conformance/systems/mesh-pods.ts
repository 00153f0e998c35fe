import { Manifest, Manifests } from '../harness/manifests';
import { Listener } from '../pod-program/orders';
import { PodManifest } from '../stand-ins/deployment-pods';
import { PlacedPod, selectedBy, targetPortOf } from '../stand-ins/endpoint-slices';
import { Istiod } from './istiod';
import { KubernetesClient } from './kubernetes-client';
import { Network } from './network';
import { Pod } from './pod';
import { ProxyKind } from './sidecar';

/** A pod that is to run in the mesh. */
export interface PlannedPod {
  /** What rows call it. */
  readonly name: string;
  readonly manifest: PodManifest;
  /** Istio's proxy: a pod of a namespace without injection has none. */
  readonly proxy?: ProxyKind;
  /** What it is instead. The API server knows no pod of it, and no controller what Services select there. @default - a pod */
  readonly machine?: Machine;
}

/** A machine with a sidecar. Source: https://istio.io/latest/docs/setup/install/virtual-machine/ */
export interface Machine {
  readonly at: string;
  /** Of which it makes itself known. @default - an entry tells of it */
  readonly group?: string;
}

/** A pod that runs. */
export interface MeshPod extends PlacedPod, PlannedPod {
  readonly pod: Pod;
}

/** Starts a pod with an application that listens where Services lead, unless a proxy does, and tells the API server what a kubelet would. */
export async function startPod(
  planned: PlannedPod, address: string, manifests: Manifests, network: Network, client: KubernetesClient,
): Promise<MeshPod> {
  const manifest = planned.proxy === 'sidecar' && !planned.machine ? injected(planned.manifest) : planned.manifest;
  const listeners = isWithoutProgram(planned) ? [] : listenersOf(manifest, manifests.ofKind('Service'));
  const pod = await Pod.start(network, { name: planned.name, addresses: [address], listeners });
  const { metadata: { namespace }, spec: { serviceAccountName: name } } = manifest;
  await client.applyObject({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } });
  if (planned.machine) return { ...planned, manifest, address, pod };
  await client.applyObject(manifest);
  await client.patchStatus(manifest, { phase: 'Running', podIP: address, podIPs: [{ ip: address }], conditions: [{ type: 'Ready', status: 'True' }] });
  return { ...planned, manifest, address, pod };
}

/** Puts the proxy before a pod's application, or in place of one, or beside it, with an identity for the authority: a token of its ServiceAccount that is bound to the pod, if it is one. */
export async function startProxyOf({ pod, manifest, proxy: kind, machine }: MeshPod, client: KubernetesClient, istiod: Istiod): Promise<void> {
  const { metadata, spec: { serviceAccountName } } = manifest;
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: serviceAccountName, namespace: metadata.namespace } };
  const { status } = await client.create(account, 'token', {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: {
      audiences: ['istio-ca'], expirationSeconds: 86_400,
      ...machine ? {} : { boundObjectRef: { apiVersion: 'v1', kind: 'Pod', name: metadata.name } },
    },
  });
  const rootCertificate = await istiod.rootCertificate(metadata.namespace);
  await pod.inject({ kind: kind!, pod: metadata, serviceAccountName, token: status.token as string, rootCertificate, group: machine?.group });
}

/** Whether the proxy is all that there is. */
function isWithoutProgram({ proxy }: PlannedPod): boolean {
  return proxy === 'router' || proxy === 'waypoint';
}

/** The injector's label, by which clients know that the pod speaks mutual TLS. */
function injected(manifest: PodManifest): PodManifest {
  return { ...manifest, metadata: { ...manifest.metadata, labels: { ...manifest.metadata.labels, 'security.istio.io/tlsMode': 'istio' } } };
}

function listenersOf(manifest: PodManifest, services: readonly Manifest[]): Listener[] {
  const listeners = services.filter(service => selectedBy(service, [{ manifest }]).length > 0).flatMap(service => (
    (service.spec.ports as { port: number; targetPort: number; appProtocol: string }[]).map(port => (
      [targetPortOf(port, [{ manifest }]), port.appProtocol === 'http' || port.appProtocol === 'grpc' ? port.appProtocol : 'tcp'] as const))));
  return [...new Map(listeners)].map(([port, protocol]) => ({ port, protocol }));
}
