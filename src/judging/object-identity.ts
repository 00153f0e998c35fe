import { ApiObject } from 'cdk8s';
import { ObjectIdentity } from '../model/emitted-object';
import { manifestOf, textMember } from '../private/manifest-member';
import { declaredPlaceOf } from '../private/our-object';

/**
 * What an object is known by in the cluster: what it was declared with or, where that is worked out or patched afterwards, what is written. Most are neither,
 * and need not be rendered to be known.
 */
export function identityOf(object: ApiObject): ObjectIdentity {
  const { apiGroup, kind, name } = object;
  const ours = declaredPlaceOf(object);
  if (ours) return { group: apiGroup === 'core' ? '' : apiGroup, kind, namespace: ours.namespace, name };
  const { metadata } = object;
  const declared = { group: apiGroup === 'core' ? '' : apiGroup, kind, namespace: metadata.namespace ?? '', name };
  return isFinal(object, declared) ? declared : writtenIdentity(object, declared);
}

/** Patches are a private member of cdk8s: an object without one of that name is rendered. */
function isFinal(object: ApiObject, identity: ObjectIdentity): boolean {
  const patches: unknown = Reflect.get(object, 'patches');
  return Array.isArray(patches) && patches.length === 0 && Object.values(identity).every(word => typeof word === 'string');
}

function writtenIdentity(object: ApiObject, declared: ObjectIdentity): ObjectIdentity {
  const manifest = manifestOf({ manifest: () => object.toJson() });
  if (manifest === undefined) return declared;
  const version = textMember(manifest, 'apiVersion') ?? '';
  return {
    group: version.includes('/') ? version.slice(0, version.indexOf('/')) : '',
    kind: textMember(manifest, 'kind') ?? '',
    namespace: textMember(manifest, 'metadata', 'namespace') ?? '',
    name: textMember(manifest, 'metadata', 'name') ?? '',
  };
}
