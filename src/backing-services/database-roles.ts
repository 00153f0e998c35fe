import { Credential } from '../model/credential';
import { CredentialPart } from '../model/credential-part';
import { DataAccess } from '../model/data-access';
import { Login } from '../model/login';
import { ConsumerRole, OperatedDatabase, OperatedRoles } from '../model/operated-roles';
import { IWorkload } from '../model/workload-interface';
import { databaseObjectName, databaseRoleName, databaseRoleObjectName } from '../private/database-role-name';
import { distinct } from '../private/distinct';
import { frozenList } from '../private/frozen-copy';
import { assertName, NameRule } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { DatabaseRoleReclaimPolicy, DatabaseRolesOptions } from './database-roles-options';
import { databasePart } from './postgres-database';
import { RolePasswords } from './role-passwords';

/** Bytes of UTF-8 are what PostgreSQL counts, and text of ASCII has as many as characters. */
const ROLE: NameRule = {
  what: 'a role of PostgreSQL',
  pattern: /^[\x20-\x7e]+$/,
  longest: 63,
  allowed: '1 to 63 printable characters of ASCII',
};
/** Rules of the operator's CRDs for what they make. Source: cloudnative-pg v1.30.0, config/crd/bases (databaseroles, databases) */
const DECLARED: NameRule = {
  what: 'a database that is declared, and the role that owns it',
  pattern: /^(?!pg_|cnpg_|(postgres|streaming_replica|template0|template1)$)[\x20-\x7e]+$/,
  longest: 63,
  allowed: '1 to 63 printable characters of ASCII, not "postgres", "streaming_replica", "template0" or "template1", and not beginning with "pg_" or "cnpg_"',
};
/** The predefined roles whose members only read. All others begin with "pg_" too. Source: https://www.postgresql.org/docs/current/predefined-roles.html */
const READING: ReadonlySet<string> = new Set(['pg_read_all_data', 'pg_read_all_settings', 'pg_read_all_stats', 'pg_stat_scan_tables', 'pg_monitor']);
const SUPERUSER = 'postgres';

/** Which database of which Cluster, and by what its server is verified. @internal */
export interface RolesOf {
  readonly service: string;
  readonly cluster: string;
  readonly database: string;
  readonly ca: CredentialPart;
}

/** Each consumer enters a database of CloudNativePG as a role that it has alone. Throws BST801 if a role or the database cannot exist, BST017 if readers may write. */
export function databaseRoles(place: RolesOf, options: DatabaseRolesOptions, path: string): Login {
  return new DatabaseRoles(place, options, path);
}

class DatabaseRoles extends Login implements OperatedRoles {
  public readonly enforcesReadOnly = true;
  public readonly emittedKind = 'DatabaseRole.postgresql.cnpg.io';
  public readonly secretType = 'kubernetes.io/basic-auth';
  /** With it the operator takes a new password at once. */
  public readonly secretLabels = { 'cnpg.io/reload': 'true' };
  public readonly deletes: boolean;
  public readonly database: string;
  public readonly declared?: OperatedDatabase;
  private readonly passwords: RolePasswords;
  private readonly readWrite: readonly string[];
  private readonly readOnly: readonly string[];
  private readonly databasePart: CredentialPart;

  constructor(private readonly place: RolesOf, options: DatabaseRolesOptions, path: string) {
    super();
    const { database, service, cluster } = place;
    const { declareDatabase = false, readWriteInRoles = [database], readOnlyInRoles = [] } = options;
    if (declareDatabase) assertName(DECLARED, database, path);
    this.databasePart = databasePart(database, path);
    this.readWrite = rolesOf(readWriteInRoles, path);
    this.readOnly = rolesOf(readOnlyInRoles, path);
    assertOnlyReads(this.readOnly, { writers: [database, ...this.readWrite], ofConsumers: `.${service}` }, path);
    this.passwords = options.passwords ?? RolePasswords.generated();
    this.deletes = (options.databaseRoleReclaimPolicy ?? DatabaseRoleReclaimPolicy.DELETE) === DatabaseRoleReclaimPolicy.DELETE;
    this.database = database;
    this.declared = declareDatabase ? { name: database, owner: database, object: databaseObjectName(service, cluster) } : undefined;
  }

  public override get _operatedRoles(): OperatedRoles {
    return this;
  }

  public credentialFor(consumer: IWorkload, access: DataAccess): Credential {
    const { name, password } = this.of(consumer, access);
    return Credential.of({ username: CredentialPart._literal(name), password, database: this.databasePart, ca: this.place.ca });
  }

  public of(consumer: IWorkload, access: DataAccess): ConsumerRole {
    const { service, cluster } = this.place;
    const object = databaseRoleObjectName(consumer, service, cluster);
    return {
      name: databaseRoleName(consumer, service),
      object,
      inRoles: access === DataAccess.READ_ONLY ? this.readOnly : this.readWrite,
      password: this.passwords._of(consumer, object),
    };
  }
}

/** Throws BST801 if a role cannot exist, BST017 if its members can do everything. */
function rolesOf(roles: readonly string[], path: string): readonly string[] {
  const named = distinct(roles.map(role => assertName(ROLE, role, path)));
  if (!named.includes(SUPERUSER)) return frozenList(named);
  throw new TopologyError({
    code: 'BST017',
    path,
    problem: `members of ${quote(SUPERUSER)} can do everything in every database of the server`,
    fix: 'name a role that is granted what consumers need',
  });
}

interface Writing {
  readonly writers: readonly string[];
  /** How the names of the roles end that consumers have alone, writers among them. */
  readonly ofConsumers: string;
}

/** Throws BST017 if a role that readers are to be members of lets them write. */
function assertOnlyReads(readOnly: readonly string[], { writers, ofConsumers }: Writing, path: string): void {
  const writing = readOnly.find(role => role.startsWith('pg_') && !READING.has(role) || role.endsWith(ofConsumers) || writers.includes(role));
  if (writing === undefined) return;
  throw new TopologyError({
    code: 'BST017',
    path,
    problem: `${quote(writing)} is among readOnlyInRoles, and its members may do more than read`,
    fix: 'name a role that is granted SELECT alone, or pg_read_all_data',
  });
}
