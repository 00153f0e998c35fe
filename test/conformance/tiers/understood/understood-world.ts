import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Manifests } from '../../harness/manifests';
import { WORK } from '../../harness/process';
import { TierWorld } from '../../harness/tier';
import { Istiod } from '../../systems/istiod';
import { KubeApiserver } from '../../systems/kube-apiserver';
import { ServedObject } from '../../systems/kubernetes-client';
import { resolveExternalHosts } from '../../systems/mesh-names';
import { MeshPod, startPod, startProxyOf } from '../../systems/mesh-pods';
import { MeshSettling } from '../../systems/mesh-settling';
import { CONTROL_PLANE, Network } from '../../systems/network';
import { OUTSIDE } from '../../systems/outside';
import { Pod } from '../../systems/pod';
import { shareWithProxies } from '../../systems/sidecar';
import { ISTIO } from '../../toolbox/istio';
import { Admission, Admitted, isIstios } from './admission';
import { isProxied, knownPods } from './known-pods';

const FILES = join(WORK, 'understood');

/** istiod with its validation, and sidecars that it sends configuration to; nothing is sent through them. */
export class UnderstoodWorld implements TierWorld {
  public static async open(): Promise<UnderstoodWorld> {
    const network = await Network.open();
    const server = await KubeApiserver.start(CONTROL_PLANE);
    await server.client.applyObject(injectedNamespace('istio-system'));
    await server.client.applyCrds(readFileSync(ISTIO.path('files/crd-all.gen.yaml'), 'utf8'));
    await shareWithProxies();
    return new UnderstoodWorld(network, server, await Istiod.start(server));
  }

  public admitted: Admitted = { served: [], gone: [], refusals: [] };
  public manifests = new Manifests([]);
  /** The synthesized files. */
  public files: readonly string[] = [];
  private readonly admission: Admission;
  private readonly settling: MeshSettling;
  private pods: readonly MeshPod[] = [];
  private refusedBefore = 0;

  private constructor(private readonly network: Network, public readonly server: KubeApiserver, private readonly istiod: Istiod) {
    this.admission = new Admission(server.client);
    this.settling = new MeshSettling(server.client, istiod);
  }

  public async apply(manifests: Manifests): Promise<void> {
    this.refusedBefore = this.istiod.refusals.length;
    this.manifests = manifests;
    this.files = written(manifests);
    await this.makeNamespaces(manifests);
    this.admitted = await this.admission.become(manifests);
    await this.leaveMetricsOut();
    await resolveExternalHosts(manifests, OUTSIDE);
    if (this.pods.length === 0) this.pods = await this.startPods(manifests);
    await this.settling.after(this.admitted.served.filter(isIstios), this.admitted.gone.filter(isIstios), this.pods);
  }

  /** What sidecars have refused since the manifests were applied. */
  public refusedBySidecars(): string[] {
    return this.istiod.refusals.slice(this.refusedBefore);
  }

  public get sidecars(): Pod[] {
    return this.pods.map(({ pod }) => pod);
  }

  public async close(): Promise<void> {
    await Promise.all([...this.sidecars, this.istiod, this.server].map(system => system.stop()));
    await this.network.close();
  }

  /** Envoy of its own makers lacks the filter of metrics, and refuses listeners with it. What is said of them is admitted by then; proxies are told the rest. */
  private async leaveMetricsOut(): Promise<void> {
    for (const { apiVersion, kind, metadata: { name, namespace }, spec } of this.admitted.served.filter(isOfMetrics)) {
      const { metrics: _, ...others } = spec as Record<string, unknown>;
      await this.server.client.applyObject({ apiVersion, kind, metadata: { name, namespace }, spec: others });
    }
  }

  private async makeNamespaces(manifests: Manifests): Promise<void> {
    const names = [...manifests.objects, ...knownPods(manifests)].flatMap(({ metadata }) => metadata.namespace ?? []);
    for (const name of new Set(names)) await this.server.client.applyObject(injectedNamespace(name));
  }

  private async startPods(manifests: Manifests): Promise<MeshPod[]> {
    const { network, server: { client }, istiod } = this;
    const pods = knownPods(manifests);
    for (const pod of pods) await client.applyObject(pod);
    const proxied = pods.filter(isProxied);
    const started = await Promise.all(proxied.map((manifest, i) => (
      startPod({ name: `pod-${i + 1}`, manifest, proxy: 'sidecar' }, `10.77.1.${i + 1}`, manifests, network, client))));
    await Promise.all(started.map(pod => startProxyOf(pod, client, istiod)));
    return started;
  }
}

function isOfMetrics({ kind, spec }: ServedObject): boolean {
  return kind === 'Telemetry' && spec.metrics !== undefined;
}

function injectedNamespace(name: string) {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'istio-injection': 'enabled' } } };
}

/** The files as the synthesis wrote them. */
function written(manifests: Manifests): string[] {
  rmSync(FILES, { recursive: true, force: true });
  mkdirSync(FILES, { recursive: true });
  return [...new Set(manifests.documents.map(({ file }) => file))].map(file => {
    const path = join(FILES, file);
    writeFileSync(path, manifests.documents.filter(document => document.file === file).map(({ text }) => text).join('---\n'));
    return path;
  });
}
