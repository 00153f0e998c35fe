import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, entered } from '../baseline-parts';

const managed = (host: string, readerHost: string) => ({ args: [{ ...entered(), host, readerHost, database: 'orders', port: 5432, cidrs: CIDRS }] });

/** PostgreSQL of further operators and of those who manage it. */
export const POSTGRES_FURTHER = {
  'PostgresProvider.amazonRds': () => managed('orders.cluster-abc123.eu-central-1.rds.amazonaws.com', 'orders.cluster-ro-abc123.eu-central-1.rds.amazonaws.com'),
  'PostgresProvider.azureDatabase': () => managed('orders.postgres.database.azure.com', 'orders.reader.postgres.database.azure.com'),
  'PostgresProvider.crunchy': () => ({ args: [{
    readOnlyCredentials: entered().readOnlyCredentials, cluster: 'pg', namespace: 'shop', user: 'orders', database: 'billing', alphanumericPassword: true, pgBouncer: true, port: 5432, caSecret: 'own-ca',
  }] }),
  'PostgresProvider.googleCloudSql': () => managed('0a1b.2c3d.europe-west3.sql.goog', '4e5f.2c3d.europe-west3.sql.goog'),
  'PostgresProvider.zalando': () => ({ args: [{
    readOnlyCredentials: entered().readOnlyCredentials, cluster: 'pg', user: 'orders', database: 'billing', namespace: 'shop', secretName: 'own-secret', caSecret: 'own-ca', pooler: true, serviceAccountName: 'pods',
  }] }),
} satisfies Partial<Record<CallName, Baselines>>;
