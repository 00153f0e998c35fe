import { IssuerOptions, OidcIssuer, OidcIssuerProvider, Tls } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, vault } from '../support/declare';

const declare = (provider: OidcIssuerProvider, topology = newTopology()) => new OidcIssuer(topology, 'login', { provider });
const inCluster = (options: IssuerOptions & { port?: number; tls?: Tls } = {}) => declare(OidcIssuerProvider.inCluster({ service: 'dex', namespace: 'identity', ...options }));
const urls = (issuer: OidcIssuer) => {
  const { ISSUER_URL: told_, DISCOVERY_URL: discovery } = readable(told(issuer, newWorkload(newTopology(), 'web')));
  return [told_, discovery.replace('/.well-known/openid-configuration', '')];
};

test('in the cluster the issuer is what pods dial, unless told', () => {
  const topology = newTopology();
  expect(urls(declare(OidcIssuerProvider.workload(newWorkload(topology, 'keycloak'), { path: '/realms/shop' }), topology))).toEqual(Array(2).fill('http://login.shop.svc:8080/realms/shop'));
  expect(urls(inCluster({ port: 5556, tls: Tls.byClient() }))).toEqual(Array(2).fill('https://dex.identity.svc:5556'));
});

test('an issuer that browsers see is found at its path behind the Service, or at another', () => {
  expect(urls(inCluster({ issuer: 'https://login.example.com/dex/' }))).toEqual(['https://login.example.com/dex/', 'http://dex.identity.svc:8080/dex']);
  expect(urls(inCluster({ issuer: 'https://login.example.com/dex', path: '/a' }))).toEqual(['https://login.example.com/dex', 'http://dex.identity.svc:8080/a']);
});

test.each<[string, IssuerOptions]>([['BST027', { issuer: 'login' }], ['BST511', { issuer: 'https://u:CANARY@login.example.com' }], ['BST027', { path: 'a' }]])('%s: refuses %j', (code, options) =>
  expectRefusal(() => inCluster(options), code, 'chart/shop/login'));

test('BST017: a client has an ID', () => {
  const credentials = vault.secret('web');
  for (const provider of [
    OidcIssuerProvider.inCluster({ service: 's', namespace: 'n', credentials }), OidcIssuerProvider.external({ issuer: 'https://login.example.com', credentials }),
    OidcIssuerProvider.keycloak({ keycloak: 'login', realm: 'shop', credentials }),
  ]) expectRefusal(() => declare(provider), 'BST017', 'chart/shop/login', 'due is "client-id"');
});

test('survives hostile text', () => survivesHostileText(text => [{ issuer: text }, { path: text }].forEach(options => inCluster(options))));
