import { httpMatchesOf, stringMatchOf } from '../../src/istio/http-match';
import { StringMatch } from '../../src/model/string-match';
import { parsePath } from '../../src/traffic/path-template';
import { ANY_REQUEST } from '../../src/traffic/request-match';
import { Declaration } from '../support/topology';

const { exact, prefix, regex, ANY } = StringMatch;

test('conditions of one match are one map, each in Istio\'s words', () => {
  const caller = new Declaration().workload('web', { labels: { app: 'web', tier: 'x' } });
  expect(httpMatchesOf([{ methods: ['GET'], path: parsePath('/users/{id}'), headers: new Map([['x-a', exact('1')], ['x-b', exact('2')]]), caller }])).toEqual([{
    method: { exact: 'GET' },
    uri: { regex: '/users/[^/]+' },
    headers: { 'x-a': { exact: '1' }, 'x-b': { exact: '2' } },
    sourceLabels: { app: 'web', tier: 'x' },
    sourceNamespace: 'shop',
  }]);
});

test('what is undefined is left out', () => expect(httpMatchesOf([{ path: parsePath('/users'), methods: undefined }])).toEqual([{ uri: { exact: '/users' } }]));

test('several methods are one expression', () => expect(httpMatchesOf([{ methods: ['GET', 'PUT'] }])).toEqual([{ method: { regex: 'GET|PUT' } }]));

test('every request needs no match, whatever else is among the alternatives', () => {
  expect(httpMatchesOf([ANY_REQUEST])).toBeUndefined();
  expect(httpMatchesOf([{ methods: ['GET'] }, { methods: undefined }])).toBeUndefined();
});

test('a header that an object has by itself is one like others', () =>
  expect(Object.entries(httpMatchesOf([{ headers: new Map([['__proto__', exact('x')]]) }])![0].headers!)).toEqual([['__proto__', { exact: 'x' }]]));

test('every condition of a route has Istio\'s word', () => {
  const [match] = httpMatchesOf([{
    uri: prefix('/api'), absentHeaders: new Set(['x-internal']), queryParams: new Map([['page', regex('[0-9]+')]]),
    claims: new Map([['[realm_access][roles]', exact('staff')], ['[https://a.example.com/sub]', StringMatch.ANY]]), authority: exact('shop.example.com'), port: 8080,
    callerNamespace: 'shop',
  }])!;
  expect(match).toEqual({
    uri: { prefix: '/api' }, withoutHeaders: { 'x-internal': {} }, queryParams: { page: { regex: '[0-9]+' } },
    headers: { '@request.auth.claims.realm_access.roles': { exact: 'staff' }, '@request.auth.claims[https://a.example.com/sub]': { regex: '.*' } }, authority: { exact: 'shop.example.com' },
    sourceNamespace: 'shop', port: 8080,
  });
});

test('any text is an expression that takes all', () => expect(stringMatchOf(ANY)).toEqual({ regex: '.*' }));
