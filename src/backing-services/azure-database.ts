import { Provision } from '../model/provision';
import { managedPostgres, ManagedPostgresProps } from './managed-postgres';

const END = String.raw`\.postgres\.database\.(azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)$`;

/** Sources: https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-ssl-tls, https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-read-replicas-virtual-endpoints */
export function azureDatabase(props: ManagedPostgresProps, path: string): Provision {
  const like = 'a host such as "orders.postgres.database.azure.com"';
  return managedPostgres(props, {
    service: 'Azure Database for PostgreSQL',
    host: { what: 'a host of Azure Database for PostgreSQL', pattern: new RegExp(String.raw`^[a-z0-9-]+(\.writer)?${END}`), like },
    readerHost: { what: 'a host of replicas of Azure Database for PostgreSQL', pattern: new RegExp(String.raw`^[a-z0-9-]+(\.reader)?${END}`), like },
  }, path);
}
