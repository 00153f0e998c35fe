import { SecretMaker } from '../../src';
import { operatedAuthority } from '../../src/backing-services/operated-authority';

test('an authority is the operator\'s own, or that of whoever told it', () => {
  expect(operatedAuthority('Thing a', 'a-ca')).toMatchObject({ name: 'a-ca', maker: SecretMaker.OPERATOR, producer: 'Thing a' });
  expect(operatedAuthority('Thing a', 'a-ca', 'own')).toMatchObject({ name: 'own', maker: SecretMaker.SOMEBODY, producer: 'authority that is told to Thing a' });
});
