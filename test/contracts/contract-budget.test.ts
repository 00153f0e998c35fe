import { ContractBudget } from '../../src/contracts/contract-budget';
import { refusal, SUBJECT } from './contract-folder';

test.each([['bytes', 10_485_760], ['nodes', 100_000], ['tokens', 1_200_000]] as const)('accepts a limit of %s in parts and refuses one more', (what, limit) => {
  const budget = new ContractBudget();
  budget.spend(what, limit - 1, SUBJECT);
  budget.spend(what, 1, SUBJECT);
  expect(refusal(() => budget.spend(what, 1, SUBJECT))).toContain(`the contract has at least ${limit + 1} ${what}: allowed are ${limit}`);
});
