import { join } from 'node:path';
import { Client, python } from '../../../clients/client';
import { everyLogin } from '../../../clients/everybody';
import { isPostgresUser, Login } from '../../../clients/hostile-logins';
import { activeRecord, databaseSql, jdbc, r2dbc } from '../../../clients/sql-clients';
import { changeVariable } from '../../../harness/change-variable';
import { Mutation } from '../../../harness/mutation';
import { ACTIVE_RECORD, JDK, POSTGRESQL, RUBY_PG } from '../../../toolbox/debian';
import { SQL_GO } from '../../../toolbox/sql-go';
import { SQL_JAVA } from '../../../toolbox/sql-java';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { HOST, programs } from './declaration';
import { startPostgres } from './server';

/** A name that leads to the server, too, and is not in its certificate. */
const ALIAS = 'alias.db.example.com';

const PROGRAMS = join(__dirname, 'programs');
const DJANGO = python('Django', join(PROGRAMS, 'django-client.py'));
const LIBPQ = python('psycopg2', join(PROGRAMS, 'libpq-variables.py'));
const WHO_AM_I = 'select current_user';

const template = (name: string, key: string, says: string, change: (template: string) => string) => changeTemplate('postgres-clients', name, key, says, change);
const withoutUrlquery = (name: string, key: string) => template(name, key, 'without urlquery', text => text.replaceAll(' | urlquery | replace "+" "%20"', ''));
const withoutEscapes = (name: string, key: string) => template(name, key, 'quotes are not escaped', text => text.replaceAll(/ \| replace "'" "[^"]*"/g, ''));
const variable = (deployment: string, name: string, says: string, change: (value: string) => string) => (
  changeVariable(deployment, 'postgres-clients', name, says, told => { told.value = change(told.value!); }));
/** A client that verifies names refuses the server then. */
const byAnotherName = (deployment: string, name: string) => variable(deployment, name, 'with a name that is not in the certificate', url => url.replace(HOST, ALIAS));

const enters = (behaviour: string, client: Client, deployment: string, asks: readonly string[], brokenBy: Mutation) => (
  everyLogin<Login, AttachedWorld>(behaviour, { client, namespace: 'postgres-clients', deployment, asks }, ({ username }) => username, brokenBy));

export const POSTGRES_CLIENTS = attachedTier({
  name: 'postgres-clients',
  real: [
    'PostgreSQL 15 with TLS and SCRAM', 'pgjdbc 42.7', 'r2dbc-postgresql 1.1', 'Django 5.2 with dj-database-url 3.1.2 and psycopg2 2.9.13', 'ActiveRecord 6.1 with pg 1.4',
    'pgx 5', 'lib/pq 1.12',
  ],
  needs: [POSTGRESQL, JDK, SQL_JAVA, SQL_GO, ACTIVE_RECORD, RUBY_PG],
  declare: programs,
  service: {
    isUser: isPostgresUser,
    hosts: [HOST, ALIAS],
    start: startPostgres,
    stored: (login, authority) => ({ 'ClusterSecretStore vault': { 'shop/database': { ...login, ca: authority } } }),
  },
  rows: [
    enters('pgjdbc enters a database by {jdbc-url}, which EnvPresets.SPRING tells, with hostile users and passwords apart', jdbc('pgjdbc'), 'spring',
      ['SPRING_DATASOURCE_URL', 'SPRING_DATASOURCE_USERNAME', 'SPRING_DATASOURCE_PASSWORD', WHO_AM_I], byAnotherName('spring', 'SPRING_DATASOURCE_URL')),
    enters('r2dbc-postgresql enters it by {r2dbc-url}', r2dbc('r2dbc-postgresql'), 'reactive', ['DB_URL', 'DB_USER', 'DB_PASSWORD', WHO_AM_I], byAnotherName('reactive', 'DB_URL')),
    enters('Django enters it by DATABASE_URL, as dj-database-url reads it', DJANGO, 'django', [WHO_AM_I],
      template('django-database', 'uri', 'without the replacement of "+"', text => text.replaceAll(' | replace "+" "%20"', ''))),
    enters("Ruby's ActiveRecord enters it by DATABASE_URL", activeRecord('pg'), 'rails', ['DATABASE_URL', WHO_AM_I], withoutUrlquery('rails-database', 'uri')),
    enters("Go's pgx enters it by {dsn}", databaseSql('pgx', 'pgx'), 'pgx', ['DB_DSN', WHO_AM_I], withoutEscapes('pgx-database', 'dsn')),
    enters("Go's lib/pq enters it by {dsn}", databaseSql('lib/pq', 'postgres'), 'lib-pq', ['DB_DSN', WHO_AM_I], withoutEscapes('lib-pq-database', 'dsn')),
    enters('libpq enters it by the variables of EnvPresets.LIBPQ, and is told nothing else', LIBPQ, 'libpq', [WHO_AM_I], byAnotherName('libpq', 'PGHOST')),
  ],
});
