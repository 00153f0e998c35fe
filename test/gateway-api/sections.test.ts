import { GatewayListener } from '../../src';
import { sectionNameOf } from '../../src/gateway-api/sections';

const https = (...hosts: string[]) => GatewayListener.https({ hosts, certificateSecret: 'tls' });

test.each([
  [GatewayListener.http(), '*', 'http-80'], [https('shop.example.com'), 'shop.example.com', 'https-443-shop-example-com'],
  [GatewayListener.tcp(9000), '*', 'tcp-9000'], [GatewayListener.tlsPassthrough({ hosts: ['*.example.com'] }), '*.example.com', 'tls-443-example-com-any'],
])('a listener is named for what it takes: %#', (listener, host, name) => expect(sectionNameOf(listener, host)).toBe(name));

test('hosts that differ in a dot and a hyphen have names of their own', () =>
  expect(sectionNameOf(https('a'), 'my-app.example.com')).not.toBe(sectionNameOf(https('a'), 'my.app.example.com')));

test('a host as long as one may be leaves a name that an object takes', () => {
  const host = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`;
  expect(sectionNameOf(https(host), host)).toMatch(/^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/);
});
