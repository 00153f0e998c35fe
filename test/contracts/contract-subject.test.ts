import { ContractSubject } from '../../src/contracts/contract-subject';

test('names the contract as given, on one line and cut', () => {
  const { message } = new ContractSubject(`a\n${'b'.repeat(200)}`).refusal('it is bad', 'improve it');
  expect(message).toBe(`BST710 Contract.openApi("a\\n${'b'.repeat(78)}…"): it is bad; improve it`);
});

test('names the file that a reference led to', () => {
  const { message } = new ContractSubject('api.yaml').at('b/c.yaml').refusal('it is bad', 'improve it');
  expect(message).toBe('BST710 Contract.openApi("api.yaml"): in "b/c.yaml": it is bad; improve it');
});
