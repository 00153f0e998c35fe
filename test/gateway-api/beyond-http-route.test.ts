import { Duration } from 'cdk8s';
import { HttpMatch, HttpRoute, HttpRouteOptions, StringMatch } from '../../src';
import { beyondHttpRoute } from '../../src/gateway-api/beyond-http-route';
import { RequestMatch } from '../../src/traffic/request-match';
import { RequestRoute } from '../../src/traffic/request-routes';

const route = (said: Partial<RequestRoute>): RequestRoute => ({ name: 'a', matches: [{}], shares: [{ weight: 100 }], ...said });
const ofMatch = (match: HttpMatch) => beyondHttpRoute(route({ matches: [match._conditions as RequestMatch] }));
const ofOptions = (options: HttpRouteOptions) => beyondHttpRoute(route({ options }));
const path = (text: string) => HttpMatch.uri(StringMatch.exact(text));

test.each([
  path('/a'), path('/a-b/~c/%20/$&\'()*+,;=:@!'), HttpMatch.uri(StringMatch.prefix('/')), HttpMatch.uri(StringMatch.prefix('/a/')), HttpMatch.method('GET', 'PATCH'), HttpMatch.header('x-a', '1'),
  HttpMatch.headerMatching('x-a', StringMatch.ANY), HttpMatch.query('q', StringMatch.regex('a+')),
])('it has words for %#', match => expect(ofMatch(match)).toEqual([]));

test.each<[HttpMatch, string]>([
  [HttpMatch.uri(StringMatch.regex('/a+')), 'an expression for a path'], [HttpMatch.uri(StringMatch.prefix('/a')), 'a beginning of a path that does not end with "/"'],
  [path('/a//b'), 'a path with'], [path('/a/../b'), 'a path with'], [path('/a/.'), 'a path with'], [path('/a%2fb'), 'a path with'], [path('/ä'), 'a path with'], [path('/a b'), 'a path with'],
  [HttpMatch.method('PURGE'), 'a method'], [HttpMatch.withoutHeader('x-a'), 'that a header is missing'], [HttpMatch.authority(StringMatch.exact('a.example.com')), 'the host'],
  [HttpMatch.tokenClaim(['groups'], StringMatch.exact('staff')), 'what a token claims'], [HttpMatch.fromNamespace('shop'), 'who calls'],
])('it has none for match %#', (match, words) => expect(ofMatch(match)).toEqual([expect.stringContaining(words)]));

const origin = (allowed: StringMatch) => ({ cors: { allowOrigins: [allowed] } });
const many = Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`x-${i}`, '1']));

test('it has none for more texts than a match takes, nor for a name that is no token', () => {
  const headers = Array.from({ length: 17 }, (_, i) => HttpMatch.header(`x-${i}`, '1'));
  expect(ofMatch(HttpMatch.all(...headers))).toEqual(['more than 16 headers or parameters in one match']);
  expect(ofMatch(HttpMatch.query('a[b]', StringMatch.exact('1')))).toEqual([expect.stringContaining('a parameter whose name')]);
});

test.each<HttpRouteOptions>([
  { rewrite: { uri: '/', authority: 'a.example.com' } }, { requestHeaders: { set: { 'x-a': '1' } } }, { mirrors: [{ version: 'v2' }] },
  origin(StringMatch.exact('https://a.example.com:8443')), origin(StringMatch.exact('*')), origin(StringMatch.ANY), { cors: { ...origin(StringMatch.ANY).cors, maxAge: Duration.seconds(1), allowMethods: ['*'] } },
])('it has words for option %#', options => expect(ofOptions(options)).toEqual([]));

test.each<[HttpRouteOptions, string]>([
  [{ rewrite: { authority: 'a.example.com:8080' } }, 'a host with a port'], [{ requestHeaders: { set: many } }, 'more than 16 headers'], [{ responseHeaders: { remove: Object.keys(many) } }, 'more than 16 headers'],
  [origin(StringMatch.prefix('https://a:')), 'origins by their beginning'], [origin(StringMatch.regex('https://.*')), 'origins by their beginning'], [origin(StringMatch.exact('null')), 'an origin that is no scheme'],
  [{ cors: { allowOrigins: [StringMatch.ANY, StringMatch.exact('https://a.example.com')] } }, 'anything beside'],
  [{ cors: { allowOrigins: Array.from({ length: 65 }, (_, i) => StringMatch.exact(`https://h${i}.example.com`)) } }, 'more than 64 origins'], [{ cors: { ...origin(StringMatch.ANY).cors, allowHeaders: ['x-a', '*'] } }, 'anything beside'],
  [{ cors: { ...origin(StringMatch.ANY).cors, allowMethods: ['PURGE'] } }, 'a method'], [{ cors: { ...origin(StringMatch.ANY).cors, maxAge: Duration.millis(1500) } }, 'ages of less than a second'],
])('it has none for option %#', (options, words) => expect(ofOptions(options)).toEqual([expect.stringContaining(words)]));

test('it has none for faults and for answers, but for redirections', () => {
  const [fault] = [HttpRoute.when(path('/a')).toAnyVersion({ fault: { abort: { httpStatus: 503, percentage: 1 } } })];
  expect(beyondHttpRoute(route({ options: fault.options }))).toEqual(['faults']);
  expect(beyondHttpRoute(route({ answer: { status: 404 } }))).toEqual(['answers of its own']);
  expect(beyondHttpRoute(route({ answer: { redirect: { uri: '/b' } } }))).toEqual([]);
  expect(beyondHttpRoute(route({ answer: { redirect: { authority: 'A.example.com' } } }))).toEqual(['a host with a port or in capitals']);
});
