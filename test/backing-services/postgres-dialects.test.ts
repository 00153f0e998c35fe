import * as fc from 'fast-check';
import { Credential, CredentialPart, Locator, Tls, TlsAuthority } from '../../src';
import { postgresDialects, sslmodeOf } from '../../src/backing-services/postgres-dialects';
import { textOf, vault } from '../support/declare';

const address = (tls = Tls.inProtocol(TlsAuthority.LOGIN), host = 'db.example') => Locator.external({ addresses: [{ host, port: 5433, tls }] }).primary;
const named = (credential: Credential, database = 'or "d\'ers') => credential.with('database', CredentialPart.text(database));
const rolesOf = (credential: Credential, at = address()) =>
  Object.fromEntries(postgresDialects(at, credential).map(({ role, value }) => [role, textOf(value)]));

test('clients of Java are told no credentials, those of .NET and of keywords all that they need, each in its grammar', () => {
  expect(rolesOf(named(vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' })))).toEqual({
    'jdbc-url': 'jdbc:postgresql://db.example:5433/or%20%22d%27ers?sslmode=verify-full&sslrootcert=/bindings/b/ca.crt',
    'r2dbc-url': 'r2dbc:postgresql://db.example:5433/or%20%22d%27ers?sslMode=verify-full&sslRootCert=/bindings/b/ca.crt',
    'connection-string': 'Host=db.example;Port=5433;Database="or ""d\'ers";Username={rw u ado};Password={rw p ado};SSL Mode=VerifyFull;Root Certificate=/bindings/b/ca.crt',
    'dsn': 'host=db.example port=5433 dbname=\'or "d\\\'ers\' user={rw u libpq} password={rw p libpq} sslmode=verify-full sslrootcert=/bindings/b/ca.crt',
  });
});

test.each([
  [Tls.NONE, '?sslmode=disable', ';SSL Mode=Disable'], [Tls.inProtocol(TlsAuthority.NONE), '?sslmode=require', ';SSL Mode=Require'],
  [Tls.inProtocol(), '?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory', ';SSL Mode=VerifyFull'],
])('who vouches for the server is said to each as it takes it: %p', (tls, jdbc, dotnet) => {
  const roles = rolesOf(named(vault.secret('rw')), address(tls));
  expect([roles['jdbc-url'].endsWith(`ers${jdbc}`), roles['connection-string'].endsWith(dotnet)]).toEqual([true, true]);
});

test('a client certificate takes the place of the password where the grammar has a word for it', () => {
  const roles = rolesOf(named(vault.secret('rw', { 'username': 'u', 'client-certificate': 'c', 'private-key': 'k' })), address(Tls.inProtocol()));
  expect(roles['connection-string']).toMatch(/Username=\{rw u ado\};SSL Mode=VerifyFull;SSL Certificate=\/bindings\/b\/client.crt;SSL Key=\/bindings\/b\/client.key$/);
  expect(roles.dsn).toMatch(/user=\{rw u libpq\} sslmode=verify-full sslcert=\/bindings\/b\/client.crt sslkey=\/bindings\/b\/client.key$/);
});

test('of a URL that is kept whole only what is known apart is told', () => {
  expect(Object.keys(rolesOf(named(vault.secret('rw', { uri: 'dsn' }))))).toEqual(['jdbc-url', 'r2dbc-url']);
  expect(rolesOf(vault.secret('rw', { uri: 'dsn' }))).toEqual({});
});

test('an IPv6 address stands in brackets in URLs, and alone in keywords', () => {
  const roles = rolesOf(named(vault.secret('rw')), address(Tls.NONE, '2001:db8::7'));
  expect([roles['jdbc-url'], roles['r2dbc-url']].every(url => url.includes('//[2001:db8::7]:5433/'))).toBe(true);
  expect([roles['connection-string'].startsWith('Host=2001:db8::7;'), roles.dsn.startsWith('host=2001:db8::7 ')]).toEqual([true, true]);
});

test('any name of a database is read back from a JDBC URL', () => {
  const text = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('ü', '&', '?', '/', '%', ' ', 'a', '"', '\'', '+', '#') });
  fc.assert(fc.property(text, database => {
    const url = new URL(rolesOf(named(vault.secret('rw'), `x${database}x`))['jdbc-url'].slice('jdbc:'.length));
    expect(decodeURIComponent(url.pathname.slice(1))).toBe(`x${database}x`);
  }));
});

test('sslmode says what libpq calls it', () =>
  expect([Tls.NONE, Tls.byClient(TlsAuthority.NONE), Tls.inProtocol()].map(sslmodeOf)).toEqual(['disable', 'require', 'verify-full']));
