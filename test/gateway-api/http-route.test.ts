import { Duration } from 'cdk8s';
import { ExposeOptions, GatewayListener, HttpMatch, HttpRoute, StringMatch } from '../../src';
import { GatewayApiDeclaration, SHOP } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });
const routes = () => declared.emitted.filter(({ kind }) => kind === 'HTTPRoute');

const EVERY_OPTION: Required<Omit<ExposeOptions, 'retry'>> = {
  hosts: SHOP, port: 443, matches: [HttpMatch.uri(StringMatch.prefix('/api/')), HttpMatch.uri(StringMatch.exact('/api'))],
  routes: [HttpRoute.when(HttpMatch.header('x-preview', 'yes')).to('v2'), HttpRoute.split({ v1: 90, v2: 10 })],
  timeout: Duration.seconds(90), rewrite: { uri: '/', authority: 'pages.example.com' },
  requestHeaders: { set: { 'x-a': '1' } }, responseHeaders: { remove: ['server'] }, cors: { allowOrigins: [StringMatch.exact('https://a.example.com')] },
  mirrors: [{ version: 'v2', percentage: 10 }],
};

test('of the smallest case: every request, to the Service', () => {
  declared.door().exposes(declared.users());
  expect(routes()).toMatchSnapshot();
});

test('of every option', () => {
  declared.door({ listeners: [GatewayListener.http(), GatewayListener.https({ hosts: SHOP, certificateSecret: 'shop-tls' })] }).exposes(declared.pages(), EVERY_OPTION);
  expect(routes()).toMatchSnapshot();
});

test('a listener for any host leaves out hostnames', () => {
  declared.door().exposes(declared.users());
  expect(routes().map(({ spec }) => spec.hostnames)).toEqual([undefined]);
});

test('the routes stand where all else about the gateway does', () => {
  declared.door({ configNamespace: 'routes' }).exposes(declared.users());
  expect(routes().map(({ metadata }) => metadata.namespace)).toEqual(['routes']);
});

test('two services at one host have a route each, which the other does not change', () => {
  const door = declared.door({ listeners: [GatewayListener.http({ hosts: SHOP })] });
  door.exposes(declared.users());
  door.exposes(declared.pages(), { matches: [HttpMatch.uri(StringMatch.prefix('/pages/'))] });
  const other = new GatewayApiDeclaration();
  other.door({ listeners: [GatewayListener.http({ hosts: SHOP })] }).exposes(other.users());
  expect(routes()).toHaveLength(2);
  expect(declared.object('HTTPRoute', 'door.users-api')).toEqual(other.object('HTTPRoute', 'door.users-api'));
});
