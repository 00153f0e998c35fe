import { IContract } from '../../src';
import { Contract } from '../../src/contracts/contract';
import { heldContract } from '../../src/model/held-contract';
import { contractFile } from '../contracts/contract-folder';

const operation = () => ({ id: 'getUser', method: 'GET', path: '/users', retriable: true });

test('a contract of somebody else is what it was when it was taken, and takes nothing', () => {
  const given = { operations: [operation()] };
  const held = heldContract(given);
  given.operations[0].path = '/admin';
  given.operations.push(operation());
  expect(held).toEqual({ operations: [operation()] });
  expect(() => Object.assign(held.operations[0], { path: '/admin' })).toThrow(TypeError);
  expect(() => held.operations.pop()).toThrow(TypeError);
  expect(() => Object.assign(held, { operations: [] })).toThrow(TypeError);
});

test('it is asked once, so that it cannot answer otherwise later', () => {
  let asked = 0;
  const given: IContract = { get operations() { asked += 1; return [operation()]; } };
  const held = heldContract(given);
  expect([held.operations, held.operations, asked]).toEqual([[operation()], [operation()], 1]);
});

test('one that is read from a document stays the same object', () => {
  const contract = Contract.openApi(contractFile('openapi: 3.0.3\npaths: { /users: { get: { operationId: getUser } } }'));
  expect(heldContract(contract)).toBe(contract);
});

test('jsii can tag its operations, as it does what crosses the border to another language', () => {
  const [held] = heldContract({ operations: [operation()] }).operations;
  expect(Object.isExtensible(held)).toBe(true);
});
