import { NatsProvider, PostgresProvider, RedisProvider, SecretStore, SmtpProvider } from 'cdk8s-backing-services';
import { Stage } from './stage';

const vault = SecretStore.cluster('vault');

// #region stage
/** Managed services. */
export const MANAGED: Stage = {
  database: () => PostgresProvider.amazonRds({
    host: 'orders.c7tj4example.eu-central-1.rds.amazonaws.com', database: 'orders',
    credentials: vault.secret('production/orders-db', { username: 'username', password: 'password', ca: 'ca' }),
  }),
  sessions: () => RedisProvider.amazonElastiCache({
    endpoint: 'master.sessions.abc123.euc1.cache.amazonaws.com', credentials: vault.secret('production/sessions', { password: 'token' }),
  }),
  events: () => NatsProvider.external({ host: 'events.example.com', credentials: vault.secret('production/events') }),
  mail: () => SmtpProvider.external({ host: 'smtp.example.com', credentials: vault.secret('production/mail') }),
};
// #endregion
