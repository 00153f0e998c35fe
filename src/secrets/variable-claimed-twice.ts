import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { ToldBinding } from '../model/told-binding';
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
    fix: 'give one of the bindings a bindingName or envNames of its own, or remove the variable from the container',
    check: () => found,
  });
}

/**
 * Whether two bindings of a workload could claim one variable. By the default convention they can only if the name of one begins with the
 * other's: `DB` has `DB_X_URL` if it has a part `X_URL`. One that names its variables itself may name those of any other.
 */
export function couldShareVariables(bindings: ToldBinding[]): boolean {
  return bindings.some(({ name, envNames }, i) => !envNames._isDefault || i > 0 && `${name}-`.startsWith(`${bindings[i - 1].name}-`));
}

/** A variable that a container has already. @internal */
export interface OwnVariable {
  /** Name of the container. */
  readonly container: string;
  /** Name of the variable. */
  readonly name: string;
  /** Path of the output that has put it there; none if the container has it by itself. */
  readonly output?: string;
}

/** Who claims something, and in which containers: in all if none are named. */
interface Claim {
  readonly by: string;
  readonly containers?: readonly string[];
  /** What to do about it; another thing than to name something else. */
  readonly fix?: string;
  /** What to do about it besides. */
  readonly orElse?: string;
}

/** What to do besides where the container has a variable by itself. */
const OR_LEAVE = '; or take it out of the container, or leave the container as it is with containers: []';

/** What to do where pods are bound twice: by two outputs, of two topologies, or as two workloads. */
export const BIND_ONCE = 'bind these pods once, by one Platform or SecretBindings and as one workload that declares all that they use';

/** What to do where a name follows from that of the binding, and where its convention says it. */
interface Advice {
  readonly follows: string;
  readonly said: string;
}

const OF_CONSUMER: Advice = { follows: 'give this dependency a bindingName of its own', said: 'name another variable in the envNames of this dependency' };
const OF_SERVER: Advice = { follows: 'give the service another id', said: 'name another variable in the serverEnvNames of the provider, or take the other one out' };

/**
 * What is claimed twice in one of a workload's containers. A folder is claimed in all of them: its name is that of a Secret too.
 *
 * @param plans its bindings
 * @param own variables that its containers have already
 */
export function claimsOf(plans: readonly BindingPlan[], own: readonly OwnVariable[]): Problem[] {
  const claimed = new Map<string, Claim[]>();
  const claim = (what: string, claimant: Claim): Claim | undefined => {
    const earlier = claimed.get(what) ?? [];
    claimed.set(what, [...earlier, claimant]);
    return earlier.filter(other => meet(claimant.containers, other.containers)).at(-1);
  };
  for (const { container, name, output } of own) {
    claim(`variable ${name}`, { by: output ?? 'the container itself', containers: [container], fix: output && BIND_ONCE, orElse: output ? '' : OR_LEAVE });
  }
  return plans.flatMap(({ binding, folder, variables }) => {
    const byMap = new Set(binding.envNames._isDefault ? [] : binding.variables.map(({ name }) => name));
    const by = `${binding._isOfServer ? 'the server of' : `binding "${binding.name}" to`} ${binding.service.name}`;
    const { follows, said } = binding._isOfServer ? OF_SERVER : OF_CONSUMER;
    const told = (what: string, fix: string, containers?: readonly string[]) => {
      const earlier = claim(what, { by, containers });
      return earlier ? [Problem.of(binding._subject, `${what} is claimed by ${by} and by ${earlier.by}`, `${earlier.fix ?? fix}${binding._isOfServer ? '' : earlier.orElse ?? ''}`)] : [];
    };
    return [...told(`folder ${folder}`, follows), ...variables.flatMap(({ name }) => told(`variable ${name}`, byMap.has(name) ? said : follows, binding.containers))];
  });
}

function meet(some: readonly string[] | undefined, others: readonly string[] | undefined): boolean {
  return some === undefined || others === undefined || some.some(name => others.includes(name));
}
