import * as fc from 'fast-check';
import { BindingRequest, DataAccess, Locator, Protocol, Tls } from '../../src';
import { externalSearchEngine, SEARCH_ENGINE, searchEngine, searchEntries } from '../../src/backing-services/search-engine';
import { expectRefusal, newTopology, newWorkload, readable, vault } from '../support/declare';

const ENTERS = [['username', 'password'], ['client-certificate', 'private-key']];
const credentials = vault.secret('s', { username: 'u', password: 'p', ca: 'c' });
const at = (port: number, tls: Tls, basePath?: string) => Locator.external({ addresses: [{ host: 'search.example.com', port, tls, basePath, protocol: Protocol.HTTP }] });
const read = (locator: Locator, credential = undefined as typeof credentials | undefined) =>
  readable(searchEntries(locator, BindingRequest._of(newWorkload(newTopology(), 'orders'), DataAccess.READ_WRITE, [], credential)));

test('the URL has its port and no credential; those are told each for itself', () => {
  expect(read(at(443, Tls.byClient()), credentials)).toMatchObject({
    'URL': 'https://search.example.com:443', '(uri)': 'https://search.example.com:443', '(uris)': 'https://search.example.com:443', '(host)': 'search.example.com', '(port)': '443',
    '(ssl)': 'true', 'USERNAME': '{s u}', 'PASSWORD': '{s p}',
  });
  expect(read(at(9200, Tls.NONE, '/es'))).toMatchObject({ 'URL': 'http://search.example.com:9200/es', '(ssl)': 'false' });
});

test('any port is told alike in the URL and beside it', () => fc.assert(fc.property(fc.integer({ min: 1, max: 65535 }), fc.boolean(), (port, secure) => {
  const { URL: url, '(port)': told } = read(at(port, secure ? Tls.byClient() : Tls.NONE));
  if (url !== `${secure ? 'https' : 'http'}://search.example.com:${told}` || Number(told) !== port) throw new Error(url);
}), { numRuns: 100 }));

test('a third party is where its URL leads; who starts no TLS has no use for a certificate', () => {
  const { locator, login } = externalSearchEngine({ url: 'https://search.example.com:9200/es', credentials, cidrs: ['203.0.113.0/24'], endpoints: ['203.0.113.7'] }, ENTERS, 'p');
  expect(locator.primary).toMatchObject({ host: 'search.example.com', port: 9200, basePath: '/es', tls: { start: 'client', authority: 'login' }, protocol: SEARCH_ENGINE.protocol });
  expect([locator.cidrs, locator.endpoints, login!.enforcesReadOnly]).toEqual([['203.0.113.0/24'], ['203.0.113.7'], false]);
  expectRefusal(() => externalSearchEngine({ url: 'http://search.example.com', credentials }, ENTERS, 'p'), 'BST017', 'p', '"ca"', 'give an https URL');
});

test('BST017: it is entered as a kind asks', () =>
  expectRefusal(() => searchEngine(at(9200, Tls.NONE), { credentials: vault.secret('s', { token: 't' }) }, ENTERS, 'p'), 'BST017', 'p', '"username" and "password", or "client-certificate"'));
