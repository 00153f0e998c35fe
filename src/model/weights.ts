import { sortedRecord } from '../private/names';
import { TopologyError } from '../private/topology-error';

/** Throws BST008 unless they are whole numbers from 0 that add up to 100; returns them. */
export function assertWeights(weights: Record<string, number>, path: string, what = 'requests'): Record<string, number> {
  const values = Object.values(weights);
  const total = values.reduce((sum, weight) => sum + weight, 0);
  if (total === 100 && values.every(weight => Number.isInteger(weight) && weight >= 0)) return weights;
  throw new TopologyError({
    code: 'BST008',
    path,
    problem: `weights ${JSON.stringify(sortedRecord(weights))} add up to ${total}: allowed are whole numbers from 0 that add up to 100`,
    fix: `give every version its percentage of the ${what}`,
  });
}
