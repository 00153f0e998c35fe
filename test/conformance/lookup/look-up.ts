import { Asked } from './asked';
import { Cluster, KnownHost, KnownPod, selects } from './cluster';
import { guarding } from './guards';
import { routed, Routed, routesFor } from './routes';
import { Connecting, ruleFor } from './rules';

/** What happens to a request, from the YAML alone. */
export interface Answer {
  readonly outcome: string;
  /** Percent by the pods, or by the host and port outside, that it may go to. */
  readonly shares?: Readonly<Record<string, number>>;
  readonly timeout?: number;
  /** "own" for those that Istio makes by itself. */
  readonly retries?: 'own' | NonNullable<Routed['retries']>;
  readonly connecting?: Omit<Connecting, 'subsets'>;
}

const REQUESTS: ReadonlySet<string> = new Set(['http', 'grpc', 'http2']);

/** Looks up what Istio makes of a request: the caller's sidecar, then that of the pod it arrives at. A mesh lets nothing out that it does not know. */
export function lookUp(cluster: Cluster, asked: Asked): Answer {
  const known = cluster.hostFor(asked.host, asked.caller);
  const port = known?.ports.find(each => each.port === asked.port);
  if (!known || !port) return { outcome: 'unknown host' };
  const isHttp = REQUESTS.has(port.protocol);
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

interface Sent {
  readonly outcome: string;
  readonly where: string;
}

function sentTo(cluster: Cluster, { host, port: number, subset }: Routed['destinations'][number], rule: Connecting | undefined, asked: Asked): Sent {
  const known = cluster.hostFor(host, asked.caller);
  const port = known?.ports.find(each => each.port === number);
  if (!known || !port) return { outcome: 'unknown host', where: '' };
  const named = subset === undefined ? undefined : rule?.subsets.find(({ name }) => name === subset);
  if (subset !== undefined && !named) return { outcome: 'unknown subset', where: subset };
  if (known.selector === undefined) return { outcome: 'answered', where: `${host}:${port.targetPort}` };
  const pods = podsBehind(cluster, known, named?.labels);
  if (pods.length === 0) return { outcome: 'no pods', where: '' };
  const answers = pods.map(pod => guarding(cluster, pod, numberOf(port.targetPort, pod), { asked, isHttp: REQUESTS.has(port.protocol) }));
  return { outcome: [...new Set(answers)].sort().join(', ').replace('let in', 'answered'), where: pods.map(({ owner }) => owner).sort().join(', ') };
}

/** Source: https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports */
function numberOf(port: number | string, { portNames = {} }: KnownPod): number {
  const number = typeof port === 'number' ? port : portNames[port];
  if (number === undefined) throw new Error(`no container has a port named ${port}`);
  return number;
}

function podsBehind(cluster: Cluster, { selector, namespace }: KnownHost, subset: Readonly<Record<string, string>> = {}): KnownPod[] {
  return cluster.pods.filter(pod => pod.namespace === namespace && selects({ ...selector, ...subset }, pod.labels));
}
