import { assertSecretName } from '../../src/model/secret-name';
import { expectRefusal } from '../support/declare';

test('a Secret is called as Kubernetes lets it be', () => {
  expect(assertSecretName('shop.tls', 'x')).toBe('shop.tls');
  expectRefusal(() => assertSecretName('Shop_tls', 'x'), 'BST801', 'x');
});
