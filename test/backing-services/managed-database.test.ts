import { AmazonRdsProps, ManagedDatabaseProps, Tls, TlsAuthority } from '../../src';
import { managedDatabase } from '../../src/backing-services/managed-database';
import { amazonRdsAt, AZURE_SQL } from '../../src/backing-services/managed-servers';
import { MYSQL_DATABASE } from '../../src/backing-services/my-sql-database';
import { expectRefusal, survivesHostileText, vault } from '../support/declare';

const CA = { username: 'u', password: 'p', ca: 'c' };
const rds = (props: Partial<AmazonRdsProps> = {}) => managedDatabase(amazonRdsAt(3306), {
  host: 'shop.c7tj4example.eu-central-1.rds.amazonaws.com', database: 'orders', credentials: vault.secret('rw', CA), ...props,
}, MYSQL_DATABASE, 'p');
const azure = (props: Partial<ManagedDatabaseProps> = {}) => managedDatabase(AZURE_SQL, {
  host: 'shop.database.windows.net', database: 'orders', credentials: vault.secret('rw'), ...props,
}, MYSQL_DATABASE, 'p');

test('is outside, at the cloud\'s port, with TLS that clients and server agree on', () => {
  const { addresses, cidrs, isExternal } = rds({ readerHost: 'r.c7tj4example.eu-central-1.rds.amazonaws.com', cidrs: ['10.0.0.0/8'] }).locator;
  expect([isExternal, cidrs]).toEqual([true, ['10.0.0.0/8']]);
  expect(addresses.map(({ role, host, port, tls }) => [role, host, port, tls])).toEqual([
    ['primary', 'shop.c7tj4example.eu-central-1.rds.amazonaws.com', 3306, Tls.inProtocol(TlsAuthority.LOGIN)],
    ['read-only', 'r.c7tj4example.eu-central-1.rds.amazonaws.com', 3306, Tls.inProtocol(TlsAuthority.LOGIN)],
  ]);
});

test('is verified by the authorities that systems trust where its own is one of them, unless another is given', () => {
  expect([azure(), azure({ credentials: vault.secret('rw', CA) })].map(({ locator }) => locator.primary.tls.authority)).toEqual([TlsAuthority.SYSTEM, TlsAuthority.LOGIN]);
});

test.each<[string, () => unknown, string[]]>([
  ['an authority that no system has is not given', () => rds({ credentials: vault.secret('rw') }), ['no part "ca"', 'global-bundle.pem', 'ca: "ca"']],
  ['a URL is given in place of user and password', () => azure({ credentials: vault.secret('rw', { uri: 'u' }) }), ['due is "username" and "password"']],
  ['readers have no password', () => rds({ readOnlyCredentials: vault.secret('ro', { username: 'u' }) }), ['due is "username" and "password"']],
])('BST017: %s', (_, call, words) => expectRefusal(call, 'BST017', 'p', ...words));

test.each(['host', 'readerHost'])('BST801: %s has the form that the cloud documents', member =>
  expectRefusal(() => rds({ [member]: 'db.example.com' }), 'BST801', 'p', '"db.example.com" cannot be an endpoint of Amazon RDS', 'use the external provider'));

test('BST511: credentials in a host are not repeated', () => {
  const call = () => azure({ host: 'u:CANARY@shop.database.windows.net' });
  expectRefusal(call, 'BST511', 'p', 'not repeated here');
  expect(call).not.toThrow('CANARY');
});

test('survives hostile text', () => survivesHostileText(host => rds({ host })));
