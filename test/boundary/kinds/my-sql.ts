import { Credential, CredentialPart, DataAccess, MySql, MySqlProvider, Tls } from '../../../src';
import { BindingRequest } from '../../../src/model/binding-request';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, credentials, entered, neighbour, servedBy, service } from '../baseline-parts';

/** Entered with a user of a database. */
export const ofDatabase = () => Credential.of({ ...credentials().parts, database: CredentialPart.text('orders') });
const database = { database: 'orders' };
const operated = { ...database, cluster: 'shop', namespace: 'shop', serviceAccountName: 'db' };

export const MYSQL = {
  'MySql#bind': bench => ({
    on: new MySql(bench.topology, 'db', { provider: MySqlProvider.external({ ...database, host: 'a.example.com', credentials: credentials() }) }),
    args: [BindingRequest._of(bench.web, DataAccess.READ_WRITE, [], ofDatabase())],
  }),
  'MySqlProvider.amazonRds': () => ({ args: [{
    ...entered(), ...database, host: 'a.b.eu-central-1.rds.amazonaws.com', readerHost: 'r.b.eu-central-1.rds.amazonaws.com', port: 3307, cidrs: CIDRS,
  }] }),
  'MySqlProvider.azureDatabase': () => ({ args: [{
    ...entered(), ...database, host: 'shop.mysql.database.azure.com', readerHost: 'shop-r.mysql.database.azure.com', cidrs: CIDRS,
  }] }),
  'MySqlProvider.external': () => ({ args: [{ ...entered(), ...database, host: 'a.example.com', port: 3306, tls: Tls.inProtocol(), cidrs: CIDRS, endpoints: ENDPOINTS }] }),
  'MySqlProvider.googleCloudSql': () => ({ args: [{
    ...entered(), ...database, host: 'a.b.europe-west3.sql-psa.goog', readerHost: 'r.b.europe-west3.sql-psa.goog', cidrs: CIDRS,
  }] }),
  'MySqlProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), ...database, port: 3306 }] }),
  'MySqlProvider.innoDbCluster': () => ({ args: [{ ...entered(), ...operated, caSecret: 'own-ca', caKey: 'ca.crt' }] }),
  'MySqlProvider.mariaDb': () => [
    { args: [{ ...operated, username: 'shop', replicated: true, tls: Tls.NONE }] },
    { args: [{ ...operated, ...entered() }] },
  ],
  'MySqlProvider.workload': bench => servedBy(bench, { ...database, port: 3306 }),
  'new MySql': bench => service(bench, { provider: MySqlProvider.mariaDb({ ...database, cluster: 'shop', username: 'shop' }), maxConnections: 97 }),
} satisfies Partial<Record<CallName, Baselines>>;
