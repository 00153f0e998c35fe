import * as fc from 'fast-check';
import { Protocol } from '../../src';
import { httpEndpoint } from '../../src/backing-services/http-location';
import { accepts, expectRefusal, refusalOf, survivesHostileText } from '../support/declare';

test.each<[string, boolean, object, string, Protocol, string]>([
  ['http://a.example', true, { port: 80, targetPort: 80, tlsByMesh: false }, 'http', Protocol.HTTP, ''],
  ['http://a.example:8080/v1/', true, { port: 8080, targetPort: 8080, tlsByMesh: false }, 'http', Protocol.HTTP, '/v1'],
  ['https://a.example', true, { port: 80, targetPort: 443, tlsByMesh: true }, 'http', Protocol.HTTP, ''],
  ['https://a.example:8443/a/b//', true, { port: 80, targetPort: 8443, tlsByMesh: true }, 'http', Protocol.HTTP, '/a/b'],
  ['https://a.example/v1', false, { port: 443, targetPort: 443, tlsByMesh: false }, 'https', Protocol.TLS, '/v1'],
  ['HTTPS://A.Example:8443', false, { port: 8443, targetPort: 8443, tlsByMesh: false }, 'https', Protocol.TLS, ''],
])('%s with TLS by the mesh %p', (url, byMesh, ports, scheme, protocol, basePath) => {
  const location = httpEndpoint(url, byMesh, ['203.0.113.0/24'], 'p');
  expect(location).toEqual({ endpoint: { origin: 'external', host: 'a.example', cidrs: ['203.0.113.0/24'], ...ports }, protocol, scheme, basePath });
});

test.each([
  'a.example', 'ftp://a.example', 'https://', 'http:a.example', 'https:///a.example', 'https://a.example/x y', 'https://a.example\\x', ' https://a.example',
  '\u0001https://a.example', 'https://a.example/?', 'https://a.example/#', 'https://a.example:99999', '', undefined as never,
])('BST014: refuses %j', url =>
  expectRefusal(() => httpEndpoint(url, true, undefined, 'shop/payments'), 'BST014', 'shop/payments', 'is no locator of an HTTP service: allowed is http:// or https://', 'give the base URL'));

test.each(['https://[::1]', 'https://10.0.0.1', 'https://a_b.example'])('BST801: refuses the host of %s', url =>
  expectRefusal(() => httpEndpoint(url, true, undefined, 'shop/payments'), 'BST801', 'shop/payments', 'a lower-case DNS name'));

test('BST007: refuses port 0', () => expectRefusal(() => httpEndpoint('https://a.example:0', true, undefined, 'shop/p'), 'BST007', 'shop/p', '"0"', '1..65535'));

test('BST014: refuses an address range that is none', () =>
  expectRefusal(() => httpEndpoint('https://a.example', true, ['x'], 'shop/p'), 'BST014', 'shop/p', '"x" is no address range'));

test.each([
  'https://app:CANARY@a.example', '\u0001https://app:CANARY@a.example', ' https://app:CANARY@a.example', 'https:app:CANARY@a.example', 'https://app:12/CANARY@a.example',
  'https://a.example/?token=CANARY', 'https://a.example/?X-Amz-Signature=CANARY',
])('BST511: refuses credentials in %j and does not repeat them', url => {
  expectRefusal(() => httpEndpoint(url, true, undefined, 'shop/p'), 'BST511', 'shop/p', 'not repeated here');
  expect(refusalOf(() => httpEndpoint(url, true, undefined, 'shop/p')).message).not.toContain('CANARY');
});

test('a query is never repeated, whatever it is called', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom('?', '#'), (key, mark) => {
    expect(refusalOf(() => httpEndpoint(`https://a.example/v1${mark}${key}=CANARY`, true, undefined, 'p')).message).not.toContain('CANARY');
  }));
});

test('what is accepted reads back as the same URL', () => {
  fc.assert(fc.property(fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: false }), url => {
    if (!accepts(() => httpEndpoint(url, false, undefined, 'p'))) return;
    const { endpoint, scheme, basePath } = httpEndpoint(url, false, undefined, 'p');
    expect(new URL(`${scheme}://${endpoint.host}:${endpoint.port}${basePath}`).href.replace(/\/+$/, '')).toBe(new URL(url).href.replace(/\/+$/, ''));
  }), { numRuns: 500 });
});

test('survives hostile text', () => {
  survivesHostileText(text => httpEndpoint(text, true, undefined, 'p'));
  survivesHostileText(text => httpEndpoint(`https://a.example/${text}`, true, undefined, 'p'));
});
