import { DataAccess, Postgres, PostgresProvider, TlsAuthority, ZalandoProps } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, vault } from '../support/declare';

const declare = (props: Partial<ZalandoProps> = {}) => new Postgres(newTopology(), 'db', { provider: PostgresProvider.zalando({ cluster: 'acid-shop', user: 'app_user', database: 'orders', ...props }) });
const read = (props: Partial<ZalandoProps> = {}, access?: DataAccess) => readable(told(declare(props), newWorkload(newTopology(), 'orders'), access));
const SECRET = 'app-user.acid-shop.credentials.postgresql.acid.zalan.do';

test('the URL is composed of a role and a password that needs no encoding; its Secret has dashes for underscores', () => {
  const url = (host: string) => `postgresql://app_user:{${SECRET} password}@${host}.shop.svc:5432/orders?sslmode=require`;
  expect([DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => read({}, access).URL)).toEqual([url('acid-shop'), url('acid-shop-repl')]);
});

test('clients verify the servers where there is an authority to verify by', () => {
  expect(declare().locator.primary.tls.authority).toBe(TlsAuthority.NONE);
  expect(read({ caSecret: 'own-ca' })).toMatchObject({ '(sslmode)': 'verify-full', '(ca.crt)': '{own-ca ca.crt}' });
});

test('everybody is sent to a pooler, whose pods are its own', () => {
  const { locator, furtherServices, furtherSecrets } = declare({ pooler: true })._provision;
  expect(locator.addresses.map(({ role, host }) => [role, host])).toEqual([['primary', 'acid-shop-pooler.shop.svc']]);
  expect([locator.podLabels, furtherServices]).toEqual([{ 'cluster-name': 'acid-shop', 'connection-pooler': 'acid-shop-pooler' }, ['acid-shop-config', 'acid-shop', 'acid-shop-repl']]);
  expect(furtherSecrets).toEqual(['postgres', 'standby', 'pooler'].map(user => `${user}.acid-shop.credentials.postgresql.acid.zalan.do`));
});

test('takes every option', () => {
  const all: Required<ZalandoProps> = {
    cluster: 'acid-shop', user: 'app', database: 'orders', namespace: 'data', secretName: 'own', caSecret: 'own-ca', pooler: false, serviceAccountName: 'pods', readOnlyCredentials: vault.secret('ro'),
  };
  expect(read(all).URL).toBe('postgresql://app:{own password}@acid-shop.data.svc:5432/orders?sslmode=verify-full&sslrootcert=/bindings/b/ca.crt');
  expect(read(all, DataAccess.READ_ONLY).URL).toContain('{ro username %}:{ro password %}@acid-shop-repl.data.svc');
  expect([declare(all)._provision.serviceAccounts, declare()._provision.serviceAccounts]).toEqual([['pods'], ['postgres-pod']]);
  expect(declare().locator.podLabels).toEqual({ 'cluster-name': 'acid-shop', 'application': 'spilo' });
});

test.each<[string, Partial<ZalandoProps>, string]>([
  ['BST801', { cluster: 'a'.repeat(52) }, 'at most 51 characters'], ['BST801', { user: 'App' }, 'a role of Zalando'], ['BST801', { secretName: 'my secret' }, '"my secret"'],
  ['BST801', { database: '' }, '1 to 63 characters'], ['BST511', { database: 'postgres://u:CANARY@h/d' }, 'name alone'], ['BST017', { readOnlyCredentials: vault.secret('x', { username: 'u' }) }, 'due is'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => declare(props), code, 'chart/shop/db', words));

test('survives hostile text', () => survivesHostileText(text => [{ cluster: text }, { user: text }, { secretName: text }].forEach(props => declare(props))));
