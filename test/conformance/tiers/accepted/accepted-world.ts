import { readFileSync } from 'node:fs';
import { Manifest, ManifestDocument, Manifests } from '../../harness/manifests';
import { TierWorld } from '../../harness/tier';
import { KubeApiserver } from '../../systems/kube-apiserver';
import { ServedObject } from '../../systems/kubernetes-client';
import { crdFiles } from '../../toolbox/crd-files';
import { CelRules } from './cel-rules';

/** What the API server did with one YAML document: either it serves the object, or it says why not. */
export interface Outcome {
  readonly document: ManifestDocument;
  readonly object: Manifest;
  readonly served?: ServedObject;
  readonly refusal?: string;
}

/** An API server that knows every kind that is emitted, and what became of each document. */
export class AcceptedWorld implements TierWorld {
  public static async open(): Promise<AcceptedWorld> {
    const crds = crdFiles().map(file => readFileSync(file, 'utf8'));
    const server = await KubeApiserver.start();
    await Promise.all(crds.map(crd => server.client.applyCrds(crd)));
    return new AcceptedWorld(server, CelRules.of(crds));
  }

  public outcomes: readonly Outcome[] = [];

  private constructor(public readonly server: KubeApiserver, public readonly rules: CelRules) {}

  /** One document after the other, as `kubectl apply` does. Their namespaces are the cluster owner's to make. */
  public async apply(manifests: Manifests): Promise<void> {
    const { client } = this.server;
    for (const { served } of this.outcomes) if (served) await client.delete(served);
    for (const name of new Set(manifests.objects.map(({ metadata: { namespace } }) => namespace))) {
      if (name !== undefined) await client.applyObject({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    }
    const outcomes: Outcome[] = [];
    for (const [i, document] of manifests.documents.entries()) outcomes.push(await this.outcomeOf(document, manifests.objects[i]));
    this.outcomes = outcomes;
  }

  public async close(): Promise<void> {
    await this.server.stop();
  }

  private async outcomeOf(document: ManifestDocument, object: Manifest): Promise<Outcome> {
    try {
      return { document, object, served: await this.server.client.apply(document.text, object) };
    } catch (error) {
      return { document, object, refusal: (error as Error).message.replace(/^PATCH \S+: /, '') };
    }
  }
}
