import { AddressRole } from '../model/address';
import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { assertNoUserinfo } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { CredentialProps } from './credential-options';
import { databaseOfServer, DatabaseRules, ENTERS_BY_PASSWORD } from './database-of-server';
import { authorityOf } from './provided-by';
import { ExternalServingOptions } from './serving-options';

/** A database of a server that a cloud manages. It is entered with parts `username` and `password`. */
export interface ManagedDatabaseProps extends CredentialProps, ExternalServingOptions {
  /** DNS name of the server, as the cloud gives it: the certificate of the server names it, so no other name that leads there will do. */
  readonly host: string;
  /**
   * DNS name of a server that refuses writes: a replica, or the endpoint of a cluster for readers. Consumers that only read are sent there.
   *
   * @default - none: they are sent to the same server as the others
   */
  readonly readerHost?: string;
  /** Database. */
  readonly database: string;
}

/** A database of an instance of Amazon RDS, or of a cluster of Amazon Aurora. It is entered with parts `username`, `password` and `ca`. */
export interface AmazonRdsProps extends ManagedDatabaseProps {
  /**
   * Port of the server.
   *
   * @default - the kind's usual port, which its provider names
   */
  readonly port?: number;
}

/** What a cloud documents of its servers. @internal */
export interface ManagedServer {
  readonly host: NameRule;
  readonly port: number;
  /** Who signs their certificates, if no system trusts them by itself: words for what to give as the part `ca`. */
  readonly authority?: string;
}

/** A database of a cloud's server. Throws BST801 if a host is not of the cloud's form, BST017 if the authority that signed its certificate is not given. */
export function managedDatabase(server: ManagedServer, props: ManagedDatabaseProps, rules: DatabaseRules, path: string): Provision {
  const { host, readerHost, cidrs, credentials } = props;
  if (server.authority !== undefined && !credentials.has('ca')) throw unverified(server.authority, path);
  const address = { port: server.port, tls: Tls.inProtocol(authorityOf(credentials)) };
  const reader = readerHost === undefined ? [] : [{ ...address, host: hostOf(server, readerHost, path), role: AddressRole.READ_ONLY }];
  const locator = Locator.external({ cidrs, addresses: [{ ...address, host: hostOf(server, host, path) }, ...reader] });
  return databaseOfServer(locator, props, { ...rules, enters: ENTERS_BY_PASSWORD }, path);
}

function hostOf({ host: rule }: ManagedServer, host: string, path: string): string {
  return assertName(rule, assertNoUserinfo(host, path), path, 'give the name that the cloud shows, or use the external provider for any other');
}

function unverified(authority: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST017',
    path,
    problem: 'the credentials have no part "ca", and no system trusts by itself who signed the server\'s certificate',
    fix: `keep ${authority} beside the password, and name the part: vault.secret(entry, { username: "user", password: "pass", ca: "ca" })`,
  });
}
