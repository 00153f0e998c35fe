import { Binding } from '../model/binding';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { BindingPlan } from './binding-plan';

/**
 * BST808
 *
 * @param found what `claimsOf` finds of each workload
 */
export function variableClaimedTwice(found: Problem[]): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST808',
    title: 'variable-claimed-twice',
    severity: Severity.ERROR,
    rationale: 'Of two environment variables with one name the kubelet keeps the last, so a workload would talk to the wrong service. '
      + 'Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.28/#envvar-v1-core',
    fix: 'give one of the bindings a bindingName of its own, or remove the variable from the container',
    check: () => found,
  });
}

/**
 * Whether two bindings of a workload could claim one variable. By the default convention they can only if the name of one begins with the
 * other's: `DB` has `DB_X_URL` if it has a part `X_URL`.
 */
export function couldShareVariables(bindings: Binding[]): boolean {
  return bindings.some((binding, i) => i > 0 && (`${binding.name}-`.startsWith(`${bindings[i - 1].name}-`) || !binding.envNames._isDefault));
}

/**
 * What is claimed twice in one workload's containers.
 *
 * @param plans its bindings
 * @param own variables that its containers have by themselves
 */
export function claimsOf(plans: readonly BindingPlan[], own: readonly string[]): Problem[] {
  const claimed = new Map(own.map(name => [`variable ${name}`, 'the container itself']));
  return plans.flatMap(({ binding, folder, variables }) => [`folder ${folder}`, ...variables.map(({ name }) => `variable ${name}`)].flatMap(claim => {
    const by = `binding "${binding.name}" to ${binding.service.name}`;
    const earlier = claimed.get(claim);
    claimed.set(claim, by);
    return earlier === undefined ? [] : [Problem.of(binding.dependencies[0], `${claim} is claimed by ${by} and by ${earlier}`, 'give this dependency a bindingName of its own')];
  }));
}
