import { Manifest } from '../harness/manifests';

/** Which Gateway is a waypoint. */
export interface WaypointName {
  readonly name: string;
  readonly namespace: string;
}

/**
 * Stands in for ztunnel where requests leave a pod: those to a Service that uses a waypoint go to that, over HBONE and in the pod's name.
 * Source: https://istio.io/latest/docs/ambient/usage/waypoint/#useawaypoint
 */
export function waypointOf({ metadata: { namespace, labels = {} } }: Manifest): WaypointName | undefined {
  const name = labels['istio.io/use-waypoint'];
  return name === undefined || name === 'none' ? undefined : { name, namespace: labels['istio.io/use-waypoint-namespace'] ?? namespace! };
}

/** Whether gateways send to its waypoint what is for a Service, and know nothing of its pods. Source: https://istio.io/latest/docs/ambient/usage/waypoint/#ingress */
export function isBehindWaypoint({ metadata: { labels = {} } }: Manifest): boolean {
  return labels['istio.io/ingress-use-waypoint'] === 'true';
}

/** The port at which waypoints and ztunnels are asked for connections. Source: https://istio.io/latest/docs/ambient/architecture/hbone/ */
export const HBONE_PORT = 15008;
