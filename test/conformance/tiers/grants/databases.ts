import { Postgres } from '../../systems/postgres';
import { MANAGED } from './stored';

/** The role that whoever makes the tables of the ledger grants them to. */
export const READERS_OF_LEDGER = 'ledger_readers';

/** Databases and roles of earlier manifests go; whoever is still connected is sent away. */
export async function forget(server: Postgres): Promise<void> {
  const databases = await server.rows("select datname from pg_database where not datistemplate and datname <> 'postgres'");
  for (const name of databases) await server.execute(`drop database "${name}" with (force)`);
  const roles = await server.rows("select rolname from pg_roles where rolname !~ '^pg_' and rolname <> 'postgres'");
  if (roles.length > 0) await server.execute(roles.map(name => `drop role "${name}"`).join(';\n'));
}

/** The statements that the guide gives, for a database that has tables already. */
const GRANTED = [
  'set role ledger',
  'revoke all on database ledger from public',
  `grant connect on database ledger to ${READERS_OF_LEDGER}`,
  `grant select on all tables in schema public to ${READERS_OF_LEDGER}`,
  `alter default privileges grant select on tables to ${READERS_OF_LEDGER}`,
];

/** Migrations, as the owner of each database runs them, and grants to those who read. Of the notes nothing is revoked that PostgreSQL gives to everybody. */
export async function migrate(server: Postgres): Promise<void> {
  await server.execute("set role ledger; create table entries (text text); insert into entries values ('first')", 'ledger');
  await server.execute(GRANTED.join(';\n'), 'ledger');
  await server.execute("set role notes; create table notes (text text); insert into notes values ('a note')", 'notes');
}

/** A user and a database as a provider of managed databases makes them. */
export async function fillManaged(server: Postgres): Promise<void> {
  await server.execute(`create role "${MANAGED.user}" login password '${MANAGED.pass}'; create database managed owner "${MANAGED.user}"`);
}

/**
 * What the image of PostgreSQL makes of its variables when it starts the first time.
 * Source: https://github.com/docker-library/docs/blob/master/postgres/README.md (environment variables)
 */
export async function fillContainers(server: Postgres, environment: ReadonlyMap<string, string>): Promise<void> {
  const [user, password, database] = ['POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB'].map(name => environment.get(name)!);
  await server.execute(`create role "${user}" login superuser password '${password}'; create database "${database}" owner "${user}"`);
}
