import { Duration } from 'cdk8s';
import { ExposeOptions, Gateway, GatewayListener, HttpMatch, StringMatch } from '../../src';
import { heldExposure } from '../../src/model/exposure-rules';
import { expectRefusal, newHttpService, newTcpService, newTopology } from '../support/declare';
import { newGateway } from '../support/gateway';

let door: Gateway;
const shop = newTopology();
const [web, ldap] = [newHttpService(shop, 'web'), newTcpService(shop, 'ldap')];
const held = (said: ExposeOptions) => heldExposure(door, web, said, 'x');
beforeAll(() => { door = newGateway(shop, { listeners: [GatewayListener.http(), GatewayListener.tcp(9000)] }); });

test('what is said is held once and sorted, with what is not said of the route apart from its options', () => {
  const matches = [HttpMatch.uri(StringMatch.prefix('/api/'))];
  const said = { hosts: ['b.example.com', 'a.example.com', 'b.example.com'], port: 80, matches, timeout: Duration.seconds(1), rewrite: { uri: '/' } };
  expect(held(said)).toEqual({ hosts: ['a.example.com', 'b.example.com'], port: 80, matches, routes: undefined, timeout: Duration.seconds(1), retry: undefined, options: expect.objectContaining({ rewrite: { uri: '/', authority: undefined } }) });
});

test('BST604: a mirror names a version that there is', () =>
  expectRefusal(() => held({ mirrors: [{ version: 'v2', percentage: 1 }] }), 'BST604', 'x', 'a route leads to version "v2"'));

test('BST047: a rewrite is one of the prefix that is exposed, or of every path', () => {
  expectRefusal(() => held({ rewrite: { uri: '/v2' } }), 'BST047', 'HttpRouteOptions', 'of the prefix "/"');
  expectRefusal(() => held({ matches: [HttpMatch.uri(StringMatch.prefix('/api'))], rewrite: { uri: '/' } }), 'BST047', 'HttpRouteOptions', 'of the prefix "/api"');
});

test('BST049: what acts on requests is said of none that are not seen', () =>
  expectRefusal(() => heldExposure(door, ldap, { cors: { allowOrigins: [StringMatch.ANY] } }, 'x'), 'BST049', 'x', '"cors" cannot act on tcp'));
