import { Duration } from 'cdk8s';
import { HttpMatch, HttpRoute, HttpRouteOptions, MatchedRouteOptions, StringMatch } from '../../src';
import { accepts, expectRefusal } from '../support/declare';
import { ms } from '../support/topology';

const made = (options: MatchedRouteOptions) => HttpRoute.when(HttpMatch.header('x-trial', 'yes')).to('v1', options);

test('BST047: refuses a fault of every request, as nothing names who is hit', () => {
  const fault = { abort: { httpStatus: 500, percentage: 1 } };
  const toAll = { fault } as HttpRouteOptions;
  for (const call of [() => HttpRoute.split({ v1: 100 }, toAll), () => HttpRoute.toAnyVersion(toAll)]) {
    expectRefusal(call, 'BST047', 'HttpRouteOptions', 'nothing names who is hit', 'HttpRoute.when()');
  }
  expect(made({ fault }).options.fault).toEqual(fault);
});

test.each<[string, MatchedRouteOptions]>([
  ['a rewrite of nothing', { rewrite: {} }], ['a relative path', { rewrite: { uri: 'v2' } }], ['a blank in a host', { rewrite: { authority: 'a b' } }],
  ['a header in two ways', { requestHeaders: { set: { 'x-a': '1' }, remove: ['X-A'] } }], ['no origin', { cors: { allowOrigins: [] } }],
  ['cookies of everybody', { cors: { allowOrigins: [StringMatch.ANY], allowCredentials: true } }], ['no fault', { fault: {} }],
  ['two statuses', { fault: { abort: { httpStatus: 500, grpcStatus: 'INTERNAL', percentage: 1 } } }], ['no status', { fault: { abort: { percentage: 1 } } }],
  ['a status that is no failure', { fault: { abort: { grpcStatus: 'OK', percentage: 1 } } }], ['no share', { mirrors: [{ version: 'v2', percentage: 0 }] }],
  ['too much', { fault: { delay: { fixedDelay: ms(1), percentage: 100.1 } } }], ['too fine a share', { mirrors: [{ version: 'v2', percentage: 0.00001 }] }],
])('BST047: refuses %s', (_, options) => expectRefusal(() => made(options), 'BST047', 'HttpRouteOptions'));

const withCookies = (origin: StringMatch) => made({ cors: { allowOrigins: [StringMatch.exact('https://shop.example.com'), origin], allowCredentials: true } });

test.each([
  StringMatch.exact('*'), StringMatch.regex('.*'), StringMatch.regex('https://.*'), StringMatch.prefix('https://'), StringMatch.prefix('https://shop.example.com'),
])('BST047: refuses cookies of the pages of %j, which somebody else may have', origin =>
  expectRefusal(() => withCookies(origin), 'BST047', 'HttpRouteOptions', 'hosts which nobody names', 'leave allowCredentials out'));

test.each([
  StringMatch.exact('https://a.example.com'), StringMatch.regex('https://[a-z]+[.]example[.]com'), StringMatch.prefix('http://localhost:'),
])('cookies are sent by pages of %j', origin => expect(accepts(() => withCookies(origin))).toBe(true));

const rewritten = (from: StringMatch, uri: string) => HttpRoute.when(HttpMatch.uri(from)).toAnyVersion({ rewrite: { uri } });

test.each([['/api', '/'], ['/api/', '/v2'], ['/', '/v2']])('BST047: refuses %s in the place of the prefix %s, whose halves do not join', (from, to) =>
  expectRefusal(() => rewritten(StringMatch.prefix(from), to), 'BST047', 'HttpRouteOptions', `the prefix "${from}" to "${to}"`, 'end both with "/", or neither'));

test('BST047: refuses it where no path is asked for, or beside another match that joins', () => {
  expectRefusal(() => made({ rewrite: { uri: '/v2' } }), 'BST047', 'HttpRouteOptions', '"/v2orders" of "/orders"');
  expectRefusal(() => HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/api')), HttpMatch.uri(StringMatch.prefix('/v1/'))).toAnyVersion({ rewrite: { uri: '/v2' } }), 'BST047', 'HttpRouteOptions');
});

test.each([
  [StringMatch.prefix('/api/'), '/'], [StringMatch.prefix('/api'), '/v2'], [StringMatch.prefix('/'), '/v2/'], [StringMatch.exact('/api'), '/'], [StringMatch.exact('/api/'), '/v2'],
  [StringMatch.regex('/api/.*'), '/gone'], [StringMatch.prefix('/@'), '/'],
])('what %j matches may be rewritten to %s', (from, to) => expect(rewritten(from, to).options.rewrite).toEqual({ uri: to, authority: undefined }));

test('BST511: the host of a rewrite has nobody\'s name in it', () =>
  expectRefusal(() => made({ rewrite: { authority: 'user:CANARY@example.com' } }), 'BST511', 'HttpRouteOptions', 'not repeated here'));

test('a header is no place for a credential', () =>
  expectRefusal(() => made({ requestHeaders: { set: { authorization: 'Bearer CANARY' } } }), 'BST510', 'HttpRouteOptions', 'not repeated here'));

test('what is said of headers is in lower case', () =>
  expect(made({ responseHeaders: { set: { 'X-A': 'B' }, add: { 'X-C': 'd' }, remove: ['X-E'] } }).options.responseHeaders).toEqual({ set: { 'x-a': 'B' }, add: { 'x-c': 'd' }, remove: ['x-e'] }));

test.each<[string, () => unknown, string]>([
  ['no condition', () => HttpRoute.when(), 'HttpRoute.when'], ['a redirection to nowhere', () => HttpRoute.when(HttpMatch.port(80)).redirect({}), 'HttpRouteCondition.redirect'],
  ['a redirection by another status', () => HttpRoute.when(HttpMatch.port(80)).redirect({ uri: '/a', redirectCode: 200 }), 'HttpRouteCondition.redirect'],
  ['a redirection to another scheme', () => HttpRoute.when(HttpMatch.port(80)).redirect({ scheme: 'ftp' }), 'HttpRouteCondition.redirect'],
  ['a body that is too long', () => HttpRoute.when(HttpMatch.port(80)).respond(200, 'x'.repeat(1024 * 1024 + 1)), 'HttpRouteCondition.respond'],
])('BST047: refuses %s', (_, call, path) => expectRefusal(call, 'BST047', path));

test('BST010: refuses a status that is none', () => expectRefusal(() => HttpRoute.when(HttpMatch.port(80)).respond(199), 'BST010', 'HttpRouteCondition.respond'));

test('takes no other options once it is made', () => {
  const mirrors = [{ version: 'v2', percentage: 5 }];
  const route = made({ mirrors, cors: { allowOrigins: [StringMatch.ANY], maxAge: Duration.days(1) } });
  mirrors.push({ version: 'v3', percentage: 5 });
  expect(route.options.mirrors).toHaveLength(1);
  expect(() => Object.assign(route.options, { rewrite: { uri: '/' } })).toThrow(TypeError);
});
