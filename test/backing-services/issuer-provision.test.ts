import { Locator, Protocol, Provision, Tls } from '../../src';
import { issuerUrls, withIssuer } from '../../src/backing-services/issuer-provision';

const plain = (basePath?: string) => new Provision({
  locator: Locator.external({ addresses: [{ host: 'login.example.com', port: 443, tls: Tls.byClient(), protocol: Protocol.HTTP, basePath }] }), provider: 'somebody',
});

test('somebody else\'s issuer is the URL of its address', () => expect(issuerUrls(plain('/a'))).toEqual({
  issuer: 'https://login.example.com/a', internalUrl: 'https://login.example.com/a', discoveryUrl: 'https://login.example.com/a/.well-known/openid-configuration',
}));

test('an issuer is told to the letter, and found where pods dial', () => {
  const provision = withIssuer(plain(), { issuer: 'https://SHOP.example.com/', path: '/b', jwksUrl: 'https://keys.example.com/' });
  expect([provision.provider, issuerUrls(provision)]).toEqual(['somebody', {
    issuer: 'https://SHOP.example.com/', internalUrl: 'https://login.example.com/b', discoveryUrl: 'https://login.example.com/b/.well-known/openid-configuration', jwksUrl: 'https://keys.example.com/',
  }]);
});
