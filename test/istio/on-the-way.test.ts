import { Duration } from 'cdk8s';
import { HttpRouteSpec, httpRoutesOf } from '../../src/istio/http-routes';
import { DependencyPolicy } from '../../src/model/dependency-policy';
import { HttpMatch } from '../../src/model/http-match';
import { HttpRoute } from '../../src/model/http-route';
import { MatchedRouteOptions } from '../../src/model/http-route-options';
import { RetryPolicy } from '../../src/model/retry-policy';
import { StringMatch } from '../../src/model/string-match';
import { ANY_REQUEST } from '../../src/traffic/request-match';
import { MeshDeclaration } from '../support/mesh';

const TRIAL = HttpMatch.header('x-trial', 'yes');

function routesOf(routes: HttpRoute[], policy: DependencyPolicy = {}) {
  const declared = new MeshDeclaration();
  const users = declared.users({ routes }, ['v1', 'v2']);
  return httpRoutesOf(declared.hosts(users)[0], { name: '', requests: [ANY_REQUEST], policy }) as HttpRouteSpec[];
}

const ofTrial = (options: MatchedRouteOptions) => routesOf([HttpRoute.when(TRIAL).to('v2', options), HttpRoute.split({ v1: 100 })])[0];

test('a fault has its share and its duration in Istio\'s words', () =>
  expect(ofTrial({
    fault: { delay: { fixedDelay: Duration.seconds(2), percentage: 0.5 }, abort: { httpStatus: 503, percentage: 100 } },
  }).fault).toEqual({
    delay: { fixedDelay: '2s', percentage: { value: 0.5 } }, abort: { httpStatus: 503, percentage: { value: 100 } },
  }));

test('copies go to a version, all of them if no share is said', () => expect(ofTrial({ mirrors: [{ version: 'v1' }] }).mirrors).toEqual([
  { destination: { host: 'users-api.shop.svc.cluster.local', subset: 'v1', port: { number: 80 } }, percentage: { value: 100 } },
]));

test('path, host and headers are changed', () => {
  const { rewrite, headers } = ofTrial({
    rewrite: { uri: '/v2/', authority: 'x.example.com' }, requestHeaders: { set: { 'x-a': '1' } }, responseHeaders: { remove: ['server'] },
  });
  expect([rewrite, headers]).toEqual([{ uri: '/v2/', authority: 'x.example.com' }, { request: { set: { 'x-a': '1' } }, response: { remove: ['server'] } }]);
});

test('pages of other origins may ask', () => {
  const allowOrigins = [StringMatch.exact('https://a.example.com')];
  expect(ofTrial({ cors: { allowOrigins, allowMethods: ['PUT'], maxAge: Duration.hours(24), allowCredentials: false } }).corsPolicy).toEqual({
    allowOrigins: [{ exact: 'https://a.example.com' }], allowMethods: ['PUT'], maxAge: '24h', allowCredentials: false,
  });
});

test('what is said of a route is done to requests that may be repeated and to others', () => {
  const routes = routesOf([HttpRoute.toAnyVersion({ rewrite: { uri: '/v2/' } })], { retry: RetryPolicy.attempts(2) });
  expect(routes.map(({ name, rewrite }) => [name, rewrite])).toEqual([['all-retriable', { uri: '/v2/' }], ['all', { uri: '/v2/' }]]);
});

test('an answer is given once, whatever is repeated, and sent nowhere', () => {
  const moved = HttpRoute.when(HttpMatch.uri(StringMatch.exact('/old'))).redirect({ uri: '/new', redirectCode: 308 });
  const gone = HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/gone/'))).respond(410, 'gone');
  expect(routesOf([moved, gone, HttpRoute.toAnyVersion()], { retry: RetryPolicy.attempts(2), timeout: Duration.seconds(1) }).slice(0, 2)).toEqual([
    { name: 'uri-old', match: [{ uri: { exact: '/old' } }], redirect: { uri: '/new', redirectCode: 308 } },
    { name: 'uri-gone', match: [{ uri: { prefix: '/gone/' } }], directResponse: { status: 410, body: { string: 'gone' } } },
  ]);
});

test('a third party has routes too, though no versions', () => {
  const declared = new MeshDeclaration();
  const moved = HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/v1/'))).toAnyVersion({ rewrite: { uri: '/v2/', authority: 'api.example.com' } });
  declared.caller('web', declared.payments({ routes: [moved, HttpRoute.toAnyVersion()] }));
  const { http } = declared.spec('VirtualService', 'payments');
  const destination = { host: 'payments.example.com', port: { number: 80 } };
  expect(http).toEqual([
    { name: 'uri-v1', match: [{ uri: { prefix: '/v1/' } }], route: [{ destination }], retries: { attempts: 0 }, rewrite: { uri: '/v2/', authority: 'api.example.com' } },
    { name: 'all', route: [{ destination }], retries: { attempts: 0 } },
  ]);
});
