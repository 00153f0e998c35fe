import { NameRule } from '../private/names';
import { ManagedServer } from './managed-database';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

function endingIn(ending: string, what: string, allowed: string): NameRule {
  return { what, pattern: new RegExp(`^${ending}$`), longest: 253, allowed };
}

/**
 * Endpoints of instances and of clusters, in China too. Those of an RDS Proxy show certificates of an authority that systems trust.
 * Sources: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html
 */
export function amazonRdsAt(port: number): ManagedServer {
  const instance = `(?!${LABEL}\\.proxy-)${LABEL}\\.${LABEL}\\.`;
  return {
    port,
    host: endingIn(`(${instance}${LABEL}\\.rds\\.amazonaws\\.com|${instance}rds\\.${LABEL}\\.amazonaws\\.com\\.cn)`, 'an endpoint of Amazon RDS',
      'that of an instance or of a cluster, such as shop.c7tj4example.eu-central-1.rds.amazonaws.com; an RDS Proxy is for the external provider'),
    authority: 'the bundle of the authorities of Amazon RDS (global-bundle.pem)',
  };
}

/** Source: https://learn.microsoft.com/azure/mysql/flexible-server/security-tls */
export const AZURE_MYSQL: ManagedServer = {
  port: 3306,
  host: endingIn(`${LABEL}\\.mysql\\.database\\.(azure\\.com|chinacloudapi\\.cn|usgovcloudapi\\.net)`, 'a server of Azure Database for MySQL',
    'a name such as shop.mysql.database.azure.com'),
};

/** Source: https://learn.microsoft.com/azure/azure-sql/database/connectivity-architecture */
export const AZURE_SQL: ManagedServer = {
  port: 1433,
  host: endingIn(`${LABEL}(\\.secondary)?\\.database\\.(windows\\.net|chinacloudapi\\.cn|usgovcloudapi\\.net)`, 'a server of Azure SQL Database',
    'a name such as shop.database.windows.net'),
};

/**
 * DNS names of instances whose certificates carry them: those that a shared authority signed, or one of the customer's.
 * Source: https://cloud.google.com/sql/docs/mysql/authorize-ssl
 */
export const GOOGLE_MYSQL: ManagedServer = {
  port: 3306,
  host: endingIn(`(${LABEL}\\.)+(sql-psa|sql)\\.goog`, 'the DNS name of a Cloud SQL instance',
    'a name such as 1a23b4cd5e67.1a2b345c6d27.europe-west3.sql-psa.goog, without a dot at its end'),
  authority: 'the certificates of the authority that signed the server\'s, which the instance tells (server-ca.pem)',
};
