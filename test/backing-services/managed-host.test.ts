import { assertManagedHost } from '../../src/backing-services/managed-host';
import { expectRefusal, survivesHostileText } from '../support/declare';

const words = { what: 'a host of Acme', pattern: /^[a-z]+\.acme\.example$/, like: 'a host such as "shop.acme.example"' };

test('a host of the service is taken', () => expect(assertManagedHost('shop.acme.example', words, 'p')).toBe('shop.acme.example'));

test('BST801: another one is refused, with a way to declare it', () =>
  expectRefusal(() => assertManagedHost('shop.example.com', words, 'p'), 'BST801', 'p', '"shop.example.com" cannot be a host of Acme', 'allowed is a host such as "shop.acme.example"', 'the external provider of its kind'));

test.each([['BST511', 'https://u:CANARY@shop.acme.example'], ['BST511', 'postgres://shop.acme.example/CANARY'], ['BST801', 'shop.acme.example:CANARY']])('%s: %s is not repeated', (code, host) => {
  expectRefusal(() => assertManagedHost(host, words, 'p'), code, 'p', 'not repeated here');
  expect(() => assertManagedHost(host, words, 'p')).not.toThrow('CANARY');
});

test('survives hostile text', () => survivesHostileText(text => assertManagedHost(text, words, 'p')));
