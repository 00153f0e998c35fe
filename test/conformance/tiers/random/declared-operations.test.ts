import { operationOf } from './declared-operations';

const operations = [
  { id: 'read', method: 'GET', path: '/orders/{id}', retriable: true }, { id: 'export', method: 'GET', path: '/orders/export', retriable: true },
  { id: 'json', method: 'GET', path: '/orders/{id}.json', retriable: true }, { id: 'left', method: 'GET', path: '/{a}/x', retriable: true },
];

test.each([
  ['GET', '/orders/1', 'read'], ['GET', '/orders/export', 'export'], ['GET', '/orders/1.json', 'json'], ['GET', '/else/x', 'left'],
  ['POST', '/orders/1', 'none'], ['GET', '/orders', 'none'], ['GET', '/orders/1/2', 'none'], ['GET', '/orders/x', 'ambiguous'],
])('%s %s is %s: the narrower path goes first, and where none is there is no saying', (method, path, expected) => {
  const meant = operationOf(operations, method, path);
  expect(typeof meant === 'string' ? meant : meant.id).toBe(expected);
});
