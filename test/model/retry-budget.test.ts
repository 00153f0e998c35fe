import { Duration } from 'cdk8s';
import { RetryBudget } from '../../src';
import { heldRetryBudget } from '../../src/model/retry-budget';
import { expectRefusal } from '../support/declare';

const budgetInterval = Duration.millis(1);

test.each<Required<RetryBudget>>([
  { percent: 0, minRetryConcurrency: 1, budgetInterval }, { percent: 100, minRetryConcurrency: 3, budgetInterval },
  { percent: 20, minRetryConcurrency: 2147483647, budgetInterval },
])('%j is kept, and takes nothing', budget => {
  const held = heldRetryBudget(budget, 'ConnectionPool.limits');
  expect(held).toEqual(budget);
  expect(() => Object.assign(held, { percent: 1 })).toThrow(TypeError);
});

test('what is not said is Istio\'s', () => expect(heldRetryBudget({}, 'ConnectionPool.limits')).toEqual({}));

test.each<[RetryBudget, string]>([
  [{ percent: -1 }, 'retryBudget.percent "-1": allowed is a whole number in 0..100'], [{ percent: 101 }, '0..100'], [{ percent: 0.5 }, '0..100'],
  [{ minRetryConcurrency: 0 }, 'retryBudget.minRetryConcurrency "0": allowed is a whole number in 1..2147483647'], [{ minRetryConcurrency: -1 }, '1..2147483647'],
  [{ minRetryConcurrency: 2147483648 }, '1..2147483647'],
])('BST010: refuses %j', (budget, words) => expectRefusal(() => heldRetryBudget(budget, 'ConnectionPool.limits'), 'BST010', 'ConnectionPool.limits', words));

test('BST009: refuses a time of nothing, which is what is meant by none', () =>
  expectRefusal(() => heldRetryBudget({ budgetInterval: Duration.millis(0) }, 'ConnectionPool.limits'), 'BST009', 'ConnectionPool.limits', 'retryBudget.budgetInterval of 0 milliseconds'));
