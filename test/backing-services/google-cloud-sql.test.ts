import { ManagedPostgresProps } from '../../src';
import { googleCloudSql } from '../../src/backing-services/google-cloud-sql';
import { expectRefusal, vault } from '../support/declare';

const credentials = vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' });
const provide = (props: Partial<ManagedPostgresProps> = {}) => googleCloudSql({ host: '0a1b.2c3d.europe-west3.sql.goog', database: 'orders', credentials, ...props }, 'p');

test.each(['0a1b.2c3d.europe-west3.sql.goog', '0a1b.2c3d.europe-west3.sql-psa.goog', '0a1b.2c3d.europe-west3.sql-psc.goog'])('%s is the name of an instance', host =>
  expect(provide({ host, readerHost: host }).locator.primary.tls.authority).toBe('login'));

test('BST801, BST017: an address, which no certificate of it names, is refused, and so is a missing authority', () => {
  expectRefusal(() => provide({ host: '10.0.0.3' }), 'BST801', 'p', 'the DNS name of an instance');
  expectRefusal(() => provide({ credentials: vault.secret('rw') }), 'BST017', 'p', 'the server CA certificates of the instance');
});
