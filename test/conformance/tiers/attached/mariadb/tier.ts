import { join } from 'node:path';
import { Client, node, python } from '../../../clients/client';
import { everyLogin } from '../../../clients/everybody';
import { Login } from '../../../clients/hostile-logins';
import { activeRecord, databaseSql, jdbc, r2dbc } from '../../../clients/sql-clients';
import { changeVariable } from '../../../harness/change-variable';
import { Mutation } from '../../../harness/mutation';
import { ACTIVE_RECORD, JDK, LIBMARIADB, MARIADB, RUBY_MYSQL2 } from '../../../toolbox/debian';
import { MYSQLCLIENT } from '../../../toolbox/mysqlclient';
import { SQL_GO } from '../../../toolbox/sql-go';
import { SQL_JAVA } from '../../../toolbox/sql-java';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { HOST, programs } from './declaration';
import { startMariaDb } from './server';

/** A name that leads to the server, too. */
const ALIAS = 'alias.db.example.com';

const PROGRAMS = join(__dirname, 'programs');
const MYSQL2 = node('mysql2', join(PROGRAMS, 'mysql2-client.mjs'));
const CONNECTOR_PYTHON = python('mysql-connector-python', join(PROGRAMS, 'connector-python-parts.py'));
const PYMYSQL = python('PyMySQL', join(PROGRAMS, 'pymysql-parts.py'));
const SQLALCHEMY = python('SQLAlchemy', join(PROGRAMS, 'sqlalchemy-client.py'));

/** Whom it took the client for; the server says from where, too, after the last "@". */
const WHO_AM_I = "select left(user(), char_length(user()) - char_length(substring_index(user(), '@', -1)) - 1)";

const template = (name: string, key: string, says: string, change: (template: string) => string) => changeTemplate('mariadb', name, key, says, change);
const withoutUrlquery = (name: string, key: string) => template(name, key, 'without urlquery', text => text.replaceAll(' | urlquery | replace "+" "%20"', ''));
const encoded = (name: string, key: string) => template(name, key, 'percent-encoded', text => text.replaceAll('.password', '.password | urlquery | replace "+" "%20"'));
/** A client that verifies names refuses the server then. */
const byAnotherName = (deployment: string) => (
  changeVariable(deployment, 'mariadb', 'DB_URL', 'with a name that leads to the server and is not in its certificate', told => { told.value = told.value!.replace(HOST, ALIAS); }));

const enters = (behaviour: string, client: Client, deployment: string, asks: readonly string[], brokenBy: Mutation) => (
  everyLogin<Login, AttachedWorld>(behaviour, { client, namespace: 'mariadb', deployment, asks }, ({ username }) => username, brokenBy));

export const MARIADB_TIER = attachedTier({
  name: 'mariadb',
  real: [
    'MariaDB 10.11 with TLS', 'mysql2 3', 'mysql-connector-python 26', 'PyMySQL 1', 'SQLAlchemy 2', 'mysqlclient 2.3', 'ActiveRecord 6.1 with mysql2 0.5', 'go-sql-driver 1.10',
    'MySQL Connector/J 26', 'MariaDB Connector/J 4', 'r2dbc-mysql 1.4',
  ],
  needs: [MARIADB, JDK, SQL_JAVA, SQL_GO, LIBMARIADB, MYSQLCLIENT, ACTIVE_RECORD, RUBY_MYSQL2],
  declare: programs,
  service: {
    /** `global_priv` keeps 80 characters of at most three bytes each, without blanks at their end. */
    isUser: text => text.length <= 80 && text.trim() === text && !/[\u{10000}-\u{10ffff}]/u.test(text),
    hosts: [HOST, ALIAS],
    start: (logins, authority) => startMariaDb(HOST, logins, authority),
    stored: (login, authority) => ({ 'ClusterSecretStore vault': { 'mariadb/shop': { ...login, ca: authority } } }),
  },
  rows: [
    enters("Node's mysql2 enters a database by a URL, with hostile users and passwords", MYSQL2, 'node', ['DATABASE_URL'], withoutUrlquery('node-shop-db', 'DATABASE_URL')),
    enters('mysql-connector-python enters it by parts: host, port, database, user, password and the file of an authority', CONNECTOR_PYTHON, 'python', ['SHOP_DB'],
      encoded('python-shop-db', 'password')),
    enters('PyMySQL enters it by parts, the password as bytes', PYMYSQL, 'pymysql', ['SHOP_DB'], encoded('pymysql-shop-db', 'password')),
    enters('SQLAlchemy enters it by a URL of mysql+mysqlconnector', SQLALCHEMY, 'sqlalchemy', ['DATABASE_URL'],
      template('sqlalchemy-shop-db', 'DATABASE_URL', 'without the replacement of "+"', text => text.replaceAll(' | replace "+" "%20"', ''))),
    enters('SQLAlchemy enters it by a URL of mysql+mysqldb', SQLALCHEMY, 'mysqlclient', ['DATABASE_URL', MYSQLCLIENT.path()],
      template('mysqlclient-shop-db', 'DATABASE_URL', 'without the replacement of "+"', text => text.replaceAll(' | replace "+" "%20"', ''))),
    enters("Ruby's ActiveRecord enters it by a URL of mysql2, which verifies the server since 0.5.4 only", activeRecord('mysql2'), 'rails', ['DATABASE_URL', WHO_AM_I], withoutUrlquery('rails-shop-db', 'DATABASE_URL')),
    everyLogin<Login, AttachedWorld>(
      "Go's driver enters it by {dsn}, with every user but those with a colon, which its syntax has no place for",
      { client: databaseSql('go-sql-driver', 'mysql'), namespace: 'mariadb', deployment: 'go', asks: ['DB_DSN', WHO_AM_I] },
      ({ username }) => (username.includes(':') ? undefined : username),
      encoded('go-shop-db', 'dsn')),
    enters('MySQL Connector/J enters it by {jdbc-url}, which EnvPresets.SPRING tells, with user and password apart', jdbc('MySQL Connector/J'), 'spring',
      ['SPRING_DATASOURCE_URL', 'SPRING_DATASOURCE_USERNAME', 'SPRING_DATASOURCE_PASSWORD', WHO_AM_I], encoded('spring-shop-db', 'password')),
    enters('MariaDB Connector/J enters it by {mariadb-jdbc-url}, which names the file of an authority', jdbc('MariaDB Connector/J'), 'java', ['DB_URL', 'DB_USER', 'DB_PASSWORD', WHO_AM_I],
      byAnotherName('java')),
    enters('r2dbc-mysql enters it by {r2dbc-url}', r2dbc('r2dbc-mysql'), 'reactive', ['DB_URL', 'DB_USER', 'DB_PASSWORD', WHO_AM_I],
      byAnotherName('reactive')),
  ],
});
