import { Address } from '../model/address';
import { BindingEntry } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { SecretEncoding } from '../model/secret-encoding';
import { Tls, TlsAuthority } from '../model/tls';

const { literal, encoded, percentEncoded, file, join } = BindingValue;

/** What PostgreSQL's clients read that take no URL of libpq: each says the same address, database and TLS in its own grammar. */
export function postgresDialects(address: Address, credential: Credential): BindingEntry[] {
  if (!credential.has('database')) return [];
  const entries = [BindingEntry.of('jdbc-url', jdbcUrl(address, credential)), BindingEntry.of('r2dbc-url', r2dbcUrl(address, credential))];
  if (!credential.has('username')) return entries;
  return [...entries, BindingEntry.of('connection-string', npgsql(address, credential)), BindingEntry.of('dsn', keywords(address, credential))];
}

/**
 * Without credentials, which its clients are given apart. It reads no private key in PEM, so that it names none.
 * Source: https://jdbc.postgresql.org/documentation/use/#connection-parameters
 */
function jdbcUrl({ hostAndPort, tls }: Address, credential: Credential): BindingValue {
  const trusted: Record<TlsAuthority, BindingValue> = {
    [TlsAuthority.LOGIN]: join(literal('&sslrootcert='), file('ca.crt')),
    [TlsAuthority.SYSTEM]: literal('&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory'),
    [TlsAuthority.NONE]: literal(''),
  };
  return join(literal(`jdbc:postgresql://${hostAndPort}/`), percentEncoded(credential, 'database'), literal(`?sslmode=${sslmodeOf(tls)}`), verified(tls, trusted));
}

/** Without credentials. Source: https://github.com/pgjdbc/r2dbc-postgresql#getting-started */
function r2dbcUrl({ hostAndPort, tls }: Address, credential: Credential): BindingValue {
  const trusted: Partial<Record<TlsAuthority, BindingValue>> = { [TlsAuthority.LOGIN]: join(literal('&sslRootCert='), file('ca.crt')) };
  return join(literal(`r2dbc:postgresql://${hostAndPort}/`), percentEncoded(credential, 'database'), literal(`?sslMode=${sslmodeOf(tls)}`), verified(tls, trusted));
}

/** Of Npgsql. Source: https://www.npgsql.org/doc/connection-string-parameters.html */
function npgsql({ host, port, tls }: Address, credential: Credential): BindingValue {
  const quoted = (part: string) => encoded(credential, part, SecretEncoding.ADO);
  return join(
    literal(`Host=${host};Port=${port};Database=`), quoted('database'), literal(';Username='), quoted('username'),
    ...credential.has('password') ? [literal(';Password='), quoted('password')] : [],
    literal(`;SSL Mode=${{ 'disable': 'Disable', 'require': 'Require', 'verify-full': 'VerifyFull' }[sslmodeOf(tls)]}`),
    ...filesIn([';Root Certificate=', ';SSL Certificate=', ';SSL Key='], tls, credential),
  );
}

/** Of libpq, pgx and lib/pq. Source: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE */
function keywords({ host, port, tls }: Address, credential: Credential): BindingValue {
  const quoted = (part: string) => encoded(credential, part, SecretEncoding.LIBPQ);
  return join(
    literal(`host=${host} port=${port} dbname=`), quoted('database'), literal(' user='), quoted('username'),
    ...credential.has('password') ? [literal(' password='), quoted('password')] : [],
    literal(` sslmode=${sslmodeOf(tls)}`),
    ...filesIn([' sslrootcert=', ' sslcert=', ' sslkey='], tls, credential),
  );
}

/** Source: https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION */
export function sslmodeOf({ isOfClient, authority }: Tls): 'disable' | 'require' | 'verify-full' {
  if (!isOfClient) return 'disable';
  return authority === TlsAuthority.NONE ? 'require' : 'verify-full';
}

function verified({ isOfClient, authority }: Tls, trusted: Partial<Record<TlsAuthority, BindingValue>>): BindingValue {
  return isOfClient && authority !== undefined ? trusted[authority] ?? literal('') : literal('');
}

/** The files of a handshake, each behind the word that names it: authority, certificate, key. */
function filesIn([ca, certificate, key]: [string, string, string], { isOfClient, authority }: Tls, credential: Credential): BindingValue[] {
  const own = isOfClient && credential.has('client-certificate');
  return [
    ...authority === TlsAuthority.LOGIN ? [literal(ca), file('ca.crt')] : [],
    ...own ? [literal(certificate), file('client.crt'), literal(key), file('client.key')] : [],
  ];
}
