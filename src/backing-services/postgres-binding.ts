import { BindingEntry, BindingRequest } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { DataAccess } from '../model/data-access';
import { SecretOrigin, SecretReference } from '../model/secret-reference';
import { ServiceEndpoint } from '../model/service-endpoint';
import { percentEncode } from '../private/percent-encode';

/**
 * Where a PostgreSQL database is and how it is entered.
 *
 * @internal
 */
export interface PostgresLocation {
  readonly endpoint: ServiceEndpoint;
  readonly provider: string;
  /** Unknown where the operator keeps it in its Secret. */
  readonly database?: string;
  readonly credentials: SecretReference;
  readonly readOnlyCredentials?: SecretReference;
  readonly readOnlyHost?: string;
  /** Keeps the authority of the server's certificate, if `credentials` do not. */
  readonly authority?: SecretReference;
  readonly sslmode: string;
  /** The operator generates letters and digits only, so its parts can stand in a URL as they are. */
  readonly generatedPassword?: boolean;
}

const CA_FILE = 'ca.crt';
const { literal, secret, percentEncoded, join } = BindingValue;

/** The locator as URL and as parts. Entry names: https://servicebinding.io/spec/core/1.1.0/#well-known-secret-entries */
export function postgresEntries(location: PostgresLocation, request: BindingRequest): BindingEntry[] {
  const readOnly = request.access === DataAccess.READ_ONLY;
  const credentials = readOnly ? location.readOnlyCredentials ?? location.credentials : location.credentials;
  const host = readOnly ? location.readOnlyHost ?? location.endpoint.host : location.endpoint.host;
  const authority = location.authority ?? (credentials.has('ca') ? credentials : undefined);
  const tls = `?sslmode=${location.sslmode}${authority ? `&sslrootcert=${request.folder}/${CA_FILE}` : ''}`;
  const database = location.database === undefined ? secret(credentials, 'database') : literal(location.database);
  return [
    ...locatorEntries(location, credentials, host, tls),
    { file: 'host', value: literal(host) },
    { file: 'port', value: literal(String(location.endpoint.port)) },
    { file: 'database', value: database },
    { file: 'username', value: secret(credentials, 'username') },
    { file: 'password', value: secret(credentials, 'password') },
    { file: 'sslmode', value: literal(location.sslmode) },
    ...authority ? [{ file: CA_FILE, value: secret(authority, 'ca') }] : [],
  ];
}

/** The URL: the one that is kept, the operator's with its TLS settings, or one composed of encoded parts. */
function locatorEntries(location: PostgresLocation, credentials: SecretReference, host: string, tls: string): BindingEntry[] {
  if (credentials.has('uri') && host === location.endpoint.host) {
    const uri = secret(credentials, 'uri');
    return credentials.origin === SecretOrigin.EXISTING
      ? [{ variable: 'URL', file: 'uri', value: uri }]
      : [{ variable: 'URL', value: join(uri, literal(tls)) }, { file: 'uri', value: uri }];
  }
  const part = (name: string) => location.generatedPassword ? secret(credentials, name) : percentEncoded(credentials, name);
  const database = location.database === undefined ? part('database') : literal(percentEncode(location.database));
  const url = join(
    literal('postgresql://'), part('username'), literal(':'), part('password'),
    literal(`@${host}:${location.endpoint.port}/`), database, literal(tls),
  );
  return [{ variable: 'URL', ...location.generatedPassword ? {} : { file: 'uri' }, value: url }];
}
