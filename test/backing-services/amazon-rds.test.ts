import { ManagedPostgresProps } from '../../src';
import { amazonRds } from '../../src/backing-services/amazon-rds';
import { expectRefusal, vault } from '../support/declare';

const END = 'abc123.eu-central-1.rds.amazonaws.com';
const credentials = vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' });
const provide = (props: Partial<ManagedPostgresProps>) => amazonRds({ host: `orders.${END}`, database: 'orders', credentials, ...props }, 'p');

test.each([`orders.${END}`, `orders.cluster-${END}`, `orders.cluster-custom-${END}`, 'orders.abc123.rds.cn-north-1.amazonaws.com.cn'])('%s is an endpoint', host =>
  expect(provide({ host }).locator.primary.tls.authority).toBe('login'));

test('replicas have endpoints of their own', () =>
  expect(provide({ readerHost: `orders.cluster-ro-${END}` }).locator.addresses[1]).toMatchObject({ role: 'read-only', host: `orders.cluster-ro-${END}`, port: 5432 }));

test('the authority of Amazon is due, but of a proxy, whose authority is public', () => {
  const public_ = vault.secret('rw');
  expectRefusal(() => provide({ credentials: public_ }), 'BST017', 'p', 'global-bundle.pem');
  expect(provide({ credentials: public_, host: `orders.proxy-${END}` }).locator.primary.tls.authority).toBe('system');
});

test.each(['orders.example.com', `orders.cluster-ro-${END}`])('BST801: refuses %s to write to', host => expectRefusal(() => provide({ host }), 'BST801', 'p', 'an endpoint of Amazon RDS'));
