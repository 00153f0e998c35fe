import { GrpcProvider, GrpcService } from '../../src';
import { assertMethods } from '../../src/model/idempotent-methods';
import { expectRefusal, survivesHostileText } from '../support/declare';
import { Declaration } from '../support/topology';

test('are sorted, and take no change', () => {
  const methods = assertMethods(['shop.v1.Orders/List', 'Echo/Say', 'shop.v1.Orders/Get'], 'p');
  expect(methods).toEqual(['Echo/Say', 'shop.v1.Orders/Get', 'shop.v1.Orders/List']);
  expect(() => methods.push('a/B')).toThrow(TypeError);
});

test.each(['', '/shop.Orders/Get', 'shop.Orders', 'Get', 'shop.Orders/Get/', 'shop..Orders/Get', 'shop.Orders/Get Order', '*', 'shop.Orders/*', '1shop.Orders/Get', `a/${'b'.repeat(252)}`])(
  'BST801: refuses %j', method => expectRefusal(() => assertMethods([method], 'shop/orders'), 'BST801', 'shop/orders', 'the full name of a gRPC method', 'package.Service/Method', 'without a slash in front'));

test('BST037: refuses a method that is named twice', () =>
  expectRefusal(() => assertMethods(['a.B/C', 'a.B/D', 'a.B/C'], 'shop/orders'), 'BST037', 'shop/orders', '"a.B/C" is named twice', 'each method once', 'take one of them out'));

test('are refused where the service is declared, and none by default', () => {
  const declared = new Declaration();
  const provider = GrpcProvider.workload(declared.workload('orders'));
  expectRefusal(() => new GrpcService(declared.topology, 'orders', { provider, idempotentMethods: ['/a.B/C'] }), 'BST801', 'test/shop/orders');
  expect(new GrpcService(declared.topology, 'other', { provider }).idempotentMethods).toEqual([]);
});

test('survive hostile text', () => survivesHostileText(text => assertMethods([text], 'p')));
