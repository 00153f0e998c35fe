import { OperationPaths, pathOf } from '../../src/traffic/operation-paths';
import { operation } from '../support/mesh';

const paths = new OperationPaths([
  operation('one', 'GET', '/orders/{id}'), operation('export', 'GET', '/orders/export'), operation('all', 'GET', '/orders'),
  operation('make', 'POST', '/orders/export'), operation('file', 'GET', '/orders/{id}.json'), operation('deep', 'GET', '/orders/{id}/lines'),
]);
const ids = (found: { readonly id: string }[]) => found.map(({ id }) => id);

test('operations meet where one request could be of both', () => {
  expect(ids(paths.meeting(operation('x', 'GET', '/orders/{name}')))).toEqual(['one', 'export', 'file']);
  expect(ids(paths.meeting(operation('x', 'GET', '/orders/export')))).toEqual(['one', 'export']);
  expect(ids(paths.meeting(operation('x', 'DELETE', '/orders/{name}')))).toEqual([]);
});

test('an operation is within another if that means all of its requests, and more', () => {
  expect(ids(paths.within(operation('x', 'GET', '/orders/{name}')))).toEqual(['export', 'file']);
  expect(ids(paths.within(operation('x', 'GET', '/orders/export')))).toEqual([]);
});

test('what a contract adds to tell operations apart is no part of their paths', () => {
  const of = (path: string) => ({ id: path, method: 'GET', path, retriable: true });
  expect([of('/orders/export?beta=true'), of('/orders#export'), of('/{id?}/x?y')].map(pathOf))
    .toEqual([[[''], ['orders'], ['export']], [[''], ['orders']], [[''], ['', ''], ['x']]]);
  expect(new OperationPaths([of('/orders/export?beta=true')]).within(of('/orders/{id}')).map(({ id }) => id)).toEqual(['/orders/export?beta=true']);
});
