import * as fc from 'fast-check';
import { Locator, Protocol, Tls } from '../../src';
import { httpScheme, httpUrl, httpUrlWithPort } from '../../src/backing-services/http-url';

const address = (port: number, tls: Tls, basePath?: string) =>
  Locator.external({ addresses: [{ host: 'a.example.com', port, tls, basePath, protocol: Protocol.HTTP }] }).primary;

test.each([
  [443, Tls.byClient(), 'https://a.example.com/v1'], [80, Tls.NONE, 'http://a.example.com/v1'], [80, Tls.BY_MESH, 'http://a.example.com/v1'],
  [80, Tls.byClient(), 'https://a.example.com:80/v1'], [443, Tls.NONE, 'http://a.example.com:443/v1'],
])('port %i with %j is %s: the usual port is left out', (port, tls, url) => expect(httpUrl(address(port, tls, '/v1'))).toBe(url));

test('where clients take a port for granted it is always written', () => {
  expect([443, 9200].map(port => httpUrlWithPort(address(port, Tls.byClient())))).toEqual(['https://a.example.com:443', 'https://a.example.com:9200']);
});

test('a URL leads to the host, port and path that it was made of', () => fc.assert(fc.property(fc.integer({ min: 1, max: 65535 }), fc.boolean(), (port, secure) => {
  const at = address(port, secure ? Tls.byClient() : Tls.NONE, '/v1');
  for (const { protocol, hostname, port: told, pathname } of [new URL(httpUrl(at)), new URL(httpUrlWithPort(at))]) {
    const dialled = [protocol, hostname, Number(told || (secure ? 443 : 80)), pathname];
    if (dialled.join() !== [`${httpScheme(at)}:`, 'a.example.com', port, '/v1'].join()) throw new Error(dialled.join());
  }
}), { numRuns: 200 }));
