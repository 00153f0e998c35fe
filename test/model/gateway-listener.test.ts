import { ClientCertificates, GatewayListener, HttpsListenerOptions, ListenerProtocol, TlsVersion } from '../../src';
import { expectRefusal } from '../support/declare';

const all: Required<HttpsListenerOptions> = {
  hosts: ['shop.example.com', '*.example.com', 'shop.example.com'], port: 8443, certificateSecret: 'shop-tls', clientCertificates: ClientCertificates.REQUIRED, minTlsVersion: TlsVersion.V1_3,
};

test('by TLS: of every option, hosts once and sorted', () =>
  expect(GatewayListener.https(all)).toMatchObject({ ...all, hosts: ['*.example.com', 'shop.example.com'], protocol: ListenerProtocol.HTTPS, redirectsToHttps: false }));

test('of the smallest of each kind: any host, at the port that is usual', () => {
  expect(GatewayListener.https({ certificateSecret: 'a' })).toMatchObject({ hosts: ['*'], port: 443, minTlsVersion: TlsVersion.V1_2, clientCertificates: ClientCertificates.NONE });
  expect(GatewayListener.http()).toMatchObject({ hosts: ['*'], port: 80, protocol: ListenerProtocol.HTTP, certificateSecret: undefined, redirectsToHttps: false });
  expect(GatewayListener.redirectToHttps()).toMatchObject({ port: 80, protocol: ListenerProtocol.HTTP, redirectsToHttps: true });
  expect(GatewayListener.tlsPassthrough()).toMatchObject({ hosts: ['*'], port: 443, protocol: ListenerProtocol.TLS });
  expect(GatewayListener.autoPassthrough()).toMatchObject({ hosts: ['*.local'], port: 15443, protocol: ListenerProtocol.TLS, isAutomatic: true });
  expect(GatewayListener.tcp(31400)).toMatchObject({ hosts: ['*'], port: 31400, protocol: ListenerProtocol.TCP });
});

test('what is said to be undefined is not said', () =>
  expect(GatewayListener.https({ certificateSecret: 'a', hosts: undefined, port: undefined, clientCertificates: undefined, minTlsVersion: undefined }))
    .toEqual(GatewayListener.https({ certificateSecret: 'a' })));

test.each<[string, () => unknown, string, string]>([
  ['BST801', () => GatewayListener.http({ hosts: ['Shop.example.com'] }), 'GatewayListener.http', 'a lower-case DNS name'],
  ['BST801', () => GatewayListener.tlsPassthrough({ hosts: ['*.*.example.com'] }), 'GatewayListener.tlsPassthrough', 'a lower-case DNS name'],
  ['BST801', () => GatewayListener.https({ certificateSecret: 'no such name' }), 'GatewayListener.https', 'an object name'],
  ['BST801', () => GatewayListener.https({ certificateSecret: '' }), 'GatewayListener.https', 'an object name'],
  ['BST510', () => GatewayListener.https({ certificateSecret: 'ghp_0123456789abcdefghijABCDEFGHIJ012345' }), 'GatewayListener.https', 'not repeated here'],
  ['BST049', () => GatewayListener.http({ port: 15021 }), 'GatewayListener.http', 'port 15021'],
  ['BST511', () => GatewayListener.http({ hosts: ['user:pass@example.com'] }), 'GatewayListener.http', 'credentials'],
  ['BST007', () => GatewayListener.tcp(0), 'GatewayListener.tcp', '1..65535'],
  ['BST049', () => GatewayListener.redirectToHttps({ hosts: [] }), 'GatewayListener.redirectToHttps', 'no host is given'],
])('%s: refuses %p', (code, wrong, path, words) => expectRefusal(wrong, code, path, words));
