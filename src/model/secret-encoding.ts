import { percentEncode } from '../private/percent-encode';

/** How a part of a credential is written into a text. */
export enum SecretEncoding {
  /** As it is kept. */
  NONE = 'none',
  /** Percent-encoded for a URL: all but the unreserved characters of RFC 3986, a space as %20. */
  PERCENT = 'percent',
  /**
   * In single quotes, for a value of a libpq connection string: `password='…'`.
   * Source: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE
   */
  LIBPQ = 'libpq',
  /**
   * In double quotes, each quote in it doubled, for a value of a .NET connection string: `Password="…"`. Npgsql, MySqlConnector and SqlClient read it so.
   * Source: https://learn.microsoft.com/dotnet/api/system.data.common.dbconnectionstringbuilder
   */
  ADO = 'ado',
  /**
   * In double quotes, with a backslash before each quote and each backslash, for an option of a JAAS login module, as `sasl.jaas.config` of Kafka's Java
   * clients has them: `password="…"`.
   * Source: https://docs.oracle.com/javase/8/docs/api/javax/security/auth/login/Configuration.html
   */
  JAAS = 'jaas',
}

const WRITE: Record<SecretEncoding, (text: string) => string> = {
  [SecretEncoding.NONE]: text => text,
  [SecretEncoding.PERCENT]: percentEncode,
  [SecretEncoding.LIBPQ]: text => `'${text.replace(/[\\']/g, '\\$&')}'`,
  [SecretEncoding.ADO]: text => `"${text.replaceAll('"', '""')}"`,
  [SecretEncoding.JAAS]: text => `"${text.replace(/[\\"]/g, '\\$&')}"`,
};

/** Text, written as a part of a credential would be. @internal */
export function encodeText(text: string, encoding: SecretEncoding): string {
  return WRITE[encoding](text);
}
