import { atFirstServer, atServer, ServedOperation } from '../../src/contracts/served-operation';

const served = (...basePaths: string[]): ServedOperation => ({ id: 'a', method: 'GET', retriable: true, template: '/x', basePaths });

test('at its first server an operation has the path of that, or its own alone', () =>
  expect([served('/v1', '/v2'), served('', '/v2'), served()].map(operation => atFirstServer(operation).path)).toEqual(['/v1/x', '/x', '/x']));

test('it is served below each path that one of its servers has, and below any if it has none', () =>
  expect([['/v2', served('/v1', '/v2')], ['', served('/v1')], ['/v3', served()]].map(([path, operation]) => atServer(path as string, operation as ServedOperation)?.path))
    .toEqual(['/v2/x', undefined, '/v3/x']));

test('tells of it what a contract tells', () => expect(atFirstServer(served('/v1'))).toEqual({ id: 'a', method: 'GET', path: '/v1/x', retriable: true }));
