import { StringMatch } from '../../src';
import { httpRouteMatchesOf, withoutSlash } from '../../src/gateway-api/http-route-matches';
import { ANY_REQUEST } from '../../src/traffic/request-match';

test('what takes every request is no list', () => {
  expect(httpRouteMatchesOf([{ uri: StringMatch.exact('/a') }, ANY_REQUEST])).toBeUndefined();
  expect(httpRouteMatchesOf([{ port: 8080 }])).toBeUndefined();
});

test('every condition of one match', () => {
  const match = { uri: StringMatch.exact('/a'), methods: ['GET'], headers: new Map([['x-a', StringMatch.exact('1')]]), queryParams: new Map([['q', StringMatch.regex('a+')]]), port: 80 };
  expect(httpRouteMatchesOf([match])).toEqual([{
    path: { type: 'Exact', value: '/a' }, method: 'GET', headers: [{ name: 'x-a', type: 'Exact', value: '1' }], queryParams: [{ name: 'q', type: 'RegularExpression', value: 'a+' }],
  }]);
});

test('of several methods each has a match', () =>
  expect(httpRouteMatchesOf([{ methods: ['GET', 'HEAD'] }, { methods: ['PUT'] }])!.map(({ method }) => method)).toEqual(['GET', 'HEAD', 'PUT']));

test.each([['/', '/'], ['/api/', '/api'], ['/a/b/', '/a/b']])('the beginning %s is written as the whole parts %s', (text, value) => {
  expect(httpRouteMatchesOf([{ uri: StringMatch.prefix(text) }])![0].path).toEqual({ type: 'PathPrefix', value });
  expect(withoutSlash(text)).toBe(value);
});
