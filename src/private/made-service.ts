import { listOf, manifestOf, member, textMember, textsOf } from './manifest-member';

/** A TCP port of a Kubernetes Service. */
export interface MadePort {
  readonly port: number;
  /** The port of the pods, or its name. */
  readonly target: number | string;
  readonly name?: string;
  readonly appProtocol?: string;
}

/** What an object that is a Kubernetes Service says. */
export interface MadeService {
  readonly type: string;
  /** Where its name leads in place of pods. */
  readonly externalName?: string;
  /** Whether clients learn the addresses of the pods and dial these themselves, at whatever port. */
  readonly isHeadless: boolean;
  /** Labels of the pods that it selects; none if it selects none itself. */
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly MadePort[];
}

/** Several rules ask, and an object is rendered anew each time. */
const read = new WeakMap<object, MadeService>();

/** What a Kubernetes Service says. Source of what it need not say: https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec */
export function serviceMadeBy(object: { manifest(): unknown }): MadeService {
  const made = read.get(object) ?? serviceOf(member(manifestOf(object), 'spec'));
  read.set(object, made);
  return made;
}

function serviceOf(spec: unknown): MadeService {
  const type = textMember(spec, 'type') ?? 'ClusterIP';
  return {
    type,
    externalName: type === 'ExternalName' ? textMember(spec, 'externalName') ?? '' : undefined,
    isHeadless: member(spec, 'clusterIP') === 'None',
    selector: textsOf(member(spec, 'selector')),
    ports: listOf(member(spec, 'ports')).flatMap(portOf),
  };
}

function portOf(given: unknown): MadePort[] {
  const [port, target] = [member(given, 'port'), member(given, 'targetPort')];
  if (typeof port !== 'number' || (textMember(given, 'protocol') ?? 'TCP') !== 'TCP') return [];
  const isTarget = typeof target === 'string' || typeof target === 'number';
  return [{ port, target: isTarget ? target : port, name: textMember(given, 'name'), appProtocol: textMember(given, 'appProtocol') }];
}
