import { NatsProvider, PostgresProvider, RedisProvider, SecretStore, SmtpProvider } from 'cdk8s-backing-services';
import { Stage } from './stage';

const vault = SecretStore.cluster('vault');

// #region stage
/** Operators, and what a platform team runs in the cluster. */
export const OPERATORS: Stage = {
  database: () => PostgresProvider.cloudNativePg({ cluster: 'orders' }),
  sessions: () => RedisProvider.otReplication({ replication: 'sessions', credentials: vault.secret('test/sessions', { password: 'password' }) }),
  events: () => NatsProvider.inCluster({
    service: 'nats', namespace: 'messaging', podLabels: { 'app.kubernetes.io/name': 'nats' }, headless: true, credentials: vault.secret('test/events'),
  }),
  mail: () => SmtpProvider.inCluster({ service: 'postfix', namespace: 'mail', podLabels: { app: 'postfix' } }),
};
// #endregion
