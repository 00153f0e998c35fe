import { Emitted } from '../support/emitted';

/** A pod of the cluster, as a NetworkPolicy sees it. */
export interface Pod {
  readonly namespace: string;
  readonly labels: Record<string, string>;
  readonly address: string;
}

interface Peer {
  readonly namespaceSelector?: { readonly matchLabels: Record<string, string> };
  readonly podSelector?: { readonly matchLabels?: Record<string, string> };
  readonly ipBlock?: { readonly cidr: string };
}

interface Rule {
  readonly from?: Peer[];
  readonly to?: Peer[];
  readonly ports?: { readonly protocol: string; readonly port: number }[];
}

/**
 * Whether policies let one pod open a TCP connection to another: the policies that select the source must let it out, and those that
 * select the target must let it in. Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function mayReach(policies: readonly Emitted[], source: Pod, target: Pod, port: number): boolean {
  const egress = rulesFor(policies, source, 'Egress');
  const ingress = rulesFor(policies, target, 'Ingress');
  return permits(egress, rule => rule.to, target, port) && permits(ingress, rule => rule.from, source, port);
}

/** The rules that govern a pod in one direction; undefined if no policy does, so that all is allowed. */
function rulesFor(policies: readonly Emitted[], pod: Pod, type: 'Ingress' | 'Egress'): Rule[] | undefined {
  const governing = policies.filter(({ metadata, spec }) =>
    metadata.namespace === pod.namespace && spec.policyTypes.includes(type) && selects(spec.podSelector.matchLabels, pod.labels));
  return governing.length === 0 ? undefined : governing.flatMap(({ spec }) => (type === 'Ingress' ? spec.ingress : spec.egress) ?? []);
}

function permits(rules: Rule[] | undefined, peersOf: (rule: Rule) => Peer[] | undefined, other: Pod, port: number): boolean {
  if (rules === undefined) return true;
  return rules.some(rule =>
    (rule.ports === undefined || rule.ports.some(allowed => allowed.protocol === 'TCP' && allowed.port === port))
    && (peersOf(rule)?.some(peer => isPeer(peer, other)) ?? true));
}

/** A namespace carries its own name as the label `kubernetes.io/metadata.name`; an address range is a /8, /32 or everything here. */
function isPeer({ namespaceSelector, podSelector, ipBlock }: Peer, { namespace, labels, address }: Pod): boolean {
  if (ipBlock) return ipBlock.cidr === '0.0.0.0/0' || ipBlock.cidr === `${address}/32`;
  return selects(namespaceSelector?.matchLabels ?? {}, { 'kubernetes.io/metadata.name': namespace })
    && selects(podSelector?.matchLabels ?? {}, labels);
}

function selects(selector: Record<string, string> = {}, labels: Record<string, string>): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
