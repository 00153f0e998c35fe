import { RolePasswords } from './role-passwords';

/** What becomes of a role at the server when its consumer no longer declares that it uses the database. */
export enum DatabaseRoleReclaimPolicy {
  /** It is dropped, as soon as it owns nothing; until then it stays, and its DatabaseRole too. */
  DELETE = 'delete',
  /** It stays, with its password. */
  RETAIN = 'retain',
}

/** A role of PostgreSQL for each consumer. */
export interface DatabaseRolesOptions {
  /**
   * Where the passwords of the roles come of.
   *
   * @default RolePasswords.generated()
   */
  readonly passwords?: RolePasswords;
  /**
   * The roles that a consumer which reads and writes is a member of, so that it has their privileges.
   *
   * @default - the owner of the database, which the operator names like the database
   */
  readonly readWriteInRoles?: string[];
  /**
   * The roles that a consumer which declares `DataAccess.READ_ONLY` is a member of. CloudNativePG grants nothing on tables: it is a role that whoever makes the tables grants
   * them to, `ALTER DEFAULT PRIVILEGES … GRANT SELECT ON TABLES TO …`; or `pg_read_all_data`, which reads all databases of the Cluster, and what is kept of the passwords of all roles.
   * Source: https://cloudnative-pg.io/docs/current/declarative_role_management/
   *
   * @default - none: a consumer that only reads is a finding
   */
  readonly readOnlyInRoles?: string[];
  /**
   * Whether the database is made too: a Database, and a role of its name that owns it and cannot log in. Not for the bootstrap database, whose owner it would shut out.
   *
   * @default false - it is there, and so is its owner
   */
  readonly declareDatabase?: boolean;
  /**
   * What becomes of a role that no consumer has any more.
   *
   * @default DatabaseRoleReclaimPolicy.DELETE
   */
  readonly databaseRoleReclaimPolicy?: DatabaseRoleReclaimPolicy;
}
