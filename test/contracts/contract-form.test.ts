import { DESCRIPTOR_SET, OPEN_API, PROTO } from '../../src/contracts/contract-form';
import { ContractReading } from '../../src/contracts/contract-reading';
import { refusal } from './contract-folder';

test.each([['Contract.openApi', OPEN_API], ['Contract.proto', PROTO], ['Contract.descriptorSet', DESCRIPTOR_SET]])('a refusal names the call %s, and what it takes', (call, form) => {
  const message = refusal(() => ContractReading.of('', form));
  expect(message).toBe(`BST710 ${call}(""): an empty path or one with a null character is no path of a file; ${form.example}`);
  expect(form.file).toMatch(/^give the path of an? /);
});
