import fc from 'fast-check';
import { canaryWeights, heldCanary } from '../../src/model/canary';
import { expectRefusal } from '../support/declare';

const canary = (step?: number, steps = [5, 25, 100]) => heldCanary({ stable: 'v1', canary: 'v2', steps, step }, 'here');

test.each([[undefined, { v1: 100, v2: 0 }], [1, { v1: 95, v2: 5 }], [2, { v1: 75, v2: 25 }], [3, { v1: 0, v2: 100 }]])('at step %j the weights are %j', (step, weights) =>
  expect(canaryWeights(canary(step))).toEqual(weights));

test.each([[[]], [[5, 25]], [[25, 5, 100]], [[5, 5, 100]], [[0, 100]], [[5.5, 100]], [[5, 100, 101]]])('BST008: refuses steps %j', steps =>
  expectRefusal(() => canary(0, steps), 'BST008', 'here', 'each more than the one before and the last 100'));

test.each([[-1], [4], [1.5]])('BST008: refuses step %j of three', step => expectRefusal(() => canary(step), 'BST008', 'here', '0 to 3'));

test('BST008: refuses a version that takes over from itself', () =>
  expectRefusal(() => heldCanary({ stable: 'v1', canary: 'v1', steps: [100] }, 'here'), 'BST008', 'here', 'two versions'));

test('whatever the steps, no step gives the canary less than the one before, and the two have all', () => fc.assert(fc.property(
  fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 10 }),
  percents => {
    const steps = [...percents.sort((a, b) => a - b), 100];
    const shares = [0, ...steps.keys()].map((_, step) => canaryWeights(canary(step, steps)));
    expect(shares.every(({ v1, v2 }) => v1 + v2 === 100)).toBe(true);
    expect(shares.every(({ v2 }, step) => step === 0 || v2 > shares[step - 1].v2)).toBe(true);
  },
)));
