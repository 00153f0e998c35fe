import { HttpMatch } from '../../src/model/http-match';
import { HttpRoute } from '../../src/model/http-route';
import { StringMatch } from '../../src/model/string-match';
import { routeNames } from '../../src/traffic/route-names';

const { exact, prefix } = StringMatch;
const to = (...matches: HttpMatch[]) => HttpRoute.when(...matches).to('v1');

test.each<[string, HttpRoute]>([
  ['header-end-user-jason', to(HttpMatch.header('End-User', 'Jason'))],
  ['get-post-uri-api-v2', to(HttpMatch.all(HttpMatch.method('POST', 'GET'), HttpMatch.uri(prefix('/api/v2/'))))],
  ['without-x-a-query-page-2', to(HttpMatch.all(HttpMatch.query('page', exact('2')), HttpMatch.withoutHeader('x-a')))],
  ['host-a-example-com-port-80-or-from-shop', to(HttpMatch.all(HttpMatch.authority(exact('a.example.com')), HttpMatch.port(80)), HttpMatch.fromNamespace('shop'))],
  ['split', HttpRoute.split({ v1: 100 })], ['all', HttpRoute.toAnyVersion()],
])('%s is named for what it takes', (name, route) => expect(routeNames([route])).toEqual([name]));

test('two that differ in signs alone are told apart, the first as if it were alone', () => {
  const [first, second] = routeNames([to(HttpMatch.header('a', 'x y')), to(HttpMatch.header('a', 'x-y'))]);
  expect(first).toBe('header-a-x-y');
  expect(second).toMatch(/^header-a-x-y-[0-9a-f]{8}$/);
});

test('two headers whose names differ in signs alone are told apart too', () => {
  const names = routeNames([to(HttpMatch.withoutHeader('x-a')), to(HttpMatch.withoutHeader('x_a'))]);
  expect(new Set(names).size).toBe(2);
});

test('a long one is shortened', () => expect(routeNames([to(HttpMatch.header('a', 'x'.repeat(1000)))])[0].length).toBeLessThanOrEqual(63));
