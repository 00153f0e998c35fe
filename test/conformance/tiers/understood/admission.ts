import { ManifestDocument, Manifests } from '../../harness/manifests';
import { KubernetesClient, ObjectReference, ServedObject } from '../../systems/kubernetes-client';

/** What an application to a mesh did. */
export interface Admitted {
  readonly served: readonly ServedObject[];
  readonly gone: readonly ObjectReference[];
  /** What the API server said of those that it did not take; with istiod's validation behind it. */
  readonly refusals: readonly string[];
}

/** Puts what a mesh reads on an API server, in place of what was there; what is refused is noted and left out. */
export class Admission {
  private held: readonly { readonly document: ManifestDocument; readonly served: ServedObject }[] = [];

  constructor(private readonly client: KubernetesClient) {}

  public async become(manifests: Manifests): Promise<Admitted> {
    const refusals: string[] = [];
    const now: { document: ManifestDocument; served: ServedObject }[] = [];
    for (const [i, document] of manifests.documents.entries()) {
      const object = manifests.objects[i];
      if (!isRead(object)) continue;
      try {
        const before = this.held.find(held => held.document === document);
        now.push(before ?? { document, served: await this.client.apply(document.text, object) });
      } catch (error) {
        refusals.push(`${object.kind} ${object.metadata.namespace}/${object.metadata.name}: ${(error as Error).message.replace(/^PATCH \S+: /, '')}`);
      }
    }
    const kept = new Set(now.map(({ served }) => nameOf(served)));
    const gone = this.held.map(({ served }) => served).filter(served => !kept.has(nameOf(served)));
    for (const object of gone) await this.client.delete(object);
    this.held = now;
    return { served: now.map(({ served }) => served), gone, refusals };
  }
}

/** Istio's own kinds. */
export function isIstios({ apiVersion }: { readonly apiVersion: string }): boolean {
  return /(^|\.)istio\.io\//.test(apiVersion);
}

function isRead(object: ObjectReference): boolean {
  return isIstios(object) || ['Deployment', 'StatefulSet', 'Service', 'ServiceAccount'].includes(object.kind);
}

function nameOf({ apiVersion, kind, metadata: { namespace, name } }: ObjectReference): string {
  return `${apiVersion} ${kind} ${namespace}/${name}`;
}
