import { Locator, Protocol } from '../../src';
import { promisedBy, PromisedTraits } from '../../src/model/promised';
import { expectRefusal } from '../support/declare';

const at = (protocol: Protocol) => Locator.inCluster({ namespace: 'books', addresses: [{ service: 'users', port: 80, protocol }] });
const operations = [{ id: 'get', method: 'POST', path: '/shop.Orders/Get', retriable: true }];
const promised = (protocol: Protocol, traits: PromisedTraits) => promisedBy(traits, at(protocol), 'shop/orders');

test('a contract of gRPC tells the methods that may be repeated, and one of HTTP tells none', () => {
  expect(promised(Protocol.GRPC, { contract: { operations } })).toEqual({ contract: { operations }, idempotentMethods: ['shop.Orders/Get'] });
  expect(promised(Protocol.HTTP, { contract: { operations } })).toEqual({ contract: { operations }, idempotentMethods: [] });
});

test('without a contract they are those that are named, sorted', () =>
  expect(promised(Protocol.GRPC, { idempotentMethods: ['b.C/D', 'a.B/C'] })).toEqual({ contract: undefined, idempotentMethods: ['a.B/C', 'b.C/D'] }));

test('BST037: refuses a method that is named twice, whatever the contract says', () =>
  expectRefusal(() => promised(Protocol.GRPC, { contract: { operations }, idempotentMethods: ['a.B/C', 'a.B/C'] }), 'BST037', 'shop/orders', '"a.B/C" is named twice'));
