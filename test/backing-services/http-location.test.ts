import * as fc from 'fast-check';
import { Tls, TlsAuthority } from '../../src';
import { httpLocator } from '../../src/backing-services/http-location';
import { accepts, expectRefusal, refusalOf, survivesHostileText } from '../support/declare';

const CLIENT = Tls.byClient(TlsAuthority.LOGIN);
const located = (url: string, tls = Tls.BY_MESH) => httpLocator(url, tls, {}, 'shop/p');

test.each<[string, Tls, number, number, Tls, string]>([
  ['http://a.example', Tls.BY_MESH, 80, 80, Tls.NONE, ''],
  ['http://a.example:8080/v1/', CLIENT, 8080, 8080, Tls.NONE, '/v1'],
  ['https://a.example', Tls.BY_MESH, 80, 443, Tls.BY_MESH, ''],
  ['https://a.example:8443/a/b//', Tls.BY_MESH, 80, 8443, Tls.BY_MESH, '/a/b'],
  ['https://a.example/v1', CLIENT, 443, 443, CLIENT, '/v1'],
  ['HTTPS://A.Example:8443', CLIENT, 8443, 8443, CLIENT, ''],
])('%s with TLS of %j', (url, tls, port, targetPort, reachedWith, basePath) => {
  const { primary, cidrs, addresses } = httpLocator(url, tls, { cidrs: ['203.0.113.0/24'] }, 'p');
  expect(primary).toMatchObject({ host: 'a.example', port, targetPort, tls: reachedWith, basePath, protocol: { name: 'http' } });
  expect([cidrs, addresses]).toEqual([['203.0.113.0/24'], [primary]]);
});

test('further hosts are dialled as the URL says, at its port, with its TLS and its base path', () => {
  const { addresses } = httpLocator('https://a.example:8443/v1', Tls.BY_MESH, { furtherHosts: ['b.example', '*.a.example', 'b.example', 'a.example'] }, 'p');
  const dialled = { port: 80, targetPort: 8443, tls: Tls.BY_MESH, basePath: '/v1' };
  expect(addresses).toMatchObject([['a.example', 'primary'], ['b.example', 'member'], ['*.a.example', 'member']].map(([host, role]) => ({ ...dialled, host, role })));
  expect(addresses).toHaveLength(3);
});

test.each([
  'a.example', 'ftp://a.example', 'https://', 'http:a.example', 'https:///a.example', 'https://a.example/x y', 'https://a.example\\x', ' https://a.example',
  '\u0001https://a.example', 'https://a.example/?', 'https://a.example/#', 'https://a.example:99999', '', undefined as never,
])('BST027: refuses %j', url =>
  expectRefusal(() => located(url), 'BST027', 'shop/p', 'is no locator of an HTTP service: allowed is http:// or https://', 'give the base URL'));

test.each(['https://[::1]', 'https://10.0.0.1', 'https://a_b.example'])('BST801: refuses the host of %s', url =>
  expectRefusal(() => located(url), 'BST801', 'shop/p', 'a lower-case DNS name'));

test('BST007: refuses port 0', () => expectRefusal(() => located('https://a.example:0'), 'BST007', 'shop/p', '"0"', '1..65535'));

test.each([
  'https://app:CANARY@a.example', '\u0001https://app:CANARY@a.example', ' https://app:CANARY@a.example', 'https:app:CANARY@a.example', 'https://app:12/CANARY@a.example',
  'https://a.example/?token=CANARY', 'https://a.example/?X-Amz-Signature=CANARY',
])('BST511: refuses credentials in %j and does not repeat them', url => {
  expectRefusal(() => located(url), 'BST511', 'shop/p', 'not repeated here');
  expect(refusalOf(() => located(url)).message).not.toContain('CANARY');
});

test.each(['ghp_CANARYCANARYCANARY', 'v1/AKIACANARYCANARY1234', 'd41d8cd98f00b204e9800998ecf8427e', 'hooks/T1/xoxb-CANARYCANARY'])(
  'BST510: refuses the base path /%s, in which an issuer would know its credential, and does not repeat it', path => {
    expectRefusal(() => located(`https://a.example/${path}`), 'BST510', 'shop/p', 'not repeated here', 'keep the credential in a secret store');
    expect(refusalOf(() => located(`https://a.example/${path}`)).message).not.toContain('CANARY');
  });

test('a query is never repeated, whatever it is called', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom('?', '#'), (key, mark) => {
    expect(refusalOf(() => located(`https://a.example/v1${mark}${key}=CANARY`)).message).not.toContain('CANARY');
  }));
});

test('what is accepted reads back as the same URL', () => {
  fc.assert(fc.property(fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: false }), url => {
    if (!accepts(() => located(url, CLIENT))) return;
    const { host, port, tls, basePath } = located(url, CLIENT).primary;
    expect(new URL(`http${tls === CLIENT ? 's' : ''}://${host}:${port}${basePath}`).href.replace(/(?<!\/)\/+$/, '')).toBe(new URL(url).href.replace(/(?<!\/)\/+$/, ''));
  }), { numRuns: 500 });
});

test('is read in a time that grows with its length alone', () => {
  for (const sign of ['/', '/.', '%', ':']) accepts(() => located(`http://a.example/${sign.repeat(300_000)}x`));
});

test('survives hostile text', () => {
  survivesHostileText(text => located(text));
  survivesHostileText(text => located(`https://a.example/${text}`));
});
