import { HttpMatch, HttpRoute, HttpRouteOptions, MatchedRouteOptions, StringMatch } from '../../src';
import { CallName } from '../../src/private/boundary';
import { Baselines, second } from './baseline-parts';

const condition = () => HttpRoute.when(HttpMatch.header('a', 'b'));
const headers = { set: { 'x-a': '1' }, add: { 'x-b': '2' }, remove: ['x-c'] };
export const changes = (): Required<HttpRouteOptions> => ({
  rewrite: { uri: '/v2/', authority: 'shop.example.com' }, requestHeaders: headers, responseHeaders: headers,
  cors: {
    allowOrigins: [StringMatch.exact('https://shop.example.com')], allowMethods: ['PUT'], allowHeaders: ['x-a'], exposeHeaders: ['x-b'], maxAge: second(), allowCredentials: true,
  },
  mirrors: [{ version: 'v2', percentage: 10 }],
});
const options = (): MatchedRouteOptions[] => [
  { ...changes(), fault: { delay: { fixedDelay: second(), percentage: 1 }, abort: { httpStatus: 503, percentage: 1 } } },
  { fault: { abort: { grpcStatus: 'UNAVAILABLE', percentage: 1 } } },
];

/** Right calls of what routes are made of. */
export const ROUTES = {
  'HttpMatch.all': () => ({ args: [HttpMatch.port(80)] }),
  'HttpMatch.authority': () => ({ args: [StringMatch.exact('a')] }),
  'HttpMatch.fromNamespace': () => ({ args: ['shop'] }),
  'HttpMatch.fromWorkload': bench => ({ args: [bench.web] }),
  'HttpMatch.header': () => ({ args: ['x-user', 'jason'] }),
  'HttpMatch.headerMatching': () => ({ args: ['x-user', StringMatch.ANY] }),
  'HttpMatch.method': () => ({ args: ['GET'] }),
  'HttpMatch.port': () => ({ args: [80] }),
  'HttpMatch.query': () => ({ args: ['page', StringMatch.exact('1')] }),
  'HttpMatch.tokenClaim': () => ({ args: [['realm_access', 'roles'], StringMatch.exact('staff')] }),
  'HttpMatch.uri': () => ({ args: [StringMatch.prefix('/')] }),
  'HttpMatch.withoutHeader': () => ({ args: ['x-user'] }),
  'HttpRoute.canary': () => ({ args: [{ stable: 'v1', canary: 'v2', steps: [5, 100], step: 1 }, changes()] }),
  'HttpRoute.split': () => ({ args: [{ v1: 90, v2: 10 }, changes()] }),
  'HttpRoute.toAnyVersion': () => ({ args: [changes()] }),
  'HttpRoute.when': () => ({ args: [HttpMatch.header('a', 'b')] }),
  'HttpRouteCondition#canary': () => options().map(each => ({ on: condition(), args: [{ stable: 'v1', canary: 'v2', steps: [5, 100], step: 1 }, each] })),
  'HttpRouteCondition#redirect': () => ({ on: condition(), args: [{ uri: '/a', authority: 'b', scheme: 'https', port: 443, redirectCode: 308 }] }),
  'HttpRouteCondition#respond': () => ({ on: condition(), args: [404, 'no'] }),
  'HttpRouteCondition#split': () => options().map(each => ({ on: condition(), args: [{ v1: 100 }, each] })),
  'HttpRouteCondition#to': () => options().map(each => ({ on: condition(), args: ['v1', each] })),
  'HttpRouteCondition#toAnyVersion': () => options().map(each => ({ on: condition(), args: [each] })),
  'StringMatch.exact': () => ({ args: ['a'] }),
  'StringMatch.prefix': () => ({ args: ['a'] }),
  'StringMatch.regex': () => ({ args: ['a.*'] }),
} satisfies Partial<Record<CallName, Baselines>>;
