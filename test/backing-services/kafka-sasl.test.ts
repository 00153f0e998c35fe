import { SaslMechanism } from '../../src';
import { sasl } from '../../src/backing-services/kafka-sasl';
import { expectRefusal, vault } from '../support/declare';

const credentials = vault.secret('rw');

test('a password is used by a mechanism, PLAIN unless told; a certificate by none', () => {
  const mechanismOf = (mechanism?: SaslMechanism) => sasl({ credentials, mechanism }, 'p')(credentials).part('sasl-mechanism').literal;
  expect([mechanismOf(), mechanismOf(SaslMechanism.SCRAM_SHA_256)]).toEqual(['PLAIN', 'SCRAM-SHA-256']);
  const certificate = vault.secret('rw', { 'client-certificate': 'c', 'private-key': 'k' });
  expect(sasl({ credentials: certificate }, 'p')(certificate)).toBe(certificate);
});

test('BST017: refuses what enters nothing, and a mechanism of nobody', () => {
  expectRefusal(() => sasl({}, 'p')(vault.secret('x', { username: 'u' })), 'BST017', 'p', 'due is "username" and "password", or');
  expectRefusal(() => sasl({ mechanism: SaslMechanism.PLAIN }, 'p'), 'BST017', 'p', 'there are no credentials');
});
