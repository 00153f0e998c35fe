import { eventually } from '../harness/eventually';
import { Istiod, keyOf } from './istiod';
import { KubernetesClient, ObjectReference, ServedObject } from './kubernetes-client';
import { MeshPod } from './mesh-pods';
import { Pod } from './pod';
import { ManagedProxies, ManagedWaypoint, sentinel, SENTINEL_LISTENER, SENTINEL_ROUTES, sentinelHost, sentinelOfWaypoint, sentinelsOfGateways } from './sentinel';

/** A sidecar still uses what it was told before while any of these is not 0. */
const UNSETTLED = 'stats?filter=(draining|total_listeners_warming|warming_clusters)$';

/** Waits until every sidecar works by what was applied. */
export class MeshSettling {
  private pushes = 0;

  /**
   * @param managed gateways of the Gateway API among the proxies that are waited for
   * @param waypoints its waypoints
   */
  constructor(
    private readonly client: KubernetesClient, private readonly istiod: Istiod,
    private readonly managed: readonly ManagedProxies[] = [], private readonly waypoints: readonly ManagedWaypoint[] = [],
  ) {}

  /**
   * Waits until istiod has read the change, until each sidecar has been sent it, and until what it replaced no longer serves.
   *
   * @param served Istio's objects as the API server answered
   * @param gone those that were deleted
   */
  public async after(served: readonly ServedObject[], gone: readonly ObjectReference[], proxies: readonly MeshPod[]): Promise<void> {
    await eventually('istiod has read what was applied', async () => {
      const known = await this.istiod.knows();
      const missing = served.filter(object => !isAsNew(known.get(keyOf(object)), object.metadata.resourceVersion));
      const left = gone.filter(object => known.has(keyOf(object)));
      if (missing.length + left.length > 0) throw new Error([...missing, ...left].map(keyOf).join(', '));
      return true;
    });
    const number = ++this.pushes;
    const ofWaypoints = this.waypoints.map(waypoint => sentinelOfWaypoint(number, waypoint));
    for (const object of [...sentinelsOfGateways(number, this.managed), ...ofWaypoints, sentinel(number)]) await this.client.applyObject(object);
    await Promise.all(proxies.map(proxy => settled(proxy, number)));
  }

  /** Waits until istiod has said of each route and Gateway what became of it; a leave has no status. Source: https://gateway-api.sigs.k8s.io/reference/spec/#condition */
  public async statuses(served: readonly ServedObject[]): Promise<void> {
    await Promise.all(served.filter(({ kind }) => kind !== 'ReferenceGrant').map(object => eventually(`${keyOf(object)} has a status`, async () => {
      const now = await this.client.get(object);
      const told: { readonly conditions?: { readonly observedGeneration: number }[] }[] = [now?.status ?? {}, ...(now?.status?.parents ?? [])];
      const conditions = told.flatMap(({ conditions: all = [] }) => all);
      return conditions.some(({ observedGeneration }) => observedGeneration === now?.metadata.generation);
    })));
  }

  /** Waits until every sidecar knows these addresses, which the sentinel says nothing about. */
  public async endpoints(addresses: readonly string[], sidecars: readonly Pod[]): Promise<void> {
    await Promise.all(sidecars.map(pod => eventually(`${pod.place.name} knows every endpoint`, async () => {
      const clusters = await pod.envoy('clusters');
      return addresses.every(address => clusters.includes(`::${address}::`));
    })));
  }
}

/** istiod writes into the status of some objects, which makes them newer still. Versions are ordered: https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions */
function isAsNew(known: string | undefined, version: string): boolean {
  return known !== undefined && BigInt(known) >= BigInt(version);
}

async function settled({ pod, proxy }: MeshPod, number: number): Promise<void> {
  const view = proxy === 'waypoint' ? SENTINEL_LISTENER : SENTINEL_ROUTES;
  await eventually(`${pod.place.name} has been sent what was applied`, async () => (await pod.envoy(view)).includes(sentinelHost(number)));
  await eventually(`${pod.place.name} no longer uses what was replaced`, async () => (
    (await pod.envoy(UNSETTLED)).trim().split('\n').every(line => line.endsWith(': 0'))));
}
