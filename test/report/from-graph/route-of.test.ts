import { Duration } from 'cdk8s';
import { HttpMatch } from '../../../src/model/http-match';
import { HttpRoute } from '../../../src/model/http-route';
import { StringMatch } from '../../../src/model/string-match';
import { routeOf } from '../../../src/report/from-graph/route-of';
import { Declaration } from '../../support/topology';

test('every condition is told', () => {
  const web = new Declaration().workload('web');
  const match = HttpMatch.all(
    HttpMatch.method('GET'), HttpMatch.uri(StringMatch.prefix('/a')), HttpMatch.headerMatching('x-a', StringMatch.ANY), HttpMatch.withoutHeader('x-b'),
    HttpMatch.query('q', StringMatch.regex('[0-9]')), HttpMatch.tokenClaim(['a', 'b'], StringMatch.exact('c')), HttpMatch.authority(StringMatch.exact('h')), HttpMatch.port(80), HttpMatch.fromWorkload(web), HttpMatch.fromNamespace('shop'),
  );
  expect(routeOf(HttpRoute.when(match).to('v1')).matches).toEqual([[
    { of: 'method', is: 'exact', text: 'GET' }, { of: 'uri', is: 'prefix', text: '/a' }, { of: 'header', is: 'any', name: 'x-a' }, { of: 'header', is: 'absent', name: 'x-b' },
    { of: 'query', is: 'regex', name: 'q', text: '[0-9]' }, { of: 'claim', is: 'exact', name: '[a][b]', text: 'c' }, { of: 'authority', is: 'exact', text: 'h' }, { of: 'port', is: 'exact', text: '80' },
    { of: 'caller', is: 'exact', text: web.path }, { of: 'namespace', is: 'exact', text: 'shop' },
  ]]);
});

test('what happens on the way is told in words', () => {
  const route = HttpRoute.when(HttpMatch.port(80)).toAnyVersion({
    rewrite: { uri: '/v2/', authority: 'h' }, requestHeaders: { set: { a: '1' }, add: { b: '2' }, remove: ['c'] }, responseHeaders: { remove: ['d'] },
    cors: { allowOrigins: [StringMatch.exact('https://a'), StringMatch.ANY] }, mirrors: [{ version: 'v2', percentage: 5 }, { version: 'v3' }],
    fault: { delay: { fixedDelay: Duration.seconds(2), percentage: 10 }, abort: { grpcStatus: 'UNAVAILABLE', percentage: 1 } },
  });
  expect(routeOf(route).onTheWay).toEqual([
    'rewrite the path to /v2/', 'rewrite the host to h', 'set a of requests to 1', 'add b to requests: 2', 'remove c of requests', 'remove d of answers',
    'let pages of exact https://a, any origin ask', 'copy 5 % to v2', 'copy 100 % to v3', 'delay 10 % by 2s', 'abort 1 % with UNAVAILABLE',
  ]);
});

test.each<[HttpRoute, string]>([
  [HttpRoute.when(HttpMatch.port(80)).respond(404), 'status 404'], [HttpRoute.when(HttpMatch.port(80)).respond(200, 'ü'), 'status 200, 2 bytes'],
  [HttpRoute.when(HttpMatch.port(80)).redirect({ scheme: 'https', port: 8443 }), '301 to https, same host, port 8443, same path'],
])('an answer is told: %#', (route, words) => expect(routeOf(route)).toMatchObject({ weights: {}, answer: words }));

test('the steps of a canary are told, and which is reached', () => expect(routeOf(HttpRoute.canary({ stable: 'v1', canary: 'v2', steps: [5, 25, 100], step: 2 }))).toMatchObject({
  weights: { v1: 75, v2: 25 }, steps: [5, 25, 100], step: 2,
}));
