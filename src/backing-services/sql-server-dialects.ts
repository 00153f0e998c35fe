import { BindingEntry } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { SecretEncoding } from '../model/secret-encoding';
import { TlsAuthority } from '../model/tls';
import { EnteredDatabase } from './entered-database';
import { TlsLevel, tlsLevelOf } from './tls-level';

/** go-mssqldb reads authorities from files that end in `.pem` or `.der`, and from no others. Source: `readCertificate` of its msdsn/conn_str.go */
export const CA_FILE = 'ca.pem';

const { literal, percentEncoded, encoded, file, join } = BindingValue;

/** Whether the connection is encrypted, and whether any certificate of the server will do. @internal */
export interface Encryption {
  readonly encrypt: boolean;
  readonly trustServerCertificate: boolean;
}

/** A login is encrypted whatever is said; where nothing is promised, by any certificate. Source: https://learn.microsoft.com/sql/connect/ado-net/encryption-and-certificate-validation */
export function encryptionOf({ address }: EnteredDatabase): Encryption {
  const level = tlsLevelOf(address.tls);
  return { encrypt: level !== TlsLevel.OFFERED, trustServerCertificate: level !== TlsLevel.VERIFIED };
}

/** For Go. Source: https://github.com/microsoft/go-mssqldb#connection-parameters-and-dsn */
export function goUrl(database: EnteredDatabase): BindingValue {
  const { address, credential } = database;
  const { encrypt, trustServerCertificate } = encryptionOf(database);
  const part = (name: string) => percentEncoded(credential, name);
  const authority = address.tls.authority === TlsAuthority.LOGIN ? [literal('&certificate='), file(CA_FILE)] : [];
  return join(
    literal('sqlserver://'), part('username'), literal(':'), part('password'), literal(`@${address.hostAndPort}?database=`), part('database'),
    literal(`&encrypt=${encrypt}&trustServerCertificate=${trustServerCertificate}`), ...authority,
  );
}

/** For .NET. Source: https://learn.microsoft.com/dotnet/api/microsoft.data.sqlclient.sqlconnection.connectionstring */
export function connectionString(database: EnteredDatabase): BindingEntry {
  const { address: { host, port }, credential } = database;
  const { encrypt, trustServerCertificate } = encryptionOf(database);
  const quoted = (part: string) => encoded(credential, part, SecretEncoding.ADO);
  return BindingEntry.of('connection-string', join(
    literal(`Server=tcp:${host},${port};Database=`), quoted('database'), literal(';User ID='), quoted('username'), literal(';Password='), quoted('password'),
    literal(`;Encrypt=${encrypt ? 'True' : 'False'};TrustServerCertificate=${trustServerCertificate ? 'True' : 'False'}`),
  ));
}

/**
 * Forms without a secret: user and password are settings of their own. Nothing writes a name that is kept as a secret in the braces of JDBC.
 * Sources: https://learn.microsoft.com/sql/connect/jdbc/building-the-connection-url, https://github.com/r2dbc/r2dbc-mssql
 */
export function javaEntries(database: EnteredDatabase): BindingEntry[] {
  const { address, credential } = database;
  const { encrypt, trustServerCertificate } = encryptionOf(database);
  const name = credential.part('database').literal;
  const settings = `encrypt=${encrypt};trustServerCertificate=${trustServerCertificate}`;
  return [
    ...name === undefined ? [] : [BindingEntry.text('jdbc-url', `jdbc:sqlserver://${jdbcServer(database)};databaseName=${inBraces(name)};${settings}`)],
    BindingEntry.of('r2dbc-url', join(
      literal(`${encrypt ? 'r2dbcs' : 'r2dbc'}:mssql://${address.hostAndPort}/`), percentEncoded(credential, 'database'),
      literal(encrypt && trustServerCertificate ? '?trustServerCertificate=true' : ''),
    )),
  ];
}

/** An IPv6 address is told as a property, because a colon ends the name of a server. */
function jdbcServer({ address: { host, port, hostAndPort } }: EnteredDatabase): string {
  return host.includes(':') ? `;serverName=${host};portNumber=${port}` : hostAndPort;
}

function inBraces(text: string): string {
  return /^[\w-]+$/.test(text) ? text : `{${text.replaceAll('}', '}}')}}`;
}
