import { capped } from '../private/capped';
import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { quote, TopologyError } from '../private/topology-error';

/** How one version takes over from another, step by step; which step is reached is one number, and a change of it one line. */
export interface CanaryProps {
  /** Name of the version that serves. */
  readonly stable: string;
  /** Name of the version that is to take over. */
  readonly canary: string;
  /** Percent that the canary gets at each step: whole numbers, each more than the one before, the last 100. */
  readonly steps: number[];
  /**
   * Which step is reached; 1 for the first.
   *
   * @default 0 - the canary gets nothing yet, and keeps its place in the routing
   */
  readonly step?: number;
}

/** Throws BST008 if the steps lead nowhere, if there is no such step, or if the versions are one. */
export function heldCanary({ stable, canary, steps, step = 0 }: CanaryProps, path: string): Required<CanaryProps> {
  const ascends = steps.every((percent, position) => Number.isInteger(percent) && percent > (steps[position - 1] ?? 0));
  if (!ascends || steps[steps.length - 1] !== 100) {
    throw unsound(path, `steps ${capped(steps.map(String))} of a canary`, 'whole numbers, each more than the one before and the last 100', 'say what the canary gets at each step, such as [5, 25, 100]');
  }
  if (!Number.isInteger(step) || step < 0 || step > steps.length) {
    throw unsound(path, `step ${quote(step)} of a canary`, `0 to ${steps.length}, as many as there are steps`, 'say the step that is reached, 0 before the first');
  }
  if (stable === canary) throw unsound(path, `a canary from version ${quote(stable)} to itself`, 'two versions', 'name the version that is to take over');
  const held = { stable, canary, steps: frozenList(steps), step };
  lockMembers(held);
  return held;
}

/** Percent for each version at the step that is reached. */
export function canaryWeights({ stable, canary, steps, step }: Required<CanaryProps>): Record<string, number> {
  const percent = step === 0 ? 0 : steps[step - 1];
  return { [stable]: 100 - percent, [canary]: percent };
}

function unsound(path: string, what: string, allowed: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST008', path, problem: `${what}: allowed are ${allowed}`, fix });
}
