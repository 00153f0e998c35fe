import { BindingEntry } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { SecretEncoding } from '../model/secret-encoding';
import { TlsAuthority } from '../model/tls';
import { EnteredDatabase } from './entered-database';
import { TlsLevel, tlsLevelOf } from './tls-level';

/** Each client's word for what TLS gives. */
const WORDS = {
  /** https://dev.mysql.com/doc/refman/8.4/en/connection-options.html#option_general_ssl-mode */
  mysql: { [TlsLevel.OFFERED]: 'PREFERRED', [TlsLevel.ENCRYPTED]: 'REQUIRED', [TlsLevel.VERIFIED]: 'VERIFY_IDENTITY' },
  /** https://mariadb.com/docs/connectors/mariadb-connector-j/about-mariadb-connector-j */
  mariadb: { [TlsLevel.OFFERED]: 'disable', [TlsLevel.ENCRYPTED]: 'trust', [TlsLevel.VERIFIED]: 'verify-full' },
  /** https://mysqlconnector.net/connection-options/ */
  ado: { [TlsLevel.OFFERED]: 'Preferred', [TlsLevel.ENCRYPTED]: 'Required', [TlsLevel.VERIFIED]: 'VerifyFull' },
  /** https://github.com/go-sql-driver/mysql#tls */
  go: { [TlsLevel.OFFERED]: 'preferred', [TlsLevel.ENCRYPTED]: 'skip-verify', [TlsLevel.VERIFIED]: 'true' },
};

/** Files of clients that read some, each by its own setting. */
const SETTINGS = {
  url: { 'ca': 'ssl-ca', 'client-certificate': 'ssl-cert', 'private-key': 'ssl-key' },
  r2dbc: { 'ca': 'sslCa', 'client-certificate': 'sslCert', 'private-key': 'sslKey' },
  ado: { 'ca': 'SslCa', 'client-certificate': 'SslCert', 'private-key': 'SslKey' },
  mariadb: { ca: 'serverSslCert' },
};
const FILES: Record<string, string> = { 'ca': 'ca.crt', 'client-certificate': 'client.crt', 'private-key': 'client.key' };

const { literal, secret, percentEncoded, encoded, file, join } = BindingValue;

/** What TLS gives, in MySQL's word for it. */
export function sslMode({ address }: EnteredDatabase): string {
  return WORDS.mysql[tlsLevelOf(address.tls)];
}

/** TLS as MySQL's URI-like strings say it. Source: https://dev.mysql.com/doc/refman/8.4/en/connecting-using-uri-or-key-value-pairs.html */
export function urlSettings(database: EnteredDatabase): BindingValue {
  if (!database.address.tls.isOfClient) return literal('');
  return join(literal(`?ssl-mode=${sslMode(database)}`), ...filesOf(database, SETTINGS.url, setting => [`&${setting}=`, '']));
}

/** Forms without a secret: user and password are settings of their own. */
export function javaEntries(database: EnteredDatabase): BindingEntry[] {
  const { address, credential } = database;
  const level = tlsLevelOf(address.tls);
  const at = literal(`${address.hostAndPort}/`);
  const name = percentEncoded(credential, 'database');
  const mariadb = join(literal('jdbc:mariadb://'), at, secret(credential, 'database'), literal(`?sslMode=${WORDS.mariadb[level]}`),
    ...filesOf(database, SETTINGS.mariadb, setting => [`&${setting}=`, '']));
  return [
    BindingEntry.of('jdbc-url', join(literal('jdbc:mysql://'), at, name, literal(`?sslMode=${WORDS.mysql[level]}`))),
    ...isPlain(credential) ? [BindingEntry.of('mariadb-jdbc-url', mariadb)] : [],
    BindingEntry.of('r2dbc-url', join(literal('r2dbc:mysql://'), at, name, literal(`?sslMode=${WORDS.mysql[level]}`),
      ...filesOf(database, SETTINGS.r2dbc, setting => [`&${setting}=`, '']))),
  ];
}

/** For .NET. Source: https://mysqlconnector.net/connection-options/ */
export function connectionString(database: EnteredDatabase): BindingEntry {
  const { address, credential } = database;
  const quoted = (part: string) => encoded(credential, part, SecretEncoding.ADO);
  return BindingEntry.of('connection-string', join(
    literal(`Server=${address.host};Port=${address.port};Database=`), quoted('database'), literal(';User ID='), quoted('username'),
    literal(';Password='), quoted('password'), literal(`;SslMode=${WORDS.ado[tlsLevelOf(address.tls)]}`),
    ...filesOf(database, SETTINGS.ado, setting => [`;${setting}="`, '"']),
  ));
}

/**
 * For Go. The driver looks for the last "/", the last "@" before it and the first ":", so that every password can stand there as it is, and every user but
 * one with a colon. Source: `ParseDSN` of https://github.com/go-sql-driver/mysql/blob/master/dsn.go
 */
export function goEntries({ address, credential }: EnteredDatabase): BindingEntry[] {
  if (credential.part('username').literal?.includes(':')) return [];
  return [BindingEntry.of('dsn', join(
    secret(credential, 'username'), literal(':'), secret(credential, 'password'), literal(`@tcp(${address.hostAndPort})/`),
    percentEncoded(credential, 'database'), literal(`?tls=${WORDS.go[tlsLevelOf(address.tls)]}`),
  ))];
}

/** MariaDB's driver decodes nothing. */
function isPlain(credential: Credential): boolean {
  const { literal: text, isUrlSafe } = credential.part('database');
  return text === undefined ? isUrlSafe : /^[\w$-]+$/.test(text);
}

/** An authority where clients verify by it, a certificate of their own where they make a handshake. */
function filesOf({ address: { tls }, credential }: EnteredDatabase, settings: Record<string, string>, around: (setting: string) => [string, string]) {
  return Object.entries(settings).filter(([part]) => part === 'ca' ? tls.authority === TlsAuthority.LOGIN : tls.isOfClient && credential.has(part))
    .flatMap(([part, setting]) => [literal(around(setting)[0]), file(FILES[part]), literal(around(setting)[1])]);
}
