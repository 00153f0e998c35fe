import { assertNoUrl } from '../private/literal-secret';
import { assertName, NameRule } from '../private/names';

/** Which database of a server, and which one keeps its users. */
export interface MongoDbDatabaseProps {
  /** Database that consumers use. */
  readonly database: string;
  /**
   * Database that keeps the users: `authSource`.
   *
   * @default "admin", where the image of MongoDB, its managed service and FerretDB keep those that they make
   */
  readonly authSource?: string;
}

/** A database of a server, or of a replica set. */
export interface MongoDbReplicaSetProps extends MongoDbDatabaseProps {
  /**
   * Name of the replica set that the servers are members of. Clients then connect to each member by the host that it gives out.
   *
   * @default - none: a server alone, or FerretDB
   */
  readonly replicaSet?: string;
}

/** Source: https://www.mongodb.com/docs/manual/reference/limits/#naming-restrictions, with what servers on Windows refuse too. */
const DATABASE: NameRule = {
  what: 'a database of MongoDB',
  pattern: /^[^\p{Cc}\p{Cs}/\\. "$*<>:|?]+$/u,
  longest: 63,
  allowed: '1 to 63 characters, none a control character, none invisible, none a space and none of / \\ . " $ * < > : | ?',
};

const REPLICA_SET: NameRule = {
  what: 'a replica set',
  pattern: /^[\w.-]+$/,
  longest: 63,
  allowed: 'letters, digits, "-", "_" and ".", at most 63 characters',
};

/** The name of a database. Throws BST801 if it cannot be one, BST511 if a URL stands in its place. */
export function mongoDbDatabase(database: string, path: string): string {
  return assertName(DATABASE, assertNoUrl(database, path), path);
}

/** What clients are told of a database besides its name and place. Throws BST801 if a name cannot be one, BST511 if a URL stands in its place. */
export function mongoDbSettings({ authSource, replicaSet }: Omit<MongoDbReplicaSetProps, 'database'>, path: string): Record<string, string> {
  return {
    ...authSource === undefined ? {} : { 'auth-source': mongoDbDatabase(authSource, path) },
    ...replicaSet === undefined ? {} : { 'replica-set': assertName(REPLICA_SET, assertNoUrl(replicaSet, path), path) },
  };
}
