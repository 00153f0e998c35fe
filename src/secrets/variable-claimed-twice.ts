import { Binding } from '../model/binding';
import { Finding, ITopologyCheck, Severity } from '../model/check';
import { IWorkload } from '../model/workload-interface';
import { BindingPlan, plansOf } from './binding-plan';

/** BST808 */
export function variableClaimedTwice(contested: Map<IWorkload, string[]>): ITopologyCheck {
  return {
    code: 'BST808',
    title: 'variable-claimed-twice',
    severity: Severity.ERROR,
    rationale: 'Of two environment variables with one name the kubelet keeps the last, so a workload would talk to the wrong service. '
      + 'Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.28/#envvar-v1-core',
    fix: 'give one of the bindings a bindingName of its own, or remove the variable from the container',
    check: ({ graph }) => [...contested].flatMap(([workload, occupied]) => claimsOf(plansOf(graph, workload), occupied)),
  };
}

/** Two bindings can claim one variable only if the name of one begins with the other's: `DB` has `DB_X_URL` if it has a part `X_URL`. */
export function mayClash(bindings: Binding[]): boolean {
  return bindings.some((binding, i) => i > 0 && `${binding.name}-`.startsWith(`${bindings[i - 1].name}-`));
}

function claimsOf(plans: BindingPlan[], occupied: string[]): Finding[] {
  const claimed = new Map(occupied.map(name => [`variable ${name}`, 'the container itself']));
  return plans.flatMap(({ binding, variables }) => [`folder ${binding.folder}`, ...variables.map(({ name }) => `variable ${name}`)].flatMap(claim => {
    const by = `binding "${binding.name}" to ${binding.service.name}`;
    const earlier = claimed.get(claim);
    claimed.set(claim, by);
    return earlier === undefined ? [] : [{
      code: 'BST808',
      severity: Severity.ERROR,
      path: binding.dependencies[0].node.path,
      problem: `${claim} is claimed by ${by} and by ${earlier}`,
      fix: 'give this dependency a bindingName of its own',
    }];
  }));
}
