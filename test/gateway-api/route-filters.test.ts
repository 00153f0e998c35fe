import { Duration } from 'cdk8s';
import { HttpRouteOptions, StringMatch } from '../../src';
import { filtersOf } from '../../src/gateway-api/route-filters';
import { GatewayApiDeclaration } from '../support/gateway-api';

const declared = new GatewayApiDeclaration();
const [to] = declared.hosts(declared.pages());

const EVERY_OPTION: Required<Omit<HttpRouteOptions, 'rewrite'>> = {
  requestHeaders: { set: { 'x-a': '1' }, add: { 'x-b': '2' }, remove: ['x-c'] },
  responseHeaders: { set: { 'x-d': '3' } },
  cors: {
    allowOrigins: [StringMatch.exact('https://a.example.com')], allowMethods: ['GET'], allowHeaders: ['x-a'], exposeHeaders: ['x-d'], maxAge: Duration.minutes(5), allowCredentials: false,
  },
  mirrors: [{ version: 'v1' }, { version: 'v2', percentage: 25 }],
};

test('nothing is done that is not said', () => expect(filtersOf(to, {}, 'shop')).toEqual([]));

test('every option', () => expect(filtersOf(to, EVERY_OPTION, 'shop')).toMatchSnapshot());

test('any origin is "*"', () => expect(filtersOf(to, { cors: { allowOrigins: [StringMatch.ANY] } }, 'shop')[0].cors?.allowOrigins).toEqual(['*']));

test('an age that is no whole number of seconds, which is found, is written all the same', () =>
  expect(filtersOf(to, { cors: { allowOrigins: [StringMatch.ANY], maxAge: Duration.millis(1500) } }, 'shop')[0].cors?.maxAge).toBe(1));

test.each([[12.5, 125_000], [0.0001, 1], [99.9999, 999_999]])('%d percent of the requests are %d of a million', (percentage, numerator) =>
  expect(filtersOf(to, { mirrors: [{ version: 'v2', percentage }] }, 'shop')[0].requestMirror?.fraction).toEqual({ numerator, denominator: 1_000_000 }));

test('a copy goes to the Service of its version, by its namespace where that is another', () =>
  expect(filtersOf(to, { mirrors: [{ version: 'v2' }] }, 'routes')[0].requestMirror).toEqual({ backendRef: { name: 'pages-v2', namespace: 'shop', port: 80 } }));
