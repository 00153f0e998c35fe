import { HttpMatch, StringMatch } from '../../src';
import { beyondGrpcRoute } from '../../src/gateway-api/beyond-grpc-route';
import { MatchedRouteOptions } from '../../src/model/http-route-options';
import { RequestMatch } from '../../src/traffic/request-match';

const ofMatch = (match: HttpMatch) => beyondGrpcRoute({ name: 'a', matches: [match._conditions as RequestMatch], shares: [] });
const ofOptions = (options: MatchedRouteOptions) => beyondGrpcRoute({ name: 'a', matches: [{}], shares: [], options });
const exact = (path: string) => HttpMatch.uri(StringMatch.exact(path));

test.each([exact('/stock.v1.Stock/Get'), HttpMatch.uri(StringMatch.prefix('/stock.v1.Stock/')), HttpMatch.uri(StringMatch.prefix('/')), HttpMatch.header('x-a', '1')])(
  'it has words for %#', match => expect(ofMatch(match)).toEqual([]));

test.each<[HttpMatch, string]>([
  [exact('/stock'), 'a path that is no method'], [exact('/stock.Stock/'), 'a path that is no method'], [exact('/1.Stock/Get'), 'a path that is no method'],
  [HttpMatch.uri(StringMatch.prefix('/stock.')), 'a path that is no method'], [HttpMatch.uri(StringMatch.regex('/a.B/.*')), 'a path that is no method'],
  [HttpMatch.method('POST'), 'methods of HTTP'], [HttpMatch.withoutHeader('x-a'), 'that a header is missing'], [HttpMatch.query('q', StringMatch.ANY), 'parameters of a query'],
  [HttpMatch.tokenClaim(['groups'], StringMatch.exact('staff')), 'what a token claims'], [HttpMatch.authority(StringMatch.exact('a.example.com')), 'the host'],
  [HttpMatch.fromNamespace('shop'), 'who calls'],
])('it has none for match %#', (match, words) => expect(ofMatch(match)).toEqual([expect.stringContaining(words)]));

test('nor for what changes a request beyond its headers', () => {
  expect(ofOptions({ rewrite: { uri: '/' }, cors: { allowOrigins: [StringMatch.ANY] }, fault: { abort: { httpStatus: 503, percentage: 1 } } })).toEqual(['rewrites', 'CORS', 'faults']);
  expect(ofOptions({ requestHeaders: { set: { 'x-a': '1' } }, mirrors: [{ version: 'v2' }] })).toEqual([]);
  expect(beyondGrpcRoute({ name: 'a', matches: [{}], shares: [], answer: { redirect: { uri: '/' } } })).toEqual(['redirections and answers of its own']);
});
