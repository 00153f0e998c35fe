import { Manifest, Manifests } from '../harness/manifests';
import { StandingSecret, StandingSecrets } from './standing-secrets';

/** A server that statements are run on as its superuser, in one of its databases. */
export interface SuperuserDatabase {
  execute(statements: string, database?: string): Promise<void>;
}

/** What became of an object, as its status says: nothing, or why it was not applied. */
export type Applied = ReadonlyMap<string, string | undefined>;

/** The operator applies a password at once where the Secret has this label, and otherwise when it looks at the role again for another reason. */
const RELOAD = 'cnpg.io/reload';

/**
 * Stands in for the instance manager of CloudNativePG on the primary of one Cluster: its DatabaseRoles and Databases become roles and databases of a real server.
 * Source: cloudnative-pg v1.30.0, internal/management/controller/databaserole_controller.go, database_controller_sql.go, roles/postgres.go, roles/runnable.go (the user name).
 */
export class CloudNativePgRoles {
  private readonly applied = new Map<string, string | undefined>();
  private roles: readonly Manifest[] = [];

  constructor(private readonly cluster: { readonly name: string; readonly namespace: string }, private readonly server: SuperuserDatabase) {}

  /** What is of this Cluster becomes so. The operator tries again until what an object refers to is there: here the owners come first. */
  public async reconcile(manifests: Manifests, secrets: StandingSecrets): Promise<Applied> {
    this.applied.clear();
    this.roles = this.own(manifests, 'DatabaseRole');
    const owners = this.roles.filter(({ spec }) => !spec.login);
    for (const role of owners) await this.apply(role, secrets);
    for (const { metadata, spec } of this.own(manifests, 'Database')) {
      await this.server.execute(createDatabase(spec));
      this.applied.set(`Database ${metadata.name}`, undefined);
    }
    for (const role of this.roles.filter(each => !owners.includes(each))) await this.apply(role, secrets);
    return this.applied;
  }

  /** Secrets have changed: what a labelled one says is taken at once. */
  public async secretsChanged(secrets: StandingSecrets): Promise<void> {
    for (const role of this.roles) {
      const secret = secretOf(role, secrets);
      if (secret?.labels[RELOAD] === 'true' && this.applied.get(`DatabaseRole ${role.metadata.name}`) === undefined) await this.server.execute(alterRole(role, secret));
    }
  }

  /** An object is deleted, and is looked at no more. A role that is to be retained stays. */
  public async deleted(name: string): Promise<void> {
    const role = this.roles.find(({ metadata }) => metadata.name === name)!;
    if (role.spec.databaseRoleReclaimPolicy === 'delete') await this.server.execute(`drop role if exists ${identifier(role.spec.name)}`);
    this.roles = this.roles.filter(each => each !== role);
  }

  private async apply(role: Manifest, secrets: StandingSecrets): Promise<void> {
    const secret = secretOf(role, secrets);
    const refused = refusalOf(role, secret);
    if (refused === undefined) await this.server.execute(createRole(role, secret));
    this.applied.set(`DatabaseRole ${role.metadata.name}`, refused);
  }

  private own(manifests: Manifests, kind: string): Manifest[] {
    const { name, namespace } = this.cluster;
    return manifests.ofKind(kind).filter(({ metadata, spec }) => metadata.namespace === namespace && spec.cluster.name === name);
  }
}

/** The Secret is looked for beside the role. */
function secretOf({ metadata, spec }: Manifest, secrets: StandingSecrets): StandingSecret | undefined {
  return spec.passwordSecret && secrets[metadata.namespace!]?.[spec.passwordSecret.name];
}

/** Why the operator applies nothing of a role. A Secret of another name than the role's is taken for a mistake. */
export function refusalOf({ spec }: Manifest, secret?: StandingSecret): string | undefined {
  if (!spec.passwordSecret) return undefined;
  if (!secret) return `Secret ${spec.passwordSecret.name} not found`;
  if (secret.data.username === undefined || secret.data.password === undefined) return `Secret ${spec.passwordSecret.name} has no username or no password`;
  return secret.data.username.trim() === spec.name.trim() ? undefined : `the username in secret ${spec.passwordSecret.name} does not match role ${spec.name}`;
}

/** `CREATE ROLE` with every attribute, the password, and the roles that it is a member of. */
export function createRole(role: Manifest, secret?: StandingSecret): string {
  const { inRoles = [] } = role.spec;
  const memberships = inRoles.length === 0 ? '' : ` in role ${inRoles.map(identifier).join(', ')}`;
  return `create role ${identifier(role.spec.name)}${attributes(role)}${memberships}${password(secret)}`;
}

/** `ALTER ROLE` with the same. */
export function alterRole(role: Manifest, secret?: StandingSecret): string {
  return `alter role ${identifier(role.spec.name)}${attributes(role)}${password(secret)}`;
}

export function createDatabase({ name, owner }: { readonly name: string; readonly owner: string }): string {
  return `create database ${identifier(name)} owner ${identifier(owner)}`;
}

/** What is not said is denied, but for INHERIT. */
function attributes({ spec }: Manifest): string {
  const said = { bypassrls: false, createdb: false, createrole: false, inherit: true, login: false, replication: false, superuser: false };
  const each = Object.entries(said).map(([name, usual]) => ` ${spec[name] ?? usual ? '' : 'no'}${name}`);
  return `${each.join('')} connection limit ${spec.connectionLimit ?? -1}`;
}

function password(secret?: StandingSecret): string {
  return secret ? ` password ${literal(secret.data.password)}` : '';
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
