import { AddressRole } from '../model/address';
import { Credential } from '../model/credential';
import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { quote, TopologyError } from '../private/topology-error';
import { CredentialProps } from './credential-options';
import { assertManagedHost, ManagedHost } from './managed-host';
import { databasePart } from './postgres-database';
import { authorityOf, provided } from './provided-by';
import { assertParts, ENTERS_POSTGRES } from './required-parts';
import { ExternalServingOptions } from './serving-options';

/** A database of PostgreSQL that a cloud manages. It is entered as any other, with parts `username` and `password`, or a whole `uri`. */
export interface ManagedPostgresProps extends CredentialProps, ExternalServingOptions {
  /** Host that the service names. */
  readonly host: string;
  /** Database. */
  readonly database: string;
  /**
   * Host of replicas, for consumers that only read.
   *
   * @default - all are sent to `host`
   */
  readonly readerHost?: string;
  /**
   * Port of the server.
   *
   * @default 5432
   */
  readonly port?: number;
}

/** What a cloud's PostgreSQL is known by. @internal */
export interface ManagedPostgres {
  readonly host: ManagedHost;
  readonly readerHost: ManagedHost;
  /** Words for the authority that clients do not trust by themselves; none if they do. */
  readonly authority?: string;
  readonly service: string;
}

/** Clients agree on TLS with the server, and verify it by the authority that the service has. */
export function managedPostgres(props: ManagedPostgresProps, { host, readerHost, authority, service }: ManagedPostgres, path: string): Provision {
  const { cidrs, port = 5432, credentials } = props;
  const at = assertManagedHost(props.host, host, path);
  if (authority !== undefined && !credentials.has('ca') && !credentials.has('uri')) throw unverified(service, authority, path);
  const server = { port, tls: Tls.inProtocol(authorityOf(credentials)) };
  const readers = props.readerHost === undefined ? []
    : [{ ...server, host: assertManagedHost(props.readerHost, readerHost, path), role: AddressRole.READ_ONLY }];
  const database = databasePart(props.database, path);
  const complete = (credential: Credential) => assertParts(credential, ENTERS_POSTGRES, path).with('database', database);
  return provided(Locator.external({ cidrs, addresses: [{ ...server, host: at }, ...readers] }), { ...props, database: undefined }, path, complete);
}

function unverified(service: string, authority: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST017',
    path,
    problem: `the credential has no part ${quote('ca')}: the certificates of ${service} are of an authority that clients do not trust by themselves`,
    fix: `keep ${authority} as the part ca of the credentials`,
  });
}
