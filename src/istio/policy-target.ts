import { Construct } from 'constructs';
import { IWorkload } from '../model/workload-interface';
import { emit, Manifest } from '../private/emit';

/** As many Services as one policy is about. Source: the CRDs of Istio 1.30 and 1.31 (targetRefs, maxItems) */
const MOST = 16;

/** A Service, a third party or a Gateway that a policy is about. */
interface TargetRef {
  readonly group: string;
  readonly kind: 'Service' | 'ServiceEntry' | 'Gateway';
  readonly name: string;
}

/** What a policy is about: pods, whose own proxies hold it, or Services and third parties, whose waypoint does, or a waypoint. @internal */
export type PolicyTarget =
  | { readonly selector: { readonly matchLabels: Record<string, string> } }
  | { readonly targetRefs: readonly TargetRef[] };

/** The pods of a workload. */
export function podsOf({ selector }: Pick<IWorkload, 'selector'>): PolicyTarget {
  return { selector: { matchLabels: selector } };
}

/** Services of the policy's namespace. */
export function servicesCalled(names: readonly string[]): PolicyTarget {
  return { targetRefs: names.map(name => ({ group: '', kind: 'Service', name })) };
}

/** A Gateway of the policy's namespace. */
export function gatewayItself(name: string): PolicyTarget {
  return { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name }] };
}

/** Emits what is said of a target; of more Services than one policy takes, as many alike as it needs. */
export function emitAbout<Said extends object>(scope: Construct, target: PolicyTarget, { name, spec, ...manifest }: Manifest<Said>): void {
  for (const [position, about] of partsOf(target).entries()) {
    emit<PolicyTarget & Said>(scope, { ...manifest, name: position === 0 ? name : `${name}-${position + 1}`, spec: { ...about, ...spec } });
  }
}

function partsOf(target: PolicyTarget): PolicyTarget[] {
  if ('selector' in target) return [target];
  const { targetRefs } = target;
  return Array.from({ length: Math.ceil(targetRefs.length / MOST) }, (_, part) => ({ targetRefs: targetRefs.slice(part * MOST, (part + 1) * MOST) }));
}
