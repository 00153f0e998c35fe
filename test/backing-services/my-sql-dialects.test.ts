import * as fc from 'fast-check';
import { BindingRequest, Credential, CredentialPart, DataAccess, Locator, MySqlProvider, Tls, TlsAuthority } from '../../src';
import { mySqlEntries } from '../../src/backing-services/my-sql-binding';
import { newTopology, newWorkload, vault } from '../support/declare';
import { adoKeywords, goDsn, hostilePassword, readOf, urlOf } from '../support/sql-clients';

const orders = newWorkload(newTopology(), 'orders');
const credentials = vault.secret('db', { 'username': 'u', 'password': 'p', 'ca': 'c', 'client-certificate': 'cc', 'private-key': 'k' });
interface Placed { readonly host?: string; readonly tls?: Tls; readonly database?: string; readonly credential?: Credential }
const entriesOf = ({ host = 'db.example.com', tls = Tls.NONE, database = 'or ders', credential = credentials }: Placed = {}) => mySqlEntries(
  Locator.external({ addresses: [{ host, port: 3307, tls }] }),
  BindingRequest._of(orders, DataAccess.READ_WRITE, [], credential.with('database', CredentialPart.text(database))),
);
const KEPT = { username: 'app', password: 'pw' };
const VERIFIED = Tls.inProtocol(TlsAuthority.LOGIN);

test('every password reaches every client that is told one, and nothing else in its text changes', () => {
  const entries = entriesOf({ tls: Tls.inProtocol() });
  fc.assert(fc.property(hostilePassword, hostilePassword, (username, password) => {
    const kept = { username, password };
    const url = urlOf(readOf(entries, 'url', kept)!);
    const dotNet = adoKeywords(readOf(entries, 'connection-string', kept)!);
    const dsn = goDsn(readOf(entries, 'dsn', { ...kept, username: 'app' })!);
    const whole = [url.user, url.password, url.host, url.database, dotNet['user id'], dotNet.password, dotNet.server, dotNet.database, dsn.user, dsn.password, dsn.address];
    const due = [username, password, 'db.example.com:3307', 'or ders', username, password, 'db.example.com', 'or ders', 'app', password, 'db.example.com:3307'];
    if (JSON.stringify(whole) !== JSON.stringify(due)) expect(whole).toEqual(due);
  }), { numRuns: 1000 });
});

test.each([
  [Tls.NONE, {}, 'PREFERRED', 'disable', 'Preferred', 'preferred'],
  [Tls.inProtocol(TlsAuthority.NONE), { 'ssl-mode': 'REQUIRED' }, 'REQUIRED', 'trust', 'Required', 'skip-verify'],
  [Tls.inProtocol(), { 'ssl-mode': 'VERIFY_IDENTITY' }, 'VERIFY_IDENTITY', 'verify-full', 'VerifyFull', 'true'],
])('each client is told TLS in its own words', (tls, inUrl, mysql, mariadb, dotNet, go) => {
  const entries = entriesOf({ tls, credential: vault.secret('db') });
  expect(urlOf(readOf(entries, 'url', KEPT)!).settings).toEqual(inUrl);
  expect(readOf(entries, 'ssl-mode')).toBe(mysql);
  expect(readOf(entries, 'jdbc-url')).toBe(`jdbc:mysql://db.example.com:3307/or%20ders?sslMode=${mysql}`);
  expect(readOf(entries, 'r2dbc-url')).toBe(`r2dbc:mysql://db.example.com:3307/or%20ders?sslMode=${mysql}`);
  expect(readOf(entriesOf({ tls, database: 'orders' }), 'mariadb-jdbc-url')).toContain(`jdbc:mariadb://db.example.com:3307/orders?sslMode=${mariadb}`);
  expect(adoKeywords(readOf(entries, 'connection-string', KEPT)!).sslmode).toBe(dotNet);
  expect(goDsn(readOf(entries, 'dsn', KEPT)!).settings).toEqual({ tls: go });
});

test('clients that read files are told which: an authority where they verify by it, a certificate of their own where they make a handshake', () => {
  const entries = entriesOf({ tls: VERIFIED, database: 'orders' });
  const [ca, cert, key] = ['ca.crt', 'client.crt', 'client.key'].map(file => `/bindings/db/${file}`);
  expect(urlOf(readOf(entries, 'url', KEPT)!).settings).toEqual({ 'ssl-mode': 'VERIFY_IDENTITY', 'ssl-ca': ca, 'ssl-cert': cert, 'ssl-key': key });
  expect(adoKeywords(readOf(entries, 'connection-string', KEPT)!)).toMatchObject({ sslmode: 'VerifyFull', sslca: ca, sslcert: cert, sslkey: key });
  expect(readOf(entries, 'r2dbc-url')).toMatch(new RegExp(`sslMode=VERIFY_IDENTITY&sslCa=${ca}&sslCert=${cert}&sslKey=${key}$`));
  expect(readOf(entries, 'mariadb-jdbc-url')).toMatch(new RegExp(`sslMode=verify-full&serverSslCert=${ca}$`));
  const inTheClear = entriesOf({ tls: Tls.NONE });
  expect(['url', 'connection-string', 'r2dbc-url'].map(role => readOf(inTheClear, role, KEPT)).join()).not.toContain('/bindings/');
});

test('an IPv6 address stands in brackets where a port follows, and alone for .NET', () => {
  const entries = entriesOf({ host: '2001:db8::7', database: 'orders' });
  expect(['url', 'bare-url', 'jdbc-url', 'mariadb-jdbc-url', 'r2dbc-url', 'dsn'].map(role => readOf(entries, role, KEPT)!.includes('[2001:db8::7]:3307'))).toEqual(Array(6).fill(true));
  expect(adoKeywords(readOf(entries, 'connection-string', KEPT)!)).toMatchObject({ server: '2001:db8::7', port: '3307' });
});

test.each<[CredentialPart, boolean]>([
  [CredentialPart.text('a:b'), false], [CredentialPart.text('a@b'), true], [vault.property('db', 'u'), true],
])('a user that is known to have a colon is in no DSN', (username, isTold) => {
  const entries = entriesOf({ credential: vault.secret('db', { password: 'p' }).with('username', username) });
  expect(readOf(entries, 'dsn', KEPT) !== undefined).toBe(isTold);
});

test.each<[CredentialPart, boolean]>([
  [CredentialPart.text('orders_2-$'), true], [CredentialPart.text('or ders'), false], [vault.property('db', 'd'), false], [vault.property('db', 'd').urlSafe(), true],
])('a name that MariaDB\'s driver would have to decode is not in its URL', (database, isTold) => {
  const request = BindingRequest._of(orders, DataAccess.READ_WRITE, [], credentials.with('database', database));
  const entries = mySqlEntries(Locator.external({ addresses: [{ host: 'db.example.com', port: 3307 }] }), request);
  expect(entries.some(({ role }) => role === 'mariadb-jdbc-url')).toBe(isTold);
});

test('what a third party provides is verified in every form', () => {
  const { locator, login } = MySqlProvider.external({ host: 'db.example.com', database: 'd', credentials: vault.secret('db') }).provide(newTopology(), 'db');
  const entries = mySqlEntries(locator, BindingRequest._of(orders, DataAccess.READ_WRITE, [], login!.credentialFor(orders, DataAccess.READ_WRITE)));
  expect(['url', 'jdbc-url', 'mariadb-jdbc-url', 'r2dbc-url', 'connection-string', 'dsn'].filter(role => !/VERIFY_IDENTITY|verify-full|VerifyFull|tls=true/.test(readOf(entries, role, KEPT)!))).toEqual([]);
});
