import type { CustomResource, CustomResourceOptions } from '@pulumi/pulumi';
import { kubernetes } from './sdk';

/** An object as Kubernetes reads it. */
export interface Manifest {
  /** `GROUP/VERSION`, or the version alone for the core group. */
  readonly apiVersion: string;
  /** Kind. */
  readonly kind: string;
  /** `metadata`, `spec`, `data` and whatever else stands at the top. */
  readonly [field: string]: unknown;
}

/** A class of `@pulumi/kubernetes` that registers a manifest. */
export type ResourceClass = new (name: string, args: Manifest, opts?: CustomResourceOptions) => CustomResource;

/**
 * The class that registers a manifest: the typed one of its kind, else `apiextensions.CustomResource`.
 *
 * The typed classes are preferred because they alone carry the right token for core kinds and mark a Secret's data as secret.
 */
export function resourceClassOf(manifest: Manifest): ResourceClass {
  return typedClassOf(manifest) ?? kubernetes.apiextensions.CustomResource as ResourceClass;
}

function typedClassOf({ apiVersion, kind }: Manifest): ResourceClass | undefined {
  const [version, group = 'core'] = apiVersion.split('/').reverse();
  const isCustom = group.includes('.') && !group.endsWith('.k8s.io');
  if (isCustom) return undefined;
  const found = [group.split('.')[0], version, kind].reduce(member, kubernetes);
  return typeof found === 'function' && hasToken(found, `kubernetes:${group}/${version}:${kind}`) ? found as ResourceClass : undefined;
}

/** Own properties only: an object has a `constructor`, and Kubernetes has no such kind. */
function member(owner: unknown, name: string): unknown {
  return typeof owner === 'object' && owner !== null && Object.hasOwn(owner, name) ? Reflect.get(owner, name) : undefined;
}

/** A group may share its first label with another one; the class of the other would register the wrong `apiVersion`. */
function hasToken(found: object, expected: string): boolean {
  const token: unknown = Reflect.get(found, '__pulumiType');
  return token === undefined || token === expected;
}
