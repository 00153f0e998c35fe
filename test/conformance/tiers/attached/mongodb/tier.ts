import { join } from 'node:path';
import { Client, node, python } from '../../../clients/client';
import { everyLogin } from '../../../clients/everybody';
import { Login } from '../../../clients/hostile-logins';
import { Mutation } from '../../../harness/mutation';
import { FERRETDB } from '../../../toolbox/ferretdb';
import { attachedTier } from '../attached-tier';
import { AttachedWorld } from '../attached-world';
import { changeTemplate } from '../changed-template';
import { HOST, programs } from './declaration';
import { FerretDb } from './server';

const PROGRAMS = join(__dirname, 'programs');
const PYMONGO = python('pymongo', join(PROGRAMS, 'pymongo-client.py'));
const PYMONGO_BY_PARTS = python('pymongo', join(PROGRAMS, 'pymongo-parts.py'));
const MONGODB = node('mongodb', join(PROGRAMS, 'mongodb-client.mjs'));

const template = (name: string, key: string, says: string, change: (template: string) => string) => changeTemplate('mongodb', name, key, says, change);

const enters = (behaviour: string, client: Client, deployment: string, asks: readonly string[], brokenBy: Mutation) => (
  everyLogin<Login, AttachedWorld>(behaviour, { client, namespace: 'mongodb', deployment, asks }, ({ username }) => username, brokenBy));

/** MongoDB itself comes in no package of a registry; its drivers are the same before FerretDB. */
export const MONGODB_TIER = attachedTier({
  name: 'mongodb',
  real: ['FerretDB 1.24.2 with SQLite and TLS, in place of MongoDB', 'pymongo 4.20.1', 'mongodb 7 for Node'],
  needs: [FERRETDB],
  declare: programs,
  service: {
    /** For each that enters, the server reads all of its users, which are let in part by part. */
    users: 200,
    /** What stands in SCRAM's messages for "=" and "," the server does not read back (RFC 5802, section 5.1). */
    isUser: text => !/[=,]/.test(text),
    /** For SCRAM-SHA-256 the server refuses what SASLprep refuses: characters later than Unicode 3.2 (RFC 3454, appendix A.1), so all emoji. */
    isPassword: text => !/[\u{1f000}-\u{1faff}]/u.test(text),
    hosts: [HOST],
    start: async (_, authority) => new FerretDb(await authority.sign(HOST), HOST),
    stored: (login, authority) => ({ 'ClusterSecretStore vault': { 'mongodb/shop': { ...login, ca: authority } } }),
  },
  rows: [
    enters('MongoClient(os.environ["SHOP_DB_URL"]) of pymongo enters a database with hostile users and passwords', PYMONGO, 'python', ['SHOP_DB_URL'],
      template('python-shop-db', 'uri', 'without urlquery', text => text.replaceAll(' | urlquery | replace "+" "%20"', ''))),
    enters("Node's mongodb enters it by the same URL", MONGODB, 'node', ['MONGODB_URI'],
      template('node-shop-db', 'uri', 'without the replacement of "+"', text => text.replaceAll(' | replace "+" "%20"', ''))),
    enters('pymongo enters it by parts: host, port, user, password and the file of an authority', PYMONGO_BY_PARTS, 'python-parts', ['SHOP_DB'],
      template('python-parts-shop-db', 'password', 'percent-encoded', () => '{{ .password | urlquery }}')),
    enters("Node's mongodb enters it by parts, with the database that keeps the users", MONGODB, 'node-parts', [],
      template('node-parts-shop-db', 'password', 'percent-encoded', () => '{{ .password | urlquery }}')),
  ],
});
