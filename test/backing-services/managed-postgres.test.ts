import { managedPostgres, ManagedPostgresProps } from '../../src/backing-services/managed-postgres';
import { expectRefusal, vault } from '../support/declare';

const words = { what: 'a host of Acme', pattern: /^[a-z]+\.acme\.example$/, like: 'a host such as "db.acme.example"' };
const credentials = vault.secret('rw', { username: 'u', password: 'p' });
const provide = (props: Partial<ManagedPostgresProps> = {}, authority?: string) =>
  managedPostgres({ host: 'db.acme.example', database: 'orders', credentials, ...props }, { host: words, readerHost: words, service: 'Acme', authority }, 'p');

test('takes every option', () => {
  const { locator } = provide({ readerHost: 'ro.acme.example', port: 6432, cidrs: ['10.0.0.0/8'] });
  expect(locator.addresses.map(({ role, hostAndPort, tls }) => `${role} ${hostAndPort} ${tls.start} ${tls.authority}`)).toEqual([
    'primary db.acme.example:6432 protocol system', 'read-only ro.acme.example:6432 protocol system',
  ]);
  expect([locator.cidrs, provide().locator.primary.port]).toEqual([['10.0.0.0/8'], 5432]);
});

test('an authority that clients do not trust by themselves is due, unless somebody keeps a whole URL', () => {
  expectRefusal(() => provide({}, 'acme.pem'), 'BST017', 'p', 'no part "ca"', 'the certificates of Acme', 'keep acme.pem as the part ca');
  for (const parts of [{ username: 'u', password: 'p', ca: 'ca' }, { uri: 'dsn' }] as Record<string, string>[]) expect(() => provide({ credentials: vault.secret('rw', parts) }, 'acme.pem')).not.toThrow();
});

test.each<[string, Partial<ManagedPostgresProps>]>([['BST801', { host: 'db.example' }], ['BST801', { readerHost: 'db.example' }], ['BST801', { database: '' }], ['BST017', { credentials: vault.secret('x', { username: 'u' }) }]])(
  '%s: refuses %j', (code, props) => expectRefusal(() => provide(props), code, 'p'));
