import { assertNoUrl } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';

/** Which part of a cluster consumers use. */
export interface CassandraKeyspaceOptions {
  /**
   * Keyspace that consumers use.
   *
   * @default - none: their statements name it
   */
  readonly keyspace?: string;
}

/** A datacenter of a cluster. */
export interface CassandraDatacenterProps extends CassandraKeyspaceOptions {
  /**
   * Name of the datacenter whose nodes consumers connect to, as the cluster has it (`SELECT data_center FROM system.local`): drivers refuse to
   * connect without. Source: https://docs.datastax.com/en/developer/java-driver/4.17/manual/core/load_balancing/
   */
  readonly datacenter: string;
}

/** What Cassandra is entered with, where it asks for anything. */
export const ENTERS_CASSANDRA = [['username', 'password']];

/** Source: https://cassandra.apache.org/doc/latest/cassandra/developing/cql/ddl.html */
const KEYSPACE: NameRule = {
  what: 'a keyspace',
  pattern: /^\w+$/,
  longest: 48,
  allowed: 'letters, digits and "_", at most 48 characters',
};

const DATACENTER: NameRule = {
  what: 'a datacenter of Cassandra',
  pattern: /^[\w.-]+( [\w.-]+)*$/,
  longest: 255,
  allowed: 'letters, digits, "-", "_" and ".", single spaces between them, at most 255 characters',
};

/** The name of a keyspace, if one is said. Throws BST801 if it cannot be one, BST511 if a URL stands in its place. */
export function keyspaceName(keyspace: string | undefined, path: string): string | undefined {
  return keyspace === undefined ? undefined : assertName(KEYSPACE, assertNoUrl(keyspace, path), path);
}

/** What clients are told of a cluster besides its place and keyspace. Throws BST801 if the datacenter cannot have its name, BST511 if a URL stands in its place. */
export function datacenterSettings(datacenter: string, path: string): Record<string, string> {
  return { datacenter: assertName(DATACENTER, assertNoUrl(datacenter, path), path) };
}
