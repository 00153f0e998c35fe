import { Manifest, Manifests } from '../../harness/manifests';
import { TierWorld } from '../../harness/tier';
import { Answering, Load, Outcome, Through } from '../../pod-program/orders';
import { selectedBy, targetPortOf } from '../../stand-ins/endpoint-slices';
import { afterStep } from '../../stand-ins/rollouts';
import { HBONE_PORT } from '../../stand-ins/ztunnel';
import { KeyPair } from '../../systems/certificate-authority';
import { ConnectionPolicy } from '../../systems/istiod';
import { Mesh } from '../../systems/mesh';
import { MeshPod } from '../../systems/mesh-pods';
import { Pod } from '../../systems/pod';
import { identityOf } from '../../systems/pod-identity';
import { gatewaySecrets } from './gateway-secrets';
import { plannedPods } from './pods';
import { thirdParties } from './third-parties';

/** The step that releases of Argo Rollouts have come to. */
const RELEASED_PERCENT = 25;

/** A mesh with the pods of the tier, as its rows look at it. A service is named `namespace/name`. */
export class MeshWorld implements TierWorld {
  public static async open(): Promise<MeshWorld> {
    const { listeners, authority } = await thirdParties();
    const mesh = await Mesh.start({ pods: plannedPods, outside: listeners, standing: await gatewaySecrets(authority) });
    return new MeshWorld(mesh, await authority.sign('client.example.com'));
  }

  private manifests?: Manifests;

  private constructor(
    private readonly mesh: Mesh,
    /** What a client shows whom the authority of third parties has signed one for. */
    public readonly clientCertificate: KeyPair,
  ) {}

  public async apply(manifests: Manifests): Promise<void> {
    this.manifests = await afterStep(manifests, RELEASED_PERCENT);
    await this.mesh.apply(this.manifests);
  }

  public async close(): Promise<void> {
    await this.mesh.stop();
  }

  /** What sidecars refused of the manifests. */
  public get refusals(): string[] {
    return this.mesh.refusals();
  }

  /** Third parties, and the collector of spans. */
  public get outside(): Pod {
    return this.mesh.outside;
  }

  public pod(name: string): Pod {
    return this.running(name).pod;
  }

  public address(pod: string): string {
    return this.running(pod).address;
  }

  /** What the containers of a pod are told in a variable. */
  public told(pod: string, variable: string): string {
    const value = this.environment(pod).get(variable);
    if (value === undefined) throw new Error(`${pod} is not told ${variable}`);
    return value;
  }

  /** Sends HTTP requests to where the pod is told that the service is; a pod that is told nothing knows it from somebody else. */
  public async send(pod: string, service: string, load: Omit<Load, 'url'> = {}): Promise<Outcome> {
    const { metadata, spec } = this.service(service);
    const told = this.environment(pod).get(`${prefixOf(metadata.name)}_URL`);
    return this.pod(pod).ask('send', { url: told ?? `http://${metadata.name}.${metadata.namespace}.svc:${spec.ports[0].port}`, through: this.through(pod, service), ...load });
  }

  /** Calls a method of a gRPC service where the pod is told that it is. */
  public async call(pod: string, service: string, count: number, path = '/conformance.Procedures/Call'): Promise<Outcome> {
    const target = this.told(pod, `${prefixOf(this.service(service).metadata.name)}_TARGET`);
    return this.pod(pod).ask('call', { url: `http://${target}`, path, count, through: this.through(pod, service) });
  }

  /** How connections of a pod of ambient get to a service that is reached through a waypoint; those of any other pod go straight. */
  public through(pod: string, service: string): Through | undefined {
    const waypoint = this.running(pod).proxy === 'ztunnel' ? this.mesh.waypointOf(this.service(service)) : undefined;
    return waypoint && { proxy: `${waypoint.address}:${HBONE_PORT}`, identity: identityOf(pod) };
  }

  /** How a pod of ambient gets to a third party that is reached through a waypoint. */
  public async throughTo(pod: string, name: string): Promise<Through> {
    const [namespace, entry] = name.split('/');
    const manifest = this.manifests!.get('ServiceEntry', entry, namespace);
    const waypoint = this.mesh.waypointOf(manifest)!;
    return { proxy: `${waypoint.address}:${HBONE_PORT}`, identity: identityOf(pod), address: await this.mesh.virtualAddressOf(manifest) };
  }

  /** What ztunnel would be told of who may connect to a pod of ambient. */
  public async toldToZtunnel(pod: string): Promise<ConnectionPolicy[]> {
    return this.mesh.toldToZtunnel(this.running(pod));
  }

  /** Makes all pods behind a service answer so. */
  public async answer(service: string, answering: Answering): Promise<void> {
    await Promise.all(this.behind(service).map(({ pod, port }) => pod.ask('answer', { port, ...answering })));
  }

  /** Makes all pods behind a service answer as at the start, and forget what they have seen. */
  public async fresh(service: string): Promise<void> {
    await Promise.all(this.behind(service).map(({ pod, port }) => pod.ask('forget', { port })));
  }

  /** What came to the pods behind a service, in all. */
  public async seen(service: string): Promise<{ requests: number; mostAtOnce: number; bytes: number }> {
    const each = await Promise.all(this.behind(service).map(({ pod, port }) => pod.ask('seen', { port })));
    const sum = (count: (seen: typeof each[number]) => number) => each.map(count).reduce((a, b) => a + b, 0);
    return { requests: sum(({ requests }) => requests), mostAtOnce: sum(({ mostAtOnce }) => mostAtOnce), bytes: sum(({ bytes }) => bytes) };
  }

  private environment(pod: string): Map<string, string> {
    const { env = [] } = this.running(pod).manifest.spec.containers[0];
    return new Map(env.flatMap(({ name, value }) => value === undefined ? [] : [[name, value]]));
  }

  private behind(service: string): { readonly pod: Pod; readonly port: number }[] {
    const manifest = this.service(service);
    const pods = selectedBy(manifest, this.mesh.running);
    return pods.map(({ pod }) => ({ pod, port: targetPortOf(manifest.spec.ports[0], pods) }));
  }

  private service(name: string): Manifest {
    const [namespace, service] = name.split('/');
    return this.manifests!.get('Service', service, namespace);
  }

  private running(name: string): MeshPod {
    const found = this.mesh.running.find(pod => pod.name === name);
    if (found) return found;
    throw new Error(`there is no pod ${name}; there are ${this.mesh.running.map(pod => pod.name).join(', ')}`);
  }
}

/** How variables of a binding begin: in upper case, with `_` for what a variable cannot hold. */
function prefixOf(service: string): string {
  return service.toUpperCase().replaceAll('-', '_');
}
