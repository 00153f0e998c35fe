import { DataAccess, SqlServer, SqlServerProvider, Tls } from '../../../src';
import { BindingRequest } from '../../../src/model/binding-request';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, credentials, entered, neighbour, servedBy, service } from '../baseline-parts';
import { ofDatabase } from './my-sql';

const database = { database: 'orders' };
const outside = () => ({ ...database, host: 'a.example.com', credentials: credentials() });

export const SQL_SERVER = {
  'SqlServer#bind': bench => ({
    on: new SqlServer(bench.topology, 'db', { provider: SqlServerProvider.external(outside()) }),
    args: [BindingRequest._of(bench.web, DataAccess.READ_WRITE, [], ofDatabase())],
  }),
  'SqlServerProvider.amazonRds': () => ({ args: [{
    ...entered(), ...database, host: 'a.b.eu-central-1.rds.amazonaws.com', readerHost: 'r.b.eu-central-1.rds.amazonaws.com', port: 1434, cidrs: CIDRS,
  }] }),
  'SqlServerProvider.azureSql': () => ({ args: [{
    ...entered(), ...database, host: 'shop.database.windows.net', readerHost: 'shop.secondary.database.windows.net', cidrs: CIDRS,
  }] }),
  'SqlServerProvider.external': () => ({ args: [{ ...outside(), ...entered(), port: 1433, tls: Tls.inProtocol(), cidrs: CIDRS, endpoints: ENDPOINTS }] }),
  'SqlServerProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), ...database, port: 1433 }] }),
  'SqlServerProvider.workload': bench => servedBy(bench, { ...database, port: 1433 }),
  'new SqlServer': bench => service(bench, { provider: SqlServerProvider.external(outside()), maxConnections: 97 }),
} satisfies Partial<Record<CallName, Baselines>>;
