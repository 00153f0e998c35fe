import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { surroundingsOf } from '../../fixtures/wild/surroundings';
import { Manifest, ManifestDocument, Manifests } from '../../harness/manifests';
import { WORK } from '../../harness/process';
import { TierWorld } from '../../harness/tier';
import { podElsewhere, PodManifest, podsOf } from '../../stand-ins/deployment-pods';
import { Istiod } from '../../systems/istiod';
import { KubeApiserver } from '../../systems/kube-apiserver';
import { ServedObject } from '../../systems/kubernetes-client';
import { CONTROL_PLANE, Network } from '../../systems/network';
import { crdFiles } from '../../toolbox/crd-files';
import { Compared, compared } from './comparison';
import { filesOf, programsOfRun } from './programs';

const FILES = join(WORK, 'random');

/** Nobody asks istiod for configuration here, which it then makes anew seldom. */
const AT_REST = { PILOT_DEBOUNCE_AFTER: '2s', PILOT_DEBOUNCE_MAX: '60s' };

/** As many objects are applied at a time. */
const AT_A_TIME = 12;

/** An object that the API server, or istiod behind it, did not take. */
export interface Refusal {
  readonly object: Manifest;
  readonly file: string;
  readonly says: string;
}

/** An API server that knows every kind and asks istiod, and what the evaluation of Istio's lookup says of every request to a random program. */
export class RandomWorld implements TierWorld {
  public static async open(): Promise<RandomWorld> {
    const network = await Network.open();
    const server = await KubeApiserver.start(CONTROL_PLANE);
    await server.client.applyObject(namespaceOf('istio-system'));
    await Promise.all(crdFiles().map(file => server.client.applyCrds(readFileSync(file, 'utf8'))));
    return new RandomWorld(network, server, await Istiod.start(server, AT_REST));
  }

  public manifests = new Manifests([]);
  public refusals: readonly Refusal[] = [];
  public files: readonly string[] = [];
  public requests: readonly Compared[] = [];
  private readonly held = new Map<ManifestDocument, ServedObject>();
  private readonly made = new Set<string>();
  private readonly looked = new Map<string, { readonly documents: readonly ManifestDocument[]; readonly requests: readonly Compared[] }>();

  private constructor(private readonly network: Network, public readonly server: KubeApiserver, private readonly istiod: Istiod) {}

  public async apply(manifests: Manifests): Promise<void> {
    this.manifests = manifests;
    this.files = written(manifests);
    await this.makeSurroundings(manifests);
    this.refusals = await this.become(manifests);
    this.requests = this.lookAt(manifests);
  }

  public async close(): Promise<void> {
    await this.istiod.stop();
    await this.server.stop();
    await this.network.close();
  }

  /** Namespaces, what others have in them, and the pods that controllers make; none of them changes with the manifests. */
  private async makeSurroundings(manifests: Manifests): Promise<void> {
    const surroundings = programsOfRun().filter(program => program.manifests).map(({ plan }) => surroundingsOf(plan));
    const elsewhere = surroundings.flatMap(({ pods }) => pods.map(({ owner, namespace, labels, serviceAccountName }) => podElsewhere(owner,
      namespace, labels, serviceAccountName)));
    const controlled = ['Deployment', 'StatefulSet', 'DaemonSet'].flatMap(kind => manifests.ofKind(kind).flatMap(maker => podsOf(maker, 1)));
    const there = surroundings.flatMap(({ services, waypoints }) => [...services, ...waypoints]);
    const others = [...there, ...[...elsewhere, ...controlled].map(injected)];
    const namespaces = new Set([...manifests.objects, ...others].flatMap(({ metadata: { namespace } }) => namespace ?? []));
    await this.make([...namespaces].filter(name => name !== 'istio-system').map(namespaceOf));
    await this.make(others);
  }

  private async make(objects: readonly Manifest[]): Promise<void> {
    await inTurns(objects, async object => {
      const key = `${object.kind} ${object.metadata.namespace}/${object.metadata.name}`;
      if (this.made.has(key)) return;
      this.made.add(key);
      await this.server.client.createFrom(JSON.stringify(object), object);
    });
  }

  /** Deletes what is held and no more wanted, then creates what is wanted and not held. */
  private async become(manifests: Manifests): Promise<Refusal[]> {
    const { client } = this.server;
    const wanted = new Set(manifests.documents);
    await inTurns([...this.held].filter(([document]) => !wanted.has(document)), async ([document, served]) => {
      await client.delete(served);
      this.held.delete(document);
    });
    const refusals: Refusal[] = [];
    const pairs = manifests.documents.map((document, nth) => ({ document,
      object: manifests.objects[nth] })).filter(({ document }) => !this.held.has(document));
    for (const some of [pairs.filter(({ object }) => asksForPort(object)), pairs.filter(({ object }) => !asksForPort(object))]) {
      await inTurns(some, async ({ document, object }) => {
        try {
          this.held.set(document, await client.createFrom(document.text, object));
        } catch (error) {
          refusals.push({ object, file: document.file, says: (error as Error).message.replace(/^POST \S+: /, '') });
        }
      });
    }
    return refusals;
  }

  /** Only programs that have changed are looked at again. */
  private lookAt(manifests: Manifests): Compared[] {
    return programsOfRun().filter(program => program.manifests).flatMap(program => {
      const files = filesOf(program);
      const positions = manifests.documents.flatMap(({ file }, nth) => (file.startsWith(files) ? [nth] : []));
      const documents = positions.map(nth => manifests.documents[nth]);
      const before = this.looked.get(files);
      if (before && before.documents.every((document, nth) => document === documents[nth])) return before.requests;
      const requests = compared(program, positions.map(nth => manifests.objects[nth]));
      this.looked.set(files, { documents, requests });
      return requests;
    });
  }
}

/** Who asks for a port of the nodes by its number comes first, as the API server gives any that is free to the others. */
function asksForPort({ kind, spec }: Manifest): boolean {
  return kind === 'Service' && (spec.ports ?? []).some(({ nodePort }: { readonly nodePort?: number }) => nodePort !== undefined);
}

function namespaceOf(name: string): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'istio-injection': 'enabled' } } };
}

/** With the container that Istio's injector adds; no volumes, which only a kubelet mounts. */
function injected(pod: PodManifest): PodManifest {
  return { ...pod, spec: { serviceAccountName: pod.spec.serviceAccountName, nodeName: 'node-1', containers: [{ name: 'main', image: 'main' },
    { name: 'istio-proxy', image: 'istio/proxyv2' }] } };
}

/** Several at a time, in their order. */
async function inTurns<T>(members: readonly T[], act: (member: T) => Promise<void>): Promise<void> {
  const left = members.values();
  await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
    for (const member of left) await act(member);
  }));
}

/** The files as the syntheses wrote them. */
function written(manifests: Manifests): string[] {
  rmSync(FILES, { recursive: true, force: true });
  mkdirSync(FILES, { recursive: true });
  const texts = new Map<string, string[]>();
  for (const { file, text } of manifests.documents) texts.set(file, [...texts.get(file) ?? [], text]);
  return [...texts].map(([file, parts]) => {
    writeFileSync(join(FILES, file), parts.join('---\n'));
    return join(FILES, file);
  });
}
