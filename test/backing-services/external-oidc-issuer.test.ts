import { ExternalOidcIssuerProps } from '../../src';
import { externalOidcIssuer } from '../../src/backing-services/external-oidc-issuer';
import { issuerUrls } from '../../src/backing-services/issuer-provision';
import { expectRefusal, survivesHostileText, vault } from '../support/declare';

const declare = (props: Partial<ExternalOidcIssuerProps> = {}) => externalOidcIssuer({ issuer: 'https://login.example.com/', ...props }, 'p');
const dialled = (props: Partial<ExternalOidcIssuerProps>) => declare(props).locator.dialled.map(({ host, port }) => `${host}:${port}`);

test('pods are let through to the issuer, and to where keys and tokens are', () => {
  expect(dialled({})).toEqual(['login.example.com:443']);
  expect(dialled({ jwksUrl: 'https://keys.example.com/v3/certs', tokenUrl: 'https://login.example.com/token' })).toEqual(['login.example.com:443', 'keys.example.com:443']);
});

test('pods may reach it by another host than browsers', () => {
  const provision = declare({ internalUrl: 'https://login.internal.example.com:8443/a', cidrs: ['203.0.113.0/24'], endpoints: ['203.0.113.7'] });
  expect([provision.locator.primary.host, provision.locator.cidrs, provision.locator.endpoints]).toEqual(['login.internal.example.com', ['203.0.113.0/24'], ['203.0.113.7']]);
  expect(issuerUrls(provision)).toMatchObject({ issuer: 'https://login.example.com/', internalUrl: 'https://login.internal.example.com:8443/a' });
});

test.each<[string, Partial<ExternalOidcIssuerProps>]>([
  ['BST027', { issuer: 'login.example.com' }], ['BST511', { issuer: 'https://u:CANARY@login.example.com' }], ['BST027', { internalUrl: 'https://a.example.com?x' }], ['BST027', { jwksUrl: 'x' }],
  ['BST017', { issuer: 'http://login.example.com', credentials: vault.secret('web', { 'client-id': 'id', 'private-key': 'k' }) }],
])('%s: refuses %j', (code, props) => expectRefusal(() => declare(props), code, 'p'));

test('survives hostile text', () => survivesHostileText(text => [{ issuer: text }, { internalUrl: text }, { jwksUrl: text }, { tokenUrl: text }].forEach(props => declare(props))));
