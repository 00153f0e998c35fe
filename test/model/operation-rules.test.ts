import { isMethod, operationFlaw, sentOperation } from '../../src/model/operation-rules';

const operation = (method: string, path: string) => ({ id: 'a', method, path, retriable: true });

test.each([['GET', true], ['VERSION-CONTROL', true], ['X', true], ['get', false], ['', false], ['*', false], ['-GET', false], ['A'.repeat(33), false]])(
  '%j is a method: %p', (method, expected) => expect(isMethod(method)).toBe(expected));

test('what no request can be is told with its value', () => {
  expect(operationFlaw(operation('GET', '/users'))).toBeUndefined();
  expect(operationFlaw(operation('get', '/users'))).toBe('the method of operation "a" is "get": a method is sent in capitals, such as "GET"');
  expect(operationFlaw(operation('GET', '/a?b'))).toBe('the path of operation "a" is "/a?b", which has a query or a fragment, which is no part of a path: no request has it');
});

test('a path is encoded as clients do, and nothing else changes', () => expect(sentOperation(operation('PUT', '/ü'))).toEqual(operation('PUT', '/%C3%BC')));
