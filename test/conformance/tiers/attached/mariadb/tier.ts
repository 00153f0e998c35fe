import { join } from 'node:path';
import { node, python } from '../../../clients/client';
import { everyLogin } from '../../../clients/everybody';
import { Login } from '../../../clients/hostile-logins';
import { Mutation, mutate } from '../../../harness/mutation';
import { MARIADB } from '../../../toolbox/debian';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { HOST, programs } from './declaration';
import { startMariaDb } from './server';

const PROGRAMS = join(__dirname, 'programs');
const MYSQL2 = node('mysql2', join(PROGRAMS, 'mysql2-client.mjs'));
const CONNECTOR_PYTHON = python('mysql-connector-python', join(PROGRAMS, 'connector-python-parts.py'));

const template = (name: string, key: string, says: string, change: (template: string) => string): Mutation => (
  mutate({ kind: 'ExternalSecret', name, namespace: 'mariadb' }, says, ({ spec: { target: { template: { data } } } }) => { data[key] = change(data[key]); }));

const enters = (behaviour: string, client: typeof MYSQL2, deployment: string, asks: readonly string[], brokenBy: Mutation) => (
  everyLogin<Login, AttachedWorld>(behaviour, { client, namespace: 'mariadb', deployment, asks }, ({ username }) => username, brokenBy));

export const MARIADB_TIER = attachedTier({
  name: 'mariadb',
  real: ['MariaDB 10.11 with TLS', 'mysql2 3', 'mysql-connector-python 26'],
  needs: [MARIADB],
  declare: programs,
  service: {
    /** `global_priv` keeps 80 characters of at most three bytes each, without blanks at their end. */
    isUser: text => text.length <= 80 && text.trim() === text && !/[\u{10000}-\u{10ffff}]/u.test(text),
    hosts: [HOST],
    start: (logins, authority) => startMariaDb(HOST, logins, authority),
    stored: (login, authority) => ({ 'ClusterSecretStore vault': { 'mariadb/shop': { ...login, ca: authority } } }),
  },
  rows: [
    enters("Node's mysql2 enters a database by a URL, with hostile users and passwords", MYSQL2, 'node', ['DATABASE_URL'],
      template('node-shop-db', 'DATABASE_URL', 'without urlquery', text => text.replaceAll(' | urlquery | replace "+" "%20"', ''))),
    enters('mysql-connector-python enters it by parts: host, port, database, user, password and the file of an authority', CONNECTOR_PYTHON, 'python', ['SHOP_DB'],
      template('python-shop-db', 'password', 'the password percent-encoded', () => '{{ .password | urlquery }}')),
  ],
});
