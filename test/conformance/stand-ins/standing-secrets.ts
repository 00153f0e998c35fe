import { Secrets } from '../../support/kubelet';
import { Manifest, Manifests } from '../harness/manifests';
import { secretsFromStores, Stores } from './external-secrets';

/** A Secret as it is in the cluster. */
export interface StandingSecret {
  readonly type: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, string>>;
}

/** Namespace to name to Secret. */
export type StandingSecrets = Record<string, Record<string, StandingSecret>>;

/**
 * The Secrets of all ExternalSecrets, as they are after the operator has looked at the stores again: what is made once stays as it was.
 * Source: external-secrets.io, api/externalsecret (refreshPolicy), guides/ownership-deletion-policy.
 *
 * @param before what was there when it looked; nothing if it looks for the first time
 */
export async function refreshed(manifests: Manifests, stores: Stores, before: StandingSecrets = {}): Promise<StandingSecrets> {
  const after: StandingSecrets = {};
  for (const [namespace, objects] of byNamespace(manifests.ofKind('ExternalSecret'))) {
    const [rendered] = await secretsFromStores(objects, [stores]);
    after[namespace] = Object.fromEntries(objects.map(object => [object.spec.target.name, standing(object, rendered, before[namespace])]));
  }
  return after;
}

function standing({ spec: { refreshPolicy, target } }: Manifest, rendered: Secrets, before: Record<string, StandingSecret> = {}): StandingSecret {
  const kept = refreshPolicy === 'CreatedOnce' ? before[target.name] : undefined;
  return kept ?? { type: target.template.type, labels: target.template.metadata?.labels ?? {}, data: rendered[target.name] };
}

function byNamespace(objects: readonly Manifest[]): ReadonlyMap<string, Manifest[]> {
  const found = new Map<string, Manifest[]>();
  for (const object of objects) found.set(object.metadata.namespace!, [...found.get(object.metadata.namespace!) ?? [], object]);
  return found;
}
