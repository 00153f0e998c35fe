import { IContract, Locator } from '../../src';
import { Contract } from '../../src/contracts/contract';
import { HeldContract, heldContract } from '../../src/model/held-contract';
import { contractFile } from '../contracts/contract-folder';
import { expectRefusal } from '../support/declare';

const inCluster = Locator.inCluster({ namespace: 'books', addresses: [{ service: 'users', port: 80 }] });
const outside = (basePath: string) => Locator.external({ addresses: [{ host: 'a.example.com', port: 80, basePath }] });
const heldBy = (contract: IContract, locator = inCluster): HeldContract => heldContract(contract, locator, 'shop/users');
const operation = () => ({ id: 'getUser', method: 'GET', path: '/users', retriable: true });

test('a contract of somebody else is what it was when it was taken, and takes nothing', () => {
  const given = { operations: [operation()] };
  const held = heldBy(given);
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
  const held = heldBy(given);
  expect([held.operations, held.operations, asked]).toEqual([[operation()], [operation()], 1]);
});

test('one that is read from a document stays the same object', () => {
  const contract = Contract.openApi(contractFile('openapi: 3.0.3\npaths: { /users: { get: { operationId: getUser } } }'));
  expect(heldBy(contract)).toBe(contract);
});

test('jsii can tag its operations, as it does what crosses the border to another language', () => {
  const [held] = heldBy({ operations: [operation()] }).operations;
  expect(Object.isExtensible(held)).toBe(true);
});

describe('one of somebody else is held to what a request can be', () => {
  const of = (method: string, path: string) => ({ operations: [{ ...operation(), method, path }] });

  test.each(['', '*', 'x', 'get', 'GET*', 'GET POST', '-'])('BST710: refuses the method %j', method =>
    expectRefusal(() => heldBy(of(method, '/users')), 'BST710', 'shop/users', `the method of operation "getUser" is ${JSON.stringify(method)}`, 'capitals'));

  test.each(['', 'users', '/a?b', '/a/../b', '/{', '/a//b', '/\u202e'])('BST710: refuses the path %j', path =>
    expectRefusal(() => heldBy(of('GET', path)), 'BST710', 'shop/users', 'the path of operation "getUser" is', 'no request has it'));

  test('a path is kept as it is sent', () => expect(heldBy(of('GET', '/ü')).operations[0].path).toBe('/%C3%BC'));

  test('BST710: refuses an id that two operations have, of which one would be declared', () =>
    expectRefusal(() => heldBy({ operations: [operation(), { ...operation(), path: '/admin' }] }), 'BST710', 'shop/users', 'two operations have the id "getUser"'));
});

describe('of a document, the server that a third party\'s locator leads to', () => {
  const servers = (urls: string) => Contract.openApi(contractFile(`openapi: 3.0.3\n${urls}\npaths: { /users: { get: { operationId: getUser } } }`));

  test.each([
    ['servers: [{ url: /sandbox/v1 }, { url: "https://a.example.com/v1" }]', '/v1', '/v1/users'],
    ['servers: [{ url: /sandbox/v1 }, { url: / }]', '', '/users'],
    ['', '/v1', '/v1/users'],
    ['servers: []', '', '/users'],
  ])('of %j at %j decides: %s', (urls, basePath, path) => {
    const { operations, elsewhere } = heldBy(servers(urls), outside(basePath));
    expect([operations[0].path, elsewhere?.size]).toEqual([path, 0]);
  });

  test('is told to be elsewhere if no server has that path', () =>
    expect(heldBy(servers('servers: [{ url: /v2 }, { url: /v3 }]'), outside('')).elsewhere).toEqual(new Map([['getUser', ['/v2', '/v3']]])));
});
