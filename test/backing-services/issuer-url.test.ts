import { assertIssuerPath, issuerPath } from '../../src/backing-services/issuer-url';
import { expectRefusal, survivesHostileText } from '../support/declare';

test.each([['https://login.example.com', ''], ['https://login.example.com/', ''], ['https://login.example.com/realms/shop/', '/realms/shop'], ['http://keycloak.identity.svc:8080/a', '/a']])(
  'the issuer %s has the path "%s"', (issuer, path) => expect(issuerPath(issuer, 'p')).toBe(path));

test.each([['BST027', 'login.example.com'], ['BST027', 'https://login.example.com?x=1'], ['BST027', 'https://login.example.com#a'], ['BST511', 'https://u:CANARY@login.example.com']])(
  '%s: %s is no issuer', (code, issuer) => expectRefusal(() => issuerPath(issuer, 'p'), code, 'p'));

test('a path is as it is sent', () => expect(['', '/dex', '/realms/a%20b'].filter(Boolean).map(path => assertIssuerPath(path, 'p'))).toEqual(['/dex', '/realms/a%20b']));

test.each(['realms/shop', '/realms/', '/a b', '/{realm}', '/a?b', '//a'])('BST027: %j is no path of an issuer', path =>
  expectRefusal(() => assertIssuerPath(path, 'p'), 'BST027', 'p', `"${path}"`, 'such as "/realms/shop"'));

test('survives hostile text', () => survivesHostileText(text => [issuerPath, assertIssuerPath].forEach(hold => hold(text, 'p'))));
