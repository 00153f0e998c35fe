import { Asked } from './asked';
import { Cluster, KnownHost, KnownPod, KnownPort, selects } from './cluster';
import { guarding } from './guards';

const REQUESTS: ReadonlySet<string> = new Set(['http', 'grpc', 'http2']);

/** Where a request goes, and what becomes of it there. */
export interface Sent {
  readonly outcome: string;
  readonly where: string;
}

/** Whether requests are told apart at a port. */
export function speaksHttp({ protocol }: KnownPort): boolean {
  return REQUESTS.has(protocol);
}

/** What the pods behind a Service make of a request, those with the labels of a subset. */
export function arrived(cluster: Cluster, { known, port, labels = {} }: { readonly known: KnownHost; readonly port: KnownPort;
  readonly labels?: Readonly<Record<string, string>>; }, asked: Asked): Sent {
  const pods = podsBehind(cluster, known, labels);
  if (pods.length === 0) return { outcome: 'no pods', where: '' };
  const answers = pods.map(pod => guarding(cluster, pod, numberOf(port.targetPort, pod), { asked, isHttp: speaksHttp(port) }));
  return { outcome: [...new Set(answers)].sort().join(', ').replace('let in', 'answered'), where: pods.map(({ owner }) => owner).sort().join(', ') };
}

/** Source: https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports */
function numberOf(port: number | string, { portNames = {} }: KnownPod): number {
  const number = typeof port === 'number' ? port : portNames[port];
  if (number === undefined) throw new Error(`no container has a port named ${port}`);
  return number;
}

function podsBehind(cluster: Cluster, { selector, namespace }: KnownHost, subset: Readonly<Record<string, string>>): KnownPod[] {
  return cluster.pods.filter(pod => pod.namespace === namespace && selects({ ...selector, ...subset }, pod.labels));
}
