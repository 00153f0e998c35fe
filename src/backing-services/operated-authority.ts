import { KubernetesSecret } from '../model/kubernetes-secret';

/** The Secret with the authority of an operator's servers: the operator's own, or that of whoever told it another one. */
export function operatedAuthority(producer: string, its: string, given?: string): KubernetesSecret {
  return given === undefined ? KubernetesSecret.ofOperator(its, { producer }) : KubernetesSecret.existing(given, { reason: `authority that is told to ${producer}` });
}
