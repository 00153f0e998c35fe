import * as fc from 'fast-check';
import { BindingRequest, Credential, CredentialPart, DataAccess, Locator, Tls, TlsAuthority } from '../../src';
import { sqlServerEntries } from '../../src/backing-services/sql-server-binding';
import { newTopology, newWorkload, vault } from '../support/declare';
import { adoKeywords, hostilePassword, jdbcSqlServer, readOf, urlOf } from '../support/sql-clients';

const orders = newWorkload(newTopology(), 'orders');
const credentials = vault.secret('db', { username: 'u', password: 'p', ca: 'c' });
interface Placed { readonly host?: string; readonly tls?: Tls; readonly database?: CredentialPart; readonly credential?: Credential }
const entriesOf = ({ host = 'db.example.com', tls = Tls.NONE, database = CredentialPart.text('or ders'), credential = credentials }: Placed = {}) => sqlServerEntries(
  Locator.external({ addresses: [{ host, port: 1434, tls }] }), BindingRequest._of(orders, DataAccess.READ_WRITE, [], credential.with('database', database)),
);
const KEPT = { username: 'app', password: 'pw' };

test('every user and password reaches every client that is told one, and nothing else in its text changes', () => {
  const entries = entriesOf({ tls: Tls.inProtocol() });
  fc.assert(fc.property(hostilePassword, hostilePassword, (username, password) => {
    const kept = { username, password };
    const url = urlOf(readOf(entries, 'url', kept)!);
    const dotNet = adoKeywords(readOf(entries, 'connection-string', kept)!);
    const whole = [url.user, url.password, url.host, url.settings, dotNet];
    const due = [username, password, 'db.example.com:1434', { database: 'or ders', encrypt: 'true', trustServerCertificate: 'false' }, {
      'server': 'tcp:db.example.com,1434', 'database': 'or ders', 'user id': username, 'password': password, 'encrypt': 'True', 'trustservercertificate': 'False',
    }];
    if (JSON.stringify(whole) !== JSON.stringify(due)) expect(whole).toEqual(due);
  }), { numRuns: 1000 });
});

test.each([
  [Tls.NONE, 'false', 'true', 'r2dbc:mssql://db.example.com:1434/or%20ders'],
  [Tls.inProtocol(TlsAuthority.NONE), 'true', 'true', 'r2dbcs:mssql://db.example.com:1434/or%20ders?trustServerCertificate=true'],
  [Tls.inProtocol(), 'true', 'false', 'r2dbcs:mssql://db.example.com:1434/or%20ders'],
])('each client is told whether to encrypt, and whether to verify', (tls, encrypt, trustServerCertificate, r2dbc) => {
  const entries = entriesOf({ tls });
  expect([readOf(entries, 'encrypt'), readOf(entries, 'trust-server-certificate'), readOf(entries, 'r2dbc-url')]).toEqual([encrypt, trustServerCertificate, r2dbc]);
  expect(urlOf(readOf(entries, 'url', KEPT)!).settings).toMatchObject({ encrypt, trustServerCertificate });
  expect(jdbcSqlServer(readOf(entries, 'jdbc-url')!)).toMatchObject({ encrypt, trustServerCertificate });
  const { encrypt: encrypts, trustservercertificate: trusts } = adoKeywords(readOf(entries, 'connection-string', KEPT)!);
  expect([encrypts, trusts]).toEqual([encrypt, trustServerCertificate].map(word => word === 'true' ? 'True' : 'False'));
});

test('the authority is a file whose name Go takes, told where clients verify by it', () => {
  const entries = entriesOf({ tls: Tls.inProtocol(TlsAuthority.LOGIN) });
  expect(urlOf(readOf(entries, 'url', KEPT)!).settings.certificate).toBe('/bindings/db/ca.pem');
  expect(entries.filter(({ role }) => role === 'ca')).toMatchObject([{ file: 'ca.pem', fileVariable: 'CA_FILE' }]);
  expect(entriesOf({ tls: Tls.inProtocol() }).map(({ role }) => role)).not.toContain('ca');
});

test.each(['orders', 'or ders', 'a;b=c', '{a}', 'a}', '}};encrypt=false;', 'x}};', '日本語'])('JDBC reads the database %j, whatever stands in it', name => {
  const url = readOf(entriesOf({ database: CredentialPart.text(name) }), 'jdbc-url')!;
  expect(jdbcSqlServer(url)).toEqual({ server: 'db.example.com:1434', databaseName: name, encrypt: 'false', trustServerCertificate: 'true' });
});

test('JDBC is told no database that is kept as a secret, because nothing writes it in braces', () => {
  const entries = entriesOf({ database: vault.property('db', 'd') });
  expect([readOf(entries, 'jdbc-url'), readOf(entries, 'r2dbc-url', { database: 'or ders' })]).toEqual([undefined, 'r2dbc:mssql://db.example.com:1434/or%20ders']);
});

test('an IPv6 address stands as each client reads it', () => {
  const entries = entriesOf({ host: '2001:db8::7' });
  expect([urlOf(readOf(entries, 'url', KEPT)!).host, adoKeywords(readOf(entries, 'connection-string', KEPT)!).server]).toEqual(['[2001:db8::7]:1434', 'tcp:2001:db8::7,1434']);
  expect(jdbcSqlServer(readOf(entries, 'jdbc-url')!)).toMatchObject({ server: '', serverName: '2001:db8::7', portNumber: '1434' });
});
