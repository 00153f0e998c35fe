import { CrunchyProps, DataAccess, Postgres, PostgresProvider } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, vault } from '../support/declare';

const declare = (props: Partial<CrunchyProps> = {}) => new Postgres(newTopology(), 'db', { provider: PostgresProvider.crunchy({ cluster: 'hippo', ...props }) });
const read = (props: Partial<CrunchyProps> = {}, access?: DataAccess) => readable(told(declare(props), newWorkload(newTopology(), 'orders'), access));
const TLS = '?sslmode=verify-full&sslrootcert=/bindings/b/ca.crt';

test('the URL is the one that the operator keeps of the user, with the authority of the cluster', () => {
  expect(read()).toMatchObject({
    'URL': `{hippo-pguser-hippo uri}${TLS}`, '(uri)': '{hippo-pguser-hippo uri}', '(username)': 'hippo', '(password)': '{hippo-pguser-hippo password}',
    '(database)': '{hippo-pguser-hippo dbname}', '(ca.crt)': '{hippo-cluster-cert ca.crt}', '(host)': 'hippo-primary.shop.svc',
  });
  expect(read({ user: 'rhino' }).URL).toBe(`{hippo-pguser-rhino uri}${TLS}`);
});

test('who only reads is sent to the replicas where a URL of them can be composed', () => {
  const known = { database: 'orders', alphanumericPassword: true };
  const { locator } = declare(known);
  expect(locator.addresses.map(({ role, host, headless }) => [role, host, headless])).toEqual([['primary', 'hippo-primary.shop.svc', true], ['read-only', 'hippo-replicas.shop.svc', false]]);
  expect(read(known, DataAccess.READ_ONLY).URL).toBe(`postgresql://hippo:{hippo-pguser-hippo password}@hippo-replicas.shop.svc:5432/orders${TLS}`);
  const readers = vault.secret('ro', { username: 'u', password: 'p', database: 'd' });
  expect(read({ readOnlyCredentials: readers }, DataAccess.READ_ONLY).URL).toBe(`postgresql://{ro u %}:{ro p %}@hippo-replicas.shop.svc:5432/{ro d %}${TLS}`);
  expect(declare({ alphanumericPassword: true }).enforcesReadOnly).toBe(false);
});

test('by PgBouncer everybody is sent to it, by the URL that the operator keeps of it', () => {
  const { locator, furtherServices, furtherSecrets } = declare({ pgBouncer: true, port: 6432 })._provision;
  expect(read({ pgBouncer: true }).URL).toBe(`{hippo-pguser-hippo pgbouncer-uri}${TLS}`);
  expect(locator.addresses.map(({ hostAndPort }) => hostAndPort)).toEqual(['hippo-pgbouncer.shop.svc:6432']);
  expect(locator.podLabels).toEqual({ 'postgres-operator.crunchydata.com/cluster': 'hippo', 'postgres-operator.crunchydata.com/role': 'pgbouncer' });
  expect([furtherServices, furtherSecrets.at(-1)]).toEqual([['hippo-primary', 'hippo-replicas', 'hippo-ha', 'hippo-ha-config', 'hippo-pods'], 'hippo-pgbouncer']);
});

test('what the operator makes besides is named', () => {
  const { furtherServices, furtherSecrets, serviceAccounts, provider, locator } = declare()._provision;
  expect([furtherServices, serviceAccounts, provider]).toEqual([['hippo-replicas', 'hippo-ha', 'hippo-ha-config', 'hippo-pods'], ['hippo-instance', 'hippo-pgbackrest'], 'crunchy-postgres-operator']);
  expect(furtherSecrets).toEqual(['hippo-replication-cert', 'hippo-pgbackrest', 'hippo-monitoring', 'pgo-root-cacert']);
  expect(locator.podLabels).toEqual({ 'postgres-operator.crunchydata.com/cluster': 'hippo', 'postgres-operator.crunchydata.com/data': 'postgres' });
});

test('another database is composed, of a password that needs no encoding', () => {
  expect(read({ database: 'Or ders', alphanumericPassword: true, namespace: 'data', caSecret: 'own-ca' })).toMatchObject({
    'URL': `postgresql://hippo:{hippo-pguser-hippo password}@hippo-primary.data.svc:5432/Or%20ders${TLS}`, '(ca.crt)': '{own-ca ca.crt}',
  });
  expectRefusal(() => declare({ database: 'orders' }), 'BST017', 'chart/shop/db', 'nothing encodes a password or a name that stands in the Secret "hippo-pguser-hippo"', 'say alphanumericPassword');
  expectRefusal(() => declare({ readOnlyCredentials: vault.secret('ro') }), 'BST017', 'chart/shop/db', 'the URL of a user that only reads');
});

test.each<[string, Partial<CrunchyProps>, string]>([
  ['BST801', { cluster: 'h'.repeat(54) }, 'at most 53 characters'], ['BST801', { user: 'My_user' }, 'a user of a PostgresCluster'], ['BST801', { caSecret: 'my ca' }, '"my ca"'],
  ['BST801', { database: '', alphanumericPassword: true }, '1 to 63 characters'], ['BST017', { readOnlyCredentials: vault.secret('x', { username: 'u' }) }, 'due is "username" and "password"'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => declare(props), code, 'chart/shop/db', words));

test('survives hostile text', () => survivesHostileText(text => [{ cluster: text }, { user: text }, { caSecret: text }].forEach(props => declare(props))));
