import { IWorkload } from '../model/workload-interface';

/** A Service that a policy is about. */
interface ServiceRef {
  readonly group: '';
  readonly kind: 'Service';
  readonly name: string;
}

/** What a policy is about: pods, whose own proxies hold it, or Services, whose waypoint does. @internal */
export type PolicyTarget =
  | { readonly selector: { readonly matchLabels: Record<string, string> } }
  | { readonly targetRefs: readonly ServiceRef[] };

/** The pods of a workload. */
export function podsOf({ selector }: Pick<IWorkload, 'selector'>): PolicyTarget {
  return { selector: { matchLabels: selector } };
}

/** Services of the policy's namespace. */
export function servicesCalled(names: readonly string[]): PolicyTarget {
  return { targetRefs: names.map(name => ({ group: '', kind: 'Service', name })) };
}
