import { Contract, GrpcProvider, GrpcService, IContract } from '../../src';
import { contractOfMethods, idempotentOf } from '../../src/model/contract-of-methods';
import { contractFile } from '../contracts/contract-folder';
import { expectRefusal, newTopology } from '../support/declare';

const operation = (name: string, retriable = false) => ({ id: name, method: 'POST', path: `/${name}`, retriable });
const contract = { operations: [operation('shop.Orders/Add'), operation('shop.Orders/Get', true)] };
const serviceOf = (promised: IContract, idempotentMethods?: string[]) =>
  new GrpcService(newTopology(), 'orders', { provider: GrpcProvider.inCluster({ service: 'orders', namespace: 'books' }), contract: promised, idempotentMethods });

test('what the contract calls idempotent may be repeated, and what the service names beside it', () => {
  expect(serviceOf(contract).idempotentMethods).toEqual(['shop.Orders/Get']);
  const both = serviceOf(contract, ['shop.Orders/Add']);
  expect(both.idempotentMethods).toEqual(['shop.Orders/Add', 'shop.Orders/Get']);
  expect(both.contract?.operations.map(({ retriable }) => retriable)).toEqual([true, true]);
});

test('a contract of which nothing else is said stays as it is', () => {
  expect(contractOfMethods(contract, [], 'shop/orders')).toBe(contract);
  const read = Contract.proto(contractFile('service Orders { rpc Get(A) returns (B); }'));
  expect(serviceOf(read).contract).toBe(read);
});

test('names of operations may differ from those of methods, which their paths tell', () => {
  const renamed = { operations: [{ ...operation('shop.Orders/Get'), id: 'get' }] };
  expect(idempotentOf(contractOfMethods(renamed, ['shop.Orders/Get'], 'shop/orders'))).toEqual(['shop.Orders/Get']);
});

test('what is held takes nothing', () => {
  const { operations } = contractOfMethods(contract, ['shop.Orders/Add'], 'shop/orders');
  expect(() => Object.assign(operations[0], { retriable: false })).toThrow(TypeError);
  expect(() => operations.pop()).toThrow(TypeError);
});

test.each([
  ['GET', '/shop.Orders/Get'], ['POST', '/orders'], ['POST', '/v1/shop.Orders/Get'], ['POST', '/shop.Orders/{method}'], ['POST', '/'],
])('BST710: refuses %s %s, which is no method of gRPC', (method, path) => expectRefusal(
  () => serviceOf({ operations: [{ id: 'get', method, path, retriable: true }] }), 'BST710', 'chart/shop/orders', `operation "get" of the contract is ${method} ${path}`, 'Contract.proto()'));

test('BST710: refuses two operations that are one method, of which one might not be repeated', () => expectRefusal(
  () => serviceOf({ operations: [operation('a.S/G'), { ...operation('a.S/G', true), id: 'other' }] }), 'BST710', 'chart/shop/orders', 'operation "other" of the contract is /a.S/G, as another one is'));

test('BST701: refuses a method that the contract lacks, which would never be repeated', () => expectRefusal(
  () => serviceOf(contract, ['shop.Orders/get']), 'BST701', 'chart/shop/orders', 'idempotentMethods names "shop.Orders/get"', 'it has "shop.Orders/Add"'));
