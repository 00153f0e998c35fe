import { Manifest } from '../harness/manifests';

/** A pod as far as the mesh reads it. */
export interface PodManifest extends Manifest {
  readonly metadata: Manifest['metadata'] & { readonly namespace: string; readonly labels: Record<string, string>; readonly annotations?: Record<string, string> };
  readonly spec: { readonly serviceAccountName: string; readonly containers: readonly PodContainer[]; readonly [field: string]: unknown };
}

interface PodContainer {
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[];
  readonly [field: string]: unknown;
}

/**
 * Stands in for the Deployment and ReplicaSet controllers and the scheduler: pods of the template, with its labels and ServiceAccount.
 * Source: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 *
 * @param count how many of its replicas are run
 */
export function podsOf(deployment: Manifest, count = deployment.spec.replicas as number): PodManifest[] {
  const { metadata, spec } = deployment.spec.template;
  const { namespace, name } = deployment.metadata;
  return Array.from({ length: count }, (_, i) => pod({ name: `${name}-${i + 1}`, namespace: namespace!, labels: metadata.labels, annotations: metadata.annotations }, spec));
}

/** A pod that something else than the synthesized YAML makes. */
export function podElsewhere(name: string, namespace: string, labels: Record<string, string>, serviceAccountName: string): PodManifest {
  return pod({ name, namespace, labels }, { serviceAccountName, containers: [{ name: 'main', image: 'elsewhere' }] });
}

/** A pod that names no ServiceAccount has "default": https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts */
function pod(metadata: PodManifest['metadata'], spec: PodManifest['spec']): PodManifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata,
    spec: { ...spec, serviceAccountName: spec.serviceAccountName ?? 'default', nodeName: 'node-1' },
  };
}
