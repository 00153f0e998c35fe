import { isDeepStrictEqual } from 'node:util';
import { Answer } from './answer';
import { arrived, Sent, speaksHttp } from './arrival';
import { Asked } from './asked';
import { routedTo } from './bound-routes';
import { Cluster, KnownHost, KnownPort } from './cluster';
import { Guarding } from './guards';
import { Routed } from './routes';
import { Connecting, ruleFor } from './rules';
import { guardingAtWaypoint } from './waypoint-guards';
import { asCaller, Waypoint, waypointOf } from './waypoints';

/**
 * Looks up what Istio makes of a request where no pod has a sidecar: the caller's node sends it to the waypoint of the Service, if it has one, which sees the request, and the
 * node of the pod lets the connection in. Nodes let everything out of the cluster.
 * Source: https://istio.io/latest/docs/ambient/architecture/data-plane/
 */
export function lookUpWithoutSidecars(cluster: Cluster, asked: Asked): Answer {
  const { caller, host, port: number } = asked;
  const known = cluster.hostFor(host, caller);
  if (known?.selector === undefined && !host.endsWith(`.${cluster.clusterDomain}`)) return { outcome: 'answered', shares: { [`${host}:${number}`]: 100 }, connecting: {} };
  const port = known?.ports.find(each => each.port === number);
  if (!known || !port) return { outcome: 'unknown host' };
  const waypoint = waypointOf(cluster, known, caller);
  if (waypoint) return atWaypoint(cluster, { waypoint, known, port }, asked);
  const { outcome, where } = arrived(cluster, { known, port }, asked);
  return { outcome, shares: { [where]: 100 }, connecting: {} };
}

interface Reached {
  readonly waypoint: Waypoint;
  readonly known: KnownHost;
  readonly port: KnownPort;
}

function atWaypoint(cluster: Cluster, { waypoint, known, port }: Reached, asked: Asked): Answer {
  const isHttp = speaksHttp(port);
  const guarded = guardingAtWaypoint(cluster, { waypoint, known, asked, isHttp });
  const taken: Routed = routedTo(cluster, known, port, asked) ?? { destinations: [{ host: known.host, port: port.port, weight: 100 }] };
  if (taken.status !== undefined) return { outcome: judged(guarded, `status ${taken.status}`) };
  const passedOn = { ...asked, caller: asCaller(waypoint, asked.caller) };
  const sent = taken.destinations.filter(({ weight }) => weight > 0).map(destination => ({ destination, ...sentOn(cluster, destination, passedOn) }));
  return {
    outcome: judged(guarded, [...new Set(sent.map(({ outcome }) => outcome))].sort().join(', ')),
    shares: Object.fromEntries(sent.map(({ where, destination }) => [where, destination.weight])),
    timeout: taken.timeout, retries: isHttp ? taken.retries ?? 'own' : undefined, connecting: common(sent.map(({ connecting }) => connecting)),
  };
}

/** Whom the waypoint does not let in it does not answer. */
function judged(guarded: Guarding, outcome: string): string {
  return guarded === 'let in' ? outcome : guarded;
}

/** Each Service that a route leads to is a host of its own, with rules of its own. The waypoint is the one that connects, and pods see it and not who called. */
function sentOn(cluster: Cluster, { host, port: number }: Routed['destinations'][number], asked: Asked): Sent & { readonly connecting: Answer['connecting'] } {
  const known = cluster.hostFor(host, asked.caller);
  const port = known?.ports.find(each => each.port === number);
  if (!known || !port) return { outcome: 'unknown host', where: host, connecting: {} };
  const { subsets: _, ...connecting }: Connecting = ruleFor(cluster.ofKind('DestinationRule'), known, asked.caller, number) ?? { subsets: [] };
  return { ...arrived(cluster, { known, port }, asked), connecting };
}

/** How all of them are connected to; each by itself, where they differ. */
function common(all: readonly Answer['connecting'][]): Answer['connecting'] {
  const [first, ...others] = all;
  return others.every(other => isDeepStrictEqual(first, other)) ? first : { balancing: `differs: ${JSON.stringify(all)}` };
}
