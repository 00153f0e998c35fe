import { Duration } from 'cdk8s';
import { Jwt, JwtOptions } from '../../src';
import { expectRefusal } from '../support/declare';

const ISSUER = 'https://issuer.example.com';
const JWKS = '{"keys":[{"kty":"RSA","n":"AQ","e":"AQAB"}]}';
const EVERY: Required<Omit<JwtOptions, 'jwks'>> = {
  jwksUri: 'https://keys.example.com/jwks.json', audiences: ['orders', 'shop'], fromHeaders: [{ name: 'x-token', prefix: 'Token ' }, { name: 'x-bare' }],
  fromParams: ['token'], fromCookies: ['session'], outputPayloadToHeader: 'x-payload', outputClaimToHeaders: { 'x-group': 'group', 'x-sub': 'sub' },
  forwardOriginalToken: true, timeout: Duration.seconds(3),
};

test('of the smallest case, with the keys that the issuer\'s OpenID configuration tells', () =>
  expect({ ...Jwt.ofIssuer(ISSUER) }).toEqual({ issuer: ISSUER, forwardOriginalToken: false }));

test('of every option, lists sorted and headers in lower case, unchangeable', () => {
  const jwt = Jwt.ofIssuer(ISSUER, { ...EVERY, audiences: ['shop', 'orders', 'shop'], outputPayloadToHeader: 'X-Payload' });
  expect({ ...jwt }).toEqual({ issuer: ISSUER, ...EVERY });
  expect(() => Object.assign(jwt, { issuer: 'a' })).toThrow(TypeError);
});

test('an issuer that is no URL has keys that are given', () => expect(Jwt.ofIssuer('testing@secure.example.com', { jwks: JWKS }).jwks).toBe(JWKS));

test.each<[string, string, JwtOptions, string]>([
  ['BST801', 'a*', { jwks: JWKS }, 'an issuer of tokens'], ['BST801', '', { jwks: JWKS }, 'an issuer of tokens'], ['BST801', ISSUER, { audiences: ['a b'] }, 'a text in tokens'],
  ['BST801', ISSUER, { fromParams: ['a&b'] }, 'a parameter or cookie'], ['BST801', ISSUER, { fromCookies: ['a;b'] }, 'a parameter or cookie'],
  ['BST801', ISSUER, { fromHeaders: [{ name: 'a b' }] }, 'a header name'], ['BST801', ISSUER, { outputPayloadToHeader: 'a b' }, 'a header name'],
  ['BST801', ISSUER, { outputClaimToHeaders: { 'a b': 'c' } }, 'a header name'],
  ['BST542', ISSUER, { fromHeaders: [] }, 'no fromHeaders'], ['BST542', ISSUER, { audiences: [] }, 'no audiences'], ['BST542', ISSUER, { fromHeaders: [{ name: 'a', prefix: '' }] }, 'the prefix ""'],
  ['BST542', ISSUER, { jwks: JWKS, jwksUri: 'https://a.example.com' }, 'takes one of them'], ['BST542', ISSUER, { jwks: 'x' }, 'no JSON Web Key Set'],
  ['BST542', 'issuer', {}, 'nothing tells where its keys are'], ['BST542', 'http://issuer.example.com', {}, 'is no https URL'], ['BST542', ISSUER, { jwksUri: 'ftp://a' }, 'jwksUri "ftp://a" is no URL'],
  ['BST511', ISSUER, { jwksUri: 'https://a:b@keys.example.com' }, 'a user or password'], ['BST009', ISSUER, { timeout: Duration.millis(0) }, 'timeout'],
  ['BST510', ISSUER, { jwks: '{"keys":[{"kty":"oct","k":"AQ"}]}' }, 'public keys alone'],
])('%s: refuses %s with %j', (code, issuer, options, words) => expectRefusal(() => Jwt.ofIssuer(issuer, options), code, 'Jwt.ofIssuer', words));
