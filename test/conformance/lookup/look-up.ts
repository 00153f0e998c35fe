import { lookUpWithoutSidecars } from './ambient';
import { Answer } from './answer';
import { arrived, Sent, speaksHttp } from './arrival';
import { Asked } from './asked';
import { Cluster } from './cluster';
import { routed, Routed, routesFor } from './routes';
import { Connecting, ruleFor } from './rules';

/** Looks up what Istio makes of a request, with sidecars or without them. */
export function lookUp(cluster: Cluster, asked: Asked): Answer {
  return cluster.isAmbient ? lookUpWithoutSidecars(cluster, asked) : lookUpWithSidecars(cluster, asked);
}

/** The caller's sidecar, then that of the pod it arrives at. A mesh lets nothing out that it does not know. */
function lookUpWithSidecars(cluster: Cluster, asked: Asked): Answer {
  const known = cluster.hostFor(asked.host, asked.caller);
  const port = known?.ports.find(each => each.port === asked.port);
  if (!known || !port) return { outcome: 'unknown host' };
  const isHttp = speaksHttp(port);
  const isRouted = isHttp && asked.caller.principal !== undefined;
  const routes = isRouted ? routesFor(cluster.routesFor(asked.caller), { caller: asked.caller, host: known.host }) : undefined;
  const taken = routes ? routed(routes, asked) : { destinations: [{ host: asked.host, port: asked.port, weight: 100 }] } as Routed;
  if (!taken) return { outcome: 'no route' };
  if (taken.status !== undefined) return { outcome: `status ${taken.status}` };
  const rule = asked.caller.principal === undefined ? undefined : ruleFor(cluster.ofKind('DestinationRule'), known, asked.caller, asked.port);
  const sent = taken.destinations.filter(({ weight }) => weight > 0).map(destination => ({ destination, ...sentTo(cluster, destination, rule,
    asked) }));
  const { subsets: _, ...connecting } = rule ?? { subsets: [] };
  return {
    outcome: [...new Set(sent.map(({ outcome }) => outcome))].sort().join(', '),
    shares: Object.fromEntries(sent.map(({ where, destination }) => [where, destination.weight])),
    timeout: taken.timeout, retries: isHttp ? taken.retries ?? 'own' : undefined, connecting,
  };
}

function sentTo(cluster: Cluster, { host, port: number, subset }: Routed['destinations'][number], rule: Connecting | undefined, asked: Asked): Sent {
  const known = cluster.hostFor(host, asked.caller);
  const port = known?.ports.find(each => each.port === number);
  if (!known || !port) return { outcome: 'unknown host', where: '' };
  const named = subset === undefined ? undefined : rule?.subsets.find(({ name }) => name === subset);
  if (subset !== undefined && !named) return { outcome: 'unknown subset', where: subset };
  if (known.selector === undefined) return { outcome: 'answered', where: `${host}:${port.targetPort}` };
  return arrived(cluster, { known, port, labels: named?.labels }, asked);
}
