import { GatewayListener } from '../../src';
import { assertClassName, assertInPods, assertListeners, existingGatewayOf, sharesPort } from '../../src/model/gateway-rules';
import { expectRefusal } from '../support/declare';

const { http, https, tlsPassthrough, tcp } = GatewayListener;
const SHOP = { hosts: ['shop.example.com'] };

test.each([
  ['one host twice at one port', [http(SHOP), http({ hosts: ['a.example.com', 'shop.example.com'] })], 'it listens twice for "shop.example.com" at port 80'],
  ['two protocols at one port', [http(), tcp(80)], 'at port 80 it takes HTTP and TCP'],
  ['TLS and clear text at one port', [https({ certificateSecret: 'a' }), http({ port: 443 })], 'at port 443 it takes HTTPS and HTTP'],
])('BST049: refuses %s', (_, listeners, words) => expectRefusal(() => assertListeners(listeners, 'door'), 'BST049', 'door', words));

test('accepts two hosts at one port, one host at two, and TLS that ends beside TLS that goes on', () =>
  expect(() => assertListeners([http(SHOP), https({ ...SHOP, certificateSecret: 'a' }), tlsPassthrough({ hosts: ['db.example.com'] }), http({ hosts: ['a.example.com'] })], 'door')).not.toThrow());

test('a Gateway that is there is named with its namespace, and beside no listeners', () => {
  expect([existingGatewayOf('istio-ingress/public', [], 'door'), existingGatewayOf(undefined, [http()], 'door')]).toEqual(['istio-ingress/public', undefined]);
  expectRefusal(() => existingGatewayOf('public', [], 'door'), 'BST049', 'door', 'allowed is namespace/name');
  expectRefusal(() => existingGatewayOf('a/b/c', [], 'door'), 'BST049', 'door', 'allowed is namespace/name');
  expectRefusal(() => existingGatewayOf('A/b', [], 'door'), 'BST801', 'door', 'a DNS label');
  expectRefusal(() => existingGatewayOf('a/b', [http()], 'door'), 'BST049', 'door', 'leave listeners out');
});

test('a class is named as an object is, and by no credential', () => {
  expect(assertClassName('istio', 'door')).toBe('istio');
  for (const name of ['', 'Istio', 'a b']) expectRefusal(() => assertClassName(name, 'door'), 'BST801', 'door', 'an object name');
  expectRefusal(() => assertClassName('ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'door'), 'BST510', 'door', 'credential');
});

test.each([
  [http(), http(SHOP), true], [https({ certificateSecret: 'a' }), tlsPassthrough(), true], [tcp(80), tcp(80), true], [http(), tcp(80), false], [tlsPassthrough(), tcp(443), false],
])('%j and %j may share a port: %s', (one, other, expected) => expect([sharesPort(one, other), sharesPort(other, one)]).toEqual([expected, expected]));

test('BST049: refuses a gateway on machines', () => {
  expect(() => assertInPods(undefined, 'door')).not.toThrow();
  expectRefusal(() => assertInPods({ cidrs: ['192.0.2.0/24'] }, 'door'), 'BST049', 'door', 'a gateway runs in pods');
});
